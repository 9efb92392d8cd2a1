"""The codebook: its two languages hold together, and its decision table holds for every commitment on record."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pytest

from models.reading.documents import read
from models.records.terms import Force
from tests.samples.registers import RECORDS, ROOT

DOCS = ROOT / "docs"
ENGLISH, KOREAN, CHECK = ((DOCS / name).read_text(encoding="utf-8") for name in ("CODEBOOK.md", "CODEBOOK.ko.md", "codebook-check.md"))
CODE = re.compile(r"`([^`\n]+)`")
PLACE = re.compile(r"\b\d{4}-(?:[pc]\d+|close|intro)[a-z]\b", re.ASCII)


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it, up to the next heading of any level."""

    level: int
    title: str
    text: str

    @property
    def tables(self) -> list[int]:
        """How many lines each table of the section has."""
        return [len(table.splitlines()) for table in re.findall(r"(?:^\|.*\n?)+", self.text, re.MULTILINE)]


def sections(page: str) -> list[Section]:
    pieces = re.split(r"^(#+) (.+)$", page, flags=re.MULTILINE)
    return [Section(len(level), title, text) for level, title, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True)]


def cells(page: str, heading: str, head: str) -> list[list[str]]:
    """The rows of the table with this first head cell under this heading."""
    (text,) = [section.text for section in sections(page) if section.title == heading]
    (table,) = [each for each in re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE) if each.startswith(f"| {head} |")]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in table.splitlines()[2:]]


DECIDING = cells(ENGLISH, "Decision table", "row")
SENTENCES = cells(CHECK, "The sentences", "no.")
OURS = cells(CHECK, "Our own seventy by the table", "row")
PAIRS = list(zip(sections(ENGLISH), sections(KOREAN), strict=False))


def test_both_pages_have_the_same_sections_in_the_same_order() -> None:
    assert [section.level for section in sections(ENGLISH)] == [section.level for section in sections(KOREAN)]
    numbers = [[re.match(r"\d+\.", section.title) for section in sections(page)] for page in (ENGLISH, KOREAN)]
    assert [found and found[0] for found in numbers[0]] == [found and found[0] for found in numbers[1]]


@pytest.mark.parametrize(("english", "korean"), PAIRS, ids=[english.title for english, _ in PAIRS])
def test_a_section_has_the_same_tables_and_code_words_in_both(english: Section, korean: Section) -> None:
    assert korean.tables == english.tables
    assert Counter(CODE.findall(korean.text)) == Counter(CODE.findall(english.text))
    assert re.findall(r"^(?:\d\.|-) ", korean.text, re.MULTILINE) == re.findall(r"^(?:\d\.|-) ", english.text, re.MULTILINE)


def test_each_page_names_the_other_and_the_english_one_decides() -> None:
    first, erst = sections(ENGLISH)[0].text, sections(KOREAN)[0].text
    assert "(CODEBOOK.ko.md)" in first
    assert "this page decides" in first
    assert "(CODEBOOK.md)" in erst
    assert "영문판에 따른다" in erst


def test_what_is_quoted_in_english_is_quoted_alike() -> None:
    plain = ENGLISH.replace("*", "").lower()
    quoted = [words.replace("*", "") for words in re.findall("“([^”]+)”", KOREAN) if not re.search("[가-힣]", words)]
    assert len(quoted) > 100
    assert [words for words in quoted if words.lower() not in plain] == []


def test_the_deciding_rows_are_numbered_and_decide_alike_in_both() -> None:
    korean = cells(KOREAN, "결정표", "줄")
    assert [row[0] for row in DECIDING] == [row[0] for row in korean] == [str(number) for number in range(1, len(DECIDING) + 1)]
    for ours, theirs in zip(DECIDING, korean, strict=True):
        assert CODE.findall(ours[2]) == CODE.findall(theirs[2]), ours[0]
        assert PLACE.findall(ours[3]) == PLACE.findall(theirs[3]), ours[0]


def coded() -> dict[str, tuple[str | None, bool]]:
    """The precision of each commitment as its file has it, and whether it was coded anew; withheld ones too."""
    found = {}
    for path in sorted((RECORDS / "declarations").glob("*.yaml")):
        for provision in read(path, path.name).data["provisions"]:
            for each in provision.get("commitments", []):
                found[f"{path.stem}-{provision['id']}{each['id']}"] = (each.get("precision"), bool(each.get("recoded")))
    return found


def _allowed(row: str) -> list[str]:
    return [code for number, _, precision, _ in DECIDING if number == row for code in CODE.findall(precision)]


def test_every_commitment_is_decided_by_one_row_and_coded_as_it_says() -> None:
    records = coded()
    said = {place: (row, precision.strip("`")) for row, precision, places in OURS for place in PLACE.findall(places)}
    assert sum(len(PLACE.findall(places)) for *_, places in OURS) == len(said)
    assert said.keys() == records.keys()
    (sentence,) = re.findall(r"One commitment is coded anew by it: [^,]+,", CHECK)
    for place, (row, precision) in said.items():
        now, anew = records[place]
        if precision == "–":
            assert now is None, place
            continue
        assert precision in _allowed(row), place
        if anew or place not in sentence:
            assert now == precision, place


def test_the_examples_of_a_row_are_decided_by_that_row() -> None:
    said = {place: row for row, _, places in OURS for place in PLACE.findall(places)}
    for row, *_, example in DECIDING:
        assert {said[place] for place in PLACE.findall(example)} <= {row}, example


def test_the_sentences_of_other_texts_are_coded_by_the_rows_named() -> None:
    texts = {row[0] for row in cells(CHECK, "The texts", "key")}
    assert {row[1] for row in SENTENCES} == texts
    for number, _, _, words, force, precision, row, _ in SENTENCES:
        assert force.strip("`") in list(Force), number
        assert (precision == "–") == (force in ("`records`", "`states`")) == (row == "–"), number
        if row != "–":
            assert precision.strip("`") in _allowed(row), number
        assert words, number


def test_the_sums_are_those_of_the_sentences() -> None:
    assert [row[0] for row in SENTENCES] == [str(number) for number in range(1, len(SENTENCES) + 1)]
    assert len(SENTENCES) >= 30
    texts = cells(CHECK, "The texts", "key")
    assert f"tried on {len(SENTENCES)} sentences of {len(texts)} other" in CHECK
    before = Counter(row[-1] for row in SENTENCES)
    assert f"Of {len(SENTENCES)} sentences {before['yes']} were decided" in CHECK
    assert f"{before['none']} by no rule and {before['strange']} strangely" in CHECK
    builds = {build: (int(all_), int(decided)) for build, all_, decided, _ in cells(CHECK, "How often, and what was changed", "build")}
    assert {build: all_ for build, (all_, _) in builds.items()} == Counter(row[2] for row in SENTENCES)
    assert +Counter({build: decided for build, (_, decided) in builds.items()}) == Counter(row[2] for row in SENTENCES if row[-1] == "yes")
