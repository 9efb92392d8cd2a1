"""Real records with one sign changed: each is the same register as before, is named in a problem, or differs where everybody sees it."""

from __future__ import annotations

import re
import shutil
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.loading import load, record_files
from models.reading.documents import parse
from models.reading.problems import UnreadableFile
from models.reading.unsaid import conflicts, in_words
from models.writing.saving import as_yaml
from tests.samples.registers import LATEST, RECORDS

UNSEEN = (
    "\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180e\u2000\u2003\u2007\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e"
    "\u202f\u205f\u2060\u2061\u2064\u2066\u2069\u2800\u3000\u3164\ufe00\ufe0f\ufeff\uffa0\ufff9\ufffc\ufffd\x00\x01\x08\x0b\x0c\x1b\x7f\x85"
    "\x9f\ue000\uf0a7\ufdd0\ufffe\U000e0001\U000e0041\U000e0100\U000f0000\U0010fffe"
)
"""Signs that nobody sees, or that show something else than was meant."""
ALIKE = {
    **dict(zip("aeopcxyisjBAEHKMOPTXC", "аеорсхуіѕјВАЕНКМОРТХС", strict=True)),
    **dict(zip("vuohg", "νսοһց", strict=True)),
    **{chr(code): chr(code + 0xFEE0) for code in range(0x30, 0x5B) if chr(code).isalnum() and chr(code) not in "ABEHKMOPTXC"},
    **dict(zip(" -:#,().[]{}", "\u00a0\u2011：＃，（）．［］｛｝", strict=True)),
    "é": "e\u0301",
    "ñ": "n\u0303",
}
"""Signs and what they are mistaken for."""
PLAIN = {alike: sign for sign, alike in ALIKE.items()}
FILES = [path for _, path in record_files(RECORDS)[0]]
deterministic = settings(derandomize=True, database=None, deadline=None)


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def data_of(path: Path) -> Any:
    return parse(text_of(path), path.name).data


def named(text: str) -> tuple[list[str], Any]:
    """The codes of what is wrong with the text of a file by itself, and what it holds."""
    try:
        document = parse(text, "x.yaml")
    except UnreadableFile as refused:
        return [problem.code for problem in refused.problems], None
    return [problem.code for _, problem in document.unsaid], document.data


def seen(data: Any) -> Any:
    """Data as the eye takes it: without what cannot be seen, and with one sign for those that look alike."""
    if isinstance(data, dict):
        return {seen(name): seen(value) for name, value in data.items()}
    if isinstance(data, list):
        return [seen(value) for value in data]
    if not isinstance(data, str):
        return data
    plain = unicodedata.normalize("NFKC", "".join(PLAIN.get(sign, sign) for sign in unicodedata.normalize("NFC", data)))
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] not in "CZ" and sign not in UNSEEN)


def is_honest(mutant: str, data: Any) -> bool:
    """Whether the mutant is the same, or named, or differs where everybody sees it."""
    problems, found = named(mutant)
    return bool(problems) or _in_lines(found) == _in_lines(data) or seen(found) != seen(data)


def _in_lines(data: Any) -> Any:
    """Data with every sentence in one line: where a curator breaks a line is plain to see."""
    if isinstance(data, dict):
        return {name: _in_lines(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_in_lines(value) for value in data]
    return " ".join(re.split("[ \n]+", data.strip(" \n"))) if isinstance(data, str) else data


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("pledges/next-forum.yaml", "en"), ("pledges/next-forum.yaml", "ko")],
)
@pytest.mark.parametrize("style", ["plain", "folded", "quoted", "double"])
def test_an_invisible_sign_at_every_position_of_a_sentence_is_named(name: str, sentence: str, style: str) -> None:
    words = data_of(RECORDS / name)["title"][sentence]
    for sign in UNSEEN:
        for position in range(len(words) + 1):
            mutant = words[:position] + sign + words[position:]
            text = {
                "plain": f"en: {mutant}\n",
                "folded": f"en: >-\n  {mutant}\n",
                "quoted": f"en: '{mutant}'\n",
                "double": f'en: "{mutant}"\n',
            }[style]
            assert "character" in named(text)[0], f"U+{ord(sign):04X} at {position} of {words}"


@pytest.mark.parametrize("sign", sorted(ALIKE))
def test_a_look_alike_at_every_position_of_a_sentence_is_named(sign: str) -> None:
    words = "Cities promise (in part): A-Z, xyzuvghjk #1. BEHKMOPTX 0123456789 [é] {ñ}"
    for position in [match.start() for match in re.finditer(re.escape(sign), words)]:
        mutant = words[:position] + ALIKE[sign] + words[position + 1 :]
        assert named(f"en: >-\n  {mutant}\n")[0] == ["character"], mutant


@given(st.sampled_from(FILES), st.floats(0, 1, exclude_max=True), st.sampled_from(UNSEEN))
@settings(deterministic, max_examples=500)
def test_an_invisible_sign_anywhere_in_a_real_file(path: Path, where: float, sign: str) -> None:
    text = text_of(path)
    position = int(where * len(text))
    assert is_honest(text[:position] + sign + text[position:], data_of(path))


@given(st.sampled_from(FILES), st.floats(0, 1, exclude_max=True))
@settings(deterministic, max_examples=500)
def test_a_look_alike_anywhere_in_a_real_file(path: Path, where: float) -> None:
    text = text_of(path)
    position = next((at for at in range(int(where * len(text)), len(text)) if text[at] in ALIKE), None)
    if position is not None:
        assert is_honest(text[:position] + ALIKE[text[position]] + text[position + 1 :], data_of(path))


@given(st.sampled_from(FILES), st.floats(0, 1, exclude_max=True))
@settings(deterministic, max_examples=150)
def test_korean_in_parts_anywhere_in_a_real_file(path: Path, where: float) -> None:
    text = text_of(path)
    if syllable := re.compile("[가-힣]").search(text, int(where * len(text))):
        parts = unicodedata.normalize("NFD", syllable[0])
        assert is_honest(text[: syllable.start()] + parts + text[syllable.end() :], data_of(path))


# whole folders ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(RECORDS, tmp_path_factory.mktemp("mutants") / "commitments")


def flipped(raw: bytes, position: int, bit: int) -> bytes:
    return raw[:position] + bytes([raw[position] ^ 1 << bit]) + raw[position + 1 :]


@given(st.sampled_from(FILES), st.floats(0, 1, exclude_max=True), st.integers(0, 7))
@settings(deterministic, max_examples=400)
def test_a_flipped_bit_loses_nothing_unsaid(path: Path, where: float, bit: int) -> None:
    raw = text_of(path).encode()
    mutant = flipped(raw, int(where * len(raw)), bit)
    try:
        text = mutant.decode()
    except UnicodeDecodeError:
        return  # the whole folder, below, meets this
    assert is_honest(text, data_of(path))


@given(st.sampled_from(FILES), st.floats(0, 1, exclude_max=True), st.integers(0, 7))
@settings(deterministic, max_examples=10)
def test_a_folder_with_a_flipped_bit_is_served(copy: Path, path: Path, where: float, bit: int) -> None:
    target = copy / path.relative_to(RECORDS)
    raw = path.read_bytes()
    try:
        target.write_bytes(flipped(raw, int(where * len(raw)), bit))
        found = load(copy, LATEST)
    finally:
        target.write_bytes(raw)
    assert all(problem.sentence for problem in found.problems)
    assert bool(found.problems) == bool(found.withheld)
    assert len(found.register.declarations) >= 4
    for pledge in found.register.pledges:
        assert all(found.register.words_at(mention.at) for mention in pledge.mentions)


# what the form writes --------------------------------------------------------------------------------------------------

TYPED = st.text(
    st.sampled_from("ab c가#:-–—“”‘’'\"：＃［]{}&*!|>%@`~,\n\t\u200b\u00a0\u2028é…·0-=<>") | st.characters(codec="utf-8"), max_size=40
)


@given(TYPED)
@settings(deterministic, max_examples=400)
def test_what_the_form_lets_pass_is_sound_when_it_is_read(typed: str) -> None:
    typed = typed.strip()
    refused = in_words(typed) is not None or list(conflicts(typed))
    codes, data = named(as_yaml({"reason": {"en": typed}, "words": [typed]}))
    assert bool(codes) == bool(refused), codes
    assert codes or data == {"reason": {"en": typed}, "words": [typed]}
