"""The case book of the search: `search.yaml` says what is typed and what must come of it."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import curate
from models.labels import load_labels
from models.loading import load
from models.reading.documents import read
from models.register.standing import is_overdue
from models.search import telling
from models.search.entries import Entry, Kind, Part, entries
from models.search.facets import Facet
from models.search.finding import answer
from models.search.index import Index, index
from models.search.letters import DOTS, HYPHENS
from tests.pages import opening
from tests.samples.registers import RECORDS, ROOT, edited, folder, say

CASES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("search.yaml").read_text(encoding="utf-8"))
QUESTIONS = read(ROOT / "tests" / "models" / "search" / "questions.yaml", "questions.yaml").data
DAY: dt.date = CASES["day"]
BOTH = pytest.mark.parametrize("lang", ["en", "ko"])


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curate, "today", lambda: DAY)


@lru_cache(maxsize=1)
def real() -> Index:
    return index(load(RECORDS, DAY).register.as_of(DAY), DAY, load_labels())


def found(asked: str, known: Index | None = None) -> dict[Kind, list[str]]:
    hits = answer(known or real(), asked).hits
    return {kind: [hit.entry.id for hit in hits[kind]] for kind in Kind}


def cases(name: str) -> Any:
    return pytest.mark.parametrize("case", CASES[name], ids=lambda case: str(case.get("what") or case.get("ask") or case["type"]))


# however it is typed -----------------------------------------------------------------------------------------------


@cases("alike")
def test_however_it_is_typed_the_same_is_found(case: dict[str, Any]) -> None:
    first, *others = [{kind: set(ids) for kind, ids in found(str(asked)).items()} for asked in case["ask"]]
    assert {id_ for ids in first.values() for id_ in ids} >= set(case["find"])
    for asked, other in zip(case["ask"][1:], others, strict=True):
        assert other == first, asked


@cases("both")
def test_however_a_record_is_written_it_is_found_however_it_is_typed(case: dict[str, Any]) -> None:
    for written in case["written"]:
        known = Index(
            [Entry(Kind.NOTE, "this", {Part.EN: written}, ()), Entry(Kind.NOTE, "other", {Part.EN: "Other words, 12 of them"}, ())]
        )
        for asked in case["ask"]:
            assert answer(known, asked).hits[Kind.NOTE], (written, asked)
            assert [hit.entry.id for hit in answer(known, asked).hits[Kind.NOTE]] == ["this"], (written, asked)


@cases("said")
@BOTH
def test_what_was_made_of_a_question_is_said(case: dict[str, Any], lang: str) -> None:
    given = answer(real(), case["ask"])
    assert [term.text for term in given.found.terms] == case["looked_for"]
    assert [list(pair) for pair in given.found.corrected] == case.get("corrected", [])
    assert list(given.found.unknown) == case.get("unknown", [])
    assert list(given.found.left_out) == case.get("left_out", [])
    said = " ".join(telling.heard(given, say(lang)))
    assert not [words for words in case.get("never", []) if words in said]
    for word in [*case["looked_for"], *case.get("unknown", []), *case.get("left_out", []), *case.get("says", [])]:
        assert say(lang)("find.word", word=word)[:-1] in said or (word in case.get("says", []) and word in said), (word, said)


@BOTH
def test_the_page_says_it_too(lang: str) -> None:
    asked = "what about 옴부즈만 educaton zzzyx"
    page = opening.words(opening.opened("find", lang, q=asked))
    for line in telling.heard(answer(real(), asked), say(lang)):
        assert line in page
    assert page.count(say(lang)("find.word", word="zzzyx")) == 1
    long = opening.words(opening.opened("find", lang, q="인권 " * 300))
    assert say(lang)("find.cut", n=400) in long


@cases("first")
def test_what_is_spelt_as_it_was_typed_stands_first(case: dict[str, Any]) -> None:
    ids = found(case["ask"])[Kind(case["kind"])]
    assert ids.index(case["before"]) < ids.index(case["after"]), ids
    assert len(ids) == case.get("found", len(ids))


@cases("due")
def test_a_question_that_asks_for_due_dates_is_answered_by_the_filter(case: dict[str, Any]) -> None:
    given = answer(real(), case["ask"])
    if case["due"] == "none":
        assert not given.read
        assert given.words == given.asked
        return
    assert sorted(given.read) == case["due"]
    assert given.words == case.get("rest", "")
    chosen = answer(real(), case.get("rest", ""), {Facet.DUE: case["due"]})
    assert {kind: [hit.row for hit in given.hits[kind]] for kind in Kind} == {kind: [hit.row for hit in chosen.hits[kind]] for kind in Kind}
    assert given.said(Kind.COMMITMENT)


@cases("offered")
def test_where_something_else_may_be_meant_the_filter_is_only_offered(case: dict[str, Any]) -> None:
    given = answer(real(), case["ask"])
    assert not given.read
    assert given.due is not None
    assert sorted(given.due.values) == case["due"]
    assert given.due.rest == case["rest"]


def test_the_dates_that_a_question_asks_for_are_those_of_the_records() -> None:
    register = load(RECORDS, DAY).register.as_of(DAY)
    dated = {id_: each.due for id_, each in register.commitment_by_id.items() if each.due}
    assert set(found("due")[Kind.COMMITMENT]) == set(dated)
    assert set(found("before 2030")[Kind.COMMITMENT]) == {id_ for id_, due in dated.items() if due.year < 2030}
    late = {
        id_ for id_ in dated if is_overdue(register.commitment_by_id[id_], register.standing_of(register.commitment_by_id[id_], DAY), DAY)
    }
    assert late
    assert set(found("기한 경과")[Kind.COMMITMENT]) == late


# however the records are written -----------------------------------------------------------------------------------


def _turned(signs: str, among: str) -> Callable[[str], str]:
    """Each of some signs replaced by the next of its sisters."""
    sisters = itertools.cycle(signs)
    return lambda text: re.sub(f"[{among}]", lambda _: next(sisters), text)


def _wide(text: str) -> str:
    made = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    return "".join(chr(ord(letter) + 0xFEE0) if letter.isascii() and letter.isalnum() else letter for letter in made)


HOW: dict[str, Callable[[str], str]] = {
    "dots": _turned(DOTS, "·"),
    "hyphens": _turned(HYPHENS[1:], "-"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "invisible": lambda text: re.sub(
        r"(?<=[^\W\d_])(?=[^\W\d_])", lambda at: "\u00ad\u200b"[at.start() % 2] if at.start() % 3 else "", text
    ),
    "wide": _wide,
}


@cases("records")
def test_however_the_records_are_written_the_same_is_found(case: dict[str, Any]) -> None:
    register = load(RECORDS, DAY).register.as_of(DAY)
    turn, changed = HOW[case["how"]], 0

    def rewritten(entry: Entry) -> Entry:
        nonlocal changed
        texts = {part: turn(text) for part, text in entry.texts.items()}
        changed += sum(texts[part] != text for part, text in entry.texts.items())
        return replace(entry, texts=texts)

    known = Index([rewritten(entry) for entry in entries(register, DAY, load_labels())])
    assert changed > 50
    for asked in [each["ask"] for questions in QUESTIONS.values() for each in questions] + ["5ㆍ18", "well-being", "옴부즈만", "1천"]:
        assert found(asked, known) == found(asked), asked
    given = answer(known, "5·18 well-being 인권교육")
    for hit in given.hits[Kind.COMMITMENT]:
        for part, spans in known.marks(given.found, hit).items():
            assert all(0 <= start < end <= len(hit.entry.texts[part]) for start, end in spans)


# the command -------------------------------------------------------------------------------------------------------


@cases("command")
def test_the_command_answers(case: dict[str, Any], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    try:
        ended = curate.main(case["type"])
    except SystemExit as stopped:
        ended = int(stopped.code or 0)
    printed, said = (text.decode() for text in capfdbinary.readouterr())
    assert ended == case["ends"], said
    assert case.get("says", "") in said
    assert [words for words in case.get("prints", []) if words not in printed] == []
    assert [words for words in case.get("not", []) if words in printed] == []
    assert bool(printed) == (ended != 2)


@pytest.mark.parametrize("asked", ["what did we promise about 옴부즈만?", "educaton zzzyx", "5ㆍ18에서", "ㅇㄱㄷㅅ"])
def test_for_programs_it_is_what_the_page_shows(asked: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert curate.main(["find", asked, "--json"]) == 0
    given = json.loads(capfdbinary.readouterr().out)
    assert list(given) == ["asked", "terms", "corrected", "unknown", "due", "hits", "said", "complete"]
    assert given["asked"] == asked
    assert tuple(given["hits"]) == tuple(given["said"]) == tuple(given["complete"]) == curate.KINDS
    page = opening.opened("find", q=asked)
    for kind, name in telling.NAMES.items():
        assert say("en")(f"find.kind_{kind}", n=given["said"][name]) in _kinds(page), name
    drawn = re.findall(r"/commitment\?[^'\"]*?\bid=([\w-]+)", opening.markup(page))
    assert drawn == given["hits"]["commitment"][:20]
    assert given["complete"]["commitment"] == answer(real(), asked).complete(Kind.COMMITMENT) >= given["said"]["commitment"]


def _kinds(at: Any) -> list[str]:
    control = next(each for each in at.get("button_group") if each.key == "find:kind")
    return [re.sub(r"\\(?=\W)", "", option.content) for option in control.proto.options]


def test_a_kind_that_was_not_asked_for_is_not_called_empty(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert curate.main(["find", "인권", "--json", "--kind", "pledge"]) == 0
    assert list(json.loads(capfdbinary.readouterr().out)["hits"]) == ["pledge"]


def test_in_a_terminal_without_korean_it_is_utf_8_all_the_same() -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    for language in ({"LANG": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        done = subprocess.run(
            [sys.executable, "curate.py", "find", "인권교육과 5ㆍ18", "--lang", "ko"],
            capture_output=True, cwd=ROOT, env={**bare, **language}, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stderr == b""
        assert "찾은 말: ‘인권교육’, ‘5·18’" in done.stdout.decode("utf-8")


def test_what_is_withheld_is_said_and_the_rest_is_searched(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    root = folder(tmp_path, edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    assert curate.main(["--records", str(root), "find", "offices"]) == 0
    printed, said = (text.decode() for text in capfdbinary.readouterr())
    assert "declarations/2023.yaml" in said
    assert "1 problem in the records; what is wrong was not searched (1 record or whole file)" in said
    assert "2023-p1" in printed


def test_a_filter_narrows_the_answer_of_the_page_alone() -> None:
    every = answer(real(), "인권교육")
    some = answer(real(), "인권교육", {Facet.LEDGER: ["promises"]})
    assert set(map(id, some.hits[Kind.COMMITMENT])) < set(map(id, every.hits[Kind.COMMITMENT]))
