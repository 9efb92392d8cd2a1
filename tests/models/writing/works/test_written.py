"""Record files are written in the form of the guide: byte for byte the same for the same data, and read back as that data."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as some

from models.loading import load
from models.reading.documents import parse
from models.reading.unsaid import in_words
from models.writing import sealing
from models.writing.works.written import WIDTH, written
from tests.samples.registers import LATEST, RECORDS, real

WHOLE = ("forum", "number", "year", "value")


def data_of(path: Path) -> dict[str, Any]:
    """The data of a file on record without its seal, numbers and yes or no as such."""
    data: dict[str, Any] = _typed(parse(path.read_text(encoding="utf-8"), path.name).data)
    data.pop("sealed", None)
    return data


def _typed(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {each: _typed(found, each) for each, found in value.items()}
    if isinstance(value, list):
        return [int(each) if name == "sdgs" else _typed(each) for each in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if name in WHOLE and isinstance(value, str) and value.isdigit() else value


def folded(path: Path) -> tuple[list[str], list[str]]:
    """The lines of a file on record without its seal, and those that the writer makes of its data."""
    there = path.read_text(encoding="utf-8").split("\nsealed:")[0].rstrip("\n").split("\n")
    return there, written(data_of(path)).rstrip("\n").split("\n")


def test_the_records_written_out_and_read_again_are_the_same_register(tmp_path: Path) -> None:
    root = tmp_path / "commitments"
    shutil.copytree(RECORDS, root)
    for path in [*root.glob("declarations/*.yaml"), *root.glob("codings/**/*.yaml"), root / "forums.yaml", root / "vocabulary.yaml"]:
        path.write_text(written(data_of(path)), encoding="utf-8")
        assert written(data_of(path)) == path.read_text(encoding="utf-8"), "the same data give the same bytes"
    for text in real().declarations:
        assert text.sealed
        content = sealing.sealed(sealing.text(root, text.id), text.sealed.by, text.sealed.on)
        (root / f"declarations/{text.id}.yaml").write_bytes(content)
    again = load(root, LATEST)
    assert again.problems == ()
    assert again.register == real()


def test_what_the_guide_describes_is_written_as_it_stands_there() -> None:
    """First codings are the same bytes; elsewhere lines differ only in where long words break, or whether short ones are folded."""
    for path in sorted((RECORDS / "codings/first").glob("*.yaml")):
        there, here = folded(path)
        assert there == here, path.name
    for path in sorted((RECORDS / "declarations").glob("*.yaml")):
        there, here = folded(path)
        same = sum(block.size for block in difflib.SequenceMatcher(None, there, here, autojunk=False).get_matching_blocks())
        assert same > 0.65 * len(there), path.name
        plain = [" ".join(" ".join(lines).replace(">-", "").split()) for lines in (there, here)]
        assert _bare(plain[0]) == _bare(plain[1]), path.name


def _bare(words: str) -> str:
    return words.replace('"', "").replace("'", "")


def test_lines_are_as_long_as_those_on_record_and_korean_counts_double() -> None:
    text = written({"en": "word " * 60, "ko": "낱말 " * 60})
    lines = text.split("\n")
    assert lines[0] == 'en: "' + ("word " * 60) + '"', "what ends in a space is not folded, for that would be lost"
    text = written({"en": ("word " * 60).strip(), "ko": ("낱말 " * 60).strip()})
    widths = [len(line) + sum("가" <= letter <= "힣" for letter in line) for line in text.split("\n")]
    assert max(widths) <= WIDTH
    assert max(widths[1:4]) > WIDTH - 6
    assert text.split("\n")[0] == "en: >-"
    assert written({"text": "One.\nTwo."}).split("\n") == ["text: >-", "  One.", "", "  Two.", ""], "a paragraph within a provision"


def test_quotation_marks_stand_only_where_they_are_needed() -> None:
    data = {
        "plain": "It's “so”, is it not? (5·18)",
        "colon": "One: two",
        "remark": "One #two",
        "sign": "“quoted”",
        "dash": "- a",
        "number": "2018",
        "day": "2027-05-17",
        "month": "2027-05",
        "no": "no",
        "both": 'a "b": c',
        "all": 'it\'s "b": c',
        "listed": True,
        "value": 1000,
        "by": ["hosts", "participants"],
        "name": {"en": "City", "ko": "도시"},
        "title": {"en": "City", "ko": "도시"},
        "words": ["one two", "three: four"],
        "units": [{"quote": "short", "force": "asks"}],
    }
    assert written(data).splitlines() == [
        "plain: It's “so”, is it not? (5·18)",
        'colon: "One: two"',
        'remark: "One #two"',
        'sign: "“quoted”"',
        'dash: "- a"',
        'number: "2018"',
        "day: 2027-05-17",
        "month: 2027-05",
        'no: "no"',
        "both: 'a \"b\": c'",
        'all: "it\'s \\"b\\": c"',
        "listed: true",
        "value: 1000",
        "by: [hosts, participants]",
        "name: {en: City, ko: 도시}",
        "title:",
        "  en: City",
        "  ko: 도시",
        "words:",
        "  - one two",
        '  - "three: four"',
        "units:",
        "  - quote: >-",
        "      short",
        "    force: asks",
    ]


def test_what_is_said_for_a_person_stands_before_the_field_and_is_not_read() -> None:
    said = {("forum",): ["the edition"], ("provisions", 0, "force"): ["states, likely: “recall”"], ("provisions", 1): ["next"]}
    data = {"forum": 17, "provisions": [{"id": "p1", "text": "We recall.", "force": None}, {"id": "p2", "text": "We ask."}]}
    text = written(data, lambda at: said.get(at, ()))
    assert text.splitlines() == [
        "# the edition", "forum: 17", "provisions:", "  - id: p1", "    text: We recall.",
        "    # states, likely: “recall”", "    force:", "  # next", "  - id: p2", "    text: We ask.",
    ]  # fmt: skip
    found = parse(text, "x.yaml")
    assert not found.unsaid


LETTERS = some.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z"))
WORDS = some.text(LETTERS | some.sampled_from(" \n-:#'\"[]{}>|!&*%@`,?~=광주"), min_size=1, max_size=160).map(
    lambda words: words.strip() or "x"
)


@example("null", "~", ["null"])
@example("true", "no", ["no", "12", "a-b"])
@settings(max_examples=200)
@given(WORDS, WORDS, some.lists(WORDS, min_size=1, max_size=3))
def test_any_words_come_back(one: str, other: str, several: list[str]) -> None:
    data = {"a": one, "name": {"en": one, "ko": other}, "units": [{"quote": one, "why": other}], "words": several}
    text = written(data)
    found = parse(text, "x.yaml")
    assert found.data == data
    odd = any(in_words(each) for each in (one, other, *several))
    assert odd or not found.unsaid, "what the check would not refuse before is not refused for how it is written"
