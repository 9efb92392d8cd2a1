"""The Korean of the records: the cases of korean_records.yaml, and the real records held to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models.loading import record_files
from models.reading.documents import parse
from tests.samples.registers import RECORDS

CASES: dict[str, list[dict[str, Any]]] = parse(
    (Path(__file__).parent / "korean_records.yaml").read_text(encoding="utf-8"), "korean_records.yaml"
).data
NAMES = {
    "OHCHR": "유엔 인권최고대표사무소",
    "UCLG": "세계지방정부연합",
    "RWI": "라울발렌베리 인권연구소",
    "KOICA": "한국국제협력단",
    "OECD": "경제협력개발기구",
}
ENDS_IN_A_CONSONANT = {"UCLG": True, "KOICA": True, "OHCHR": False, "RWI": False, "OECD": False}
AFTER_A_VOWEL, AFTER_A_CONSONANT = ("는", "가", "를", "와"), ("은", "이", "을", "과")


# what is looked for -------------------------------------------------------------------------------------------------


def misleading(korean: str, folder: str = "") -> list[str]:
    """Words of the list that stand in a Korean sentence; without a folder, whichever folder they are limited to."""
    found = []
    for case in CASES["words"]:
        left = korean
        for word in case.get("unless", []):
            left = left.replace(word, "")
        if case["never"] in left and (not folder or folder in case.get("where", [folder])):
            found.append(case["never"])
    return found


def is_said_as_done(summary: str) -> bool:
    """Whether the summary of a promise reads as something that is already going on."""
    return not summary.endswith(("기로 한다.", "약속한다."))


def names_the_status(test: str) -> bool:
    """Whether a test names its three answers as the pages do."""
    return all(word in test for word in ("착수", "일부 이행")) and test.endswith("이행 완료로 본다.")


def takes_the_number_in(english: str, korean: str) -> bool:
    """Whether “more than” became a word that takes the number itself in, or leaves open whether it does."""
    return bool(re.search(r"[Mm]ore than (\d|ten)", english)) and "넘" not in korean


def unexplained(sentences: list[str]) -> list[str]:
    """Abbreviations that the sentences of one record use before they spell them out, and particles that do not fit."""
    text = " ".join(sentences)
    found = []
    for short, name in NAMES.items():
        plain = re.search(rf"(?<![A-Za-z]){short}(?! ASPAC|[A-Za-z-])", text)
        if plain and not text[: plain.start()].endswith(f"{name}("):
            found.append(short)
        wrong = AFTER_A_VOWEL if ENDS_IN_A_CONSONANT[short] else AFTER_A_CONSONANT
        found += [match[0] for match in re.finditer(rf"\({short}\)({'|'.join(wrong)})(?![가-힣])", text)]
    return found


# the cases ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES["words"], ids=lambda case: case["never"])
def test_a_misleading_word_is_found_and_its_right_word_is_not(case: dict[str, Any]) -> None:
    assert case["never"] in misleading(f"이 기록은 {case['never']} 등을 다룬다.")
    for right in (case["right"], *case.get("unless", [])):
        assert misleading(f"이 기록은 {right} 등을 다룬다.") == []


def test_a_word_is_held_only_in_the_folders_it_names() -> None:
    assert misleading("시장의 공약을 보도하였다.", "evidence") == []
    assert misleading("여덟 가지 공약을 다룬다.", "pledges") == ["공약"]


@pytest.mark.parametrize("case", CASES["promises"], ids=lambda case: case["given"])
def test_the_summary_of_a_promise(case: dict[str, str]) -> None:
    assert is_said_as_done(case["given"]) == ("found" in case)


@pytest.mark.parametrize("case", CASES["tests"], ids=lambda case: case["given"])
def test_the_end_of_a_test(case: dict[str, str]) -> None:
    assert names_the_status(case["given"]) == ("found" not in case)


@pytest.mark.parametrize("case", CASES["more_than"], ids=lambda case: case["given"])
def test_more_than_a_number(case: dict[str, str]) -> None:
    assert takes_the_number_in(case["english"], case["given"]) == ("found" in case)


@pytest.mark.parametrize("case", CASES["first_mention"], ids=lambda case: str(case["given"]))
def test_the_first_mention_of_an_abbreviation(case: dict[str, Any]) -> None:
    assert unexplained(case["given"]) == ([case["found"]] if "found" in case else [])


# the real records ---------------------------------------------------------------------------------------------------


def _pairs(part: Any, place: str) -> Iterator[tuple[str, str, str]]:
    """Place, English and Korean of all that stands in both languages."""
    if isinstance(part, dict):
        if isinstance(part.get("ko"), str):
            yield place, str(part.get("en", part.get("quote", ""))), part["ko"]
        for name, value in part.items():
            yield from _pairs(value, f"{place} {name}")
    elif isinstance(part, list):
        for number, value in enumerate(part):
            name = (
                next((str(value[key]) for key in ("id", "number", "at", "provision") if key in value), "")
                if isinstance(value, dict)
                else ""
            )
            yield from _pairs(value, f"{place} {name or number}")


@cache
def _files() -> dict[str, Any]:
    paths = (path for _, path in record_files(RECORDS)[0])
    return {path.relative_to(RECORDS).as_posix(): parse(path.read_text(encoding="utf-8"), path.name).data for path in paths}


def _commitments() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, data in _files().items():
        if name.startswith("declarations/"):
            for provision in data["provisions"]:
                for commitment in provision.get("commitments", []):
                    yield f"{Path(name).stem}-{provision['id']}{commitment['id']}", commitment


def test_no_real_record_has_a_misleading_word() -> None:
    found = {
        place: words
        for name, data in _files().items()
        for place, _, ko in _pairs(data, name)
        if (words := misleading(ko, name.split("/")[0]))
    }
    assert found == {}


def test_every_right_word_stands_in_a_real_record() -> None:
    korean = "\n".join(ko for name, data in _files().items() for _, _, ko in _pairs(data, name))
    assert [case["right"] for case in CASES["words"] if case["right"] not in korean] == []


def test_every_real_promise_is_summed_up_as_a_promise() -> None:
    promises = [(place, each["summary"]["ko"]) for place, each in _commitments() if each["force"] == "undertakes"]
    assert len(promises) >= 30
    assert [place for place, summary in promises if is_said_as_done(summary)] == []


def test_every_real_test_names_the_status() -> None:
    tests = [(place, each["test"]["ko"]) for place, each in _commitments() if "test" in each]
    assert len(tests) >= 60
    assert [place for place, test in tests if not names_the_status(test)] == []


def test_more_than_is_never_at_least_in_the_real_records() -> None:
    found = [place for name, data in _files().items() for place, en, ko in _pairs(data, name) if takes_the_number_in(en, ko)]
    assert found == []


def test_the_real_notes_and_sources_spell_out_their_abbreviations() -> None:
    records = {name: data for name, data in _files().items() if name.startswith("notes/")}
    for name, data in _files().items():
        if name.startswith("evidence/"):
            records |= {f"{name} {source['id']}": source for source in data}
    found = {place: short for place, data in records.items() if (short := unexplained([ko for _, _, ko in _pairs(data, place)]))}
    assert found == {}
