"""Whatever is parted: each character that is not blank stands in one place, in order; what was numbered so is read so."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.texts.paragraphs import Cleaned
from models.texts.parting.parted import parted
from models.texts.parts import Caution, Kind, Reading
from tests.models.texts.parting.written import cleaned

MARKS = "1. |2) |(3) |4.|5, |a) |i) |① |가. |• |- |First, |첫째, |제1조(물) |Article 2 |1.1 |ㄱ. |I. "
SIGNS = "# |**Water.** |[^1]|⏎|\n| |; |. |:|\\|(|\t"
WORDING = "We commit to: |We will open a door|물을 지킨다. |2011|Adopted in May"
BITS = st.sampled_from([*MARKS.split("|"), *SIGNS.split("|"), *WORDING.split("|")])


def placed(reading: Reading) -> Counter[int]:
    """How often each character of the source stands in words, in a mark or in what was left out."""
    found: Counter[int] = Counter()
    for part in reading.parts:
        for stretch in [*part.at, *([part.marked] if part.marked else [])]:
            found.update(range(stretch.start, stretch.end))
    for item in reading.left_out:
        found.update(range(item.at.start, item.at.end))
    return found


def is_sound(text: Cleaned) -> Reading:
    reading = parted(text)
    source, found = text.source.text, placed(reading)
    assert {at for at, sign in enumerate(source) if not sign.isspace()} <= set(found)
    assert all(times == 1 or source[at].isspace() for at, times in found.items())
    before = -1
    for part in reading.parts:
        signs = "".join(source[stretch.start : stretch.end] for stretch in part.at)
        assert "".join(part.text.split()) == "".join(signs.split())
        assert all(one.end <= two.start for one, two in zip(part.at, part.at[1:], strict=False))
        first = part.marked or (part.at[0] if part.at else None)
        if first:
            assert first.start > before
            before = first.start
        if part.marked:
            assert part.mark == source[part.marked.start : part.marked.end]
    places = [part.place for part in reading.provisions]
    assert None not in places
    assert len(set(places)) == len(places)
    assert all(part.text for part in reading.provisions)
    return reading


@settings(max_examples=150, deadline=None)
@given(st.lists(BITS, max_size=30).map("".join))
def test_every_character_stands_in_one_place(text: str) -> None:
    is_sound(cleaned(text))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=120))
def test_no_text_at_all_upsets_it(text: str) -> None:
    is_sound(cleaned(text.replace("#", "").replace("*", "").replace("[", "").replace("⏎", "")))


WORDS = st.lists(st.sampled_from(["open", "keep", "share", "build", "teach", "clean", "plant", "repair"]), min_size=3, max_size=6)
STYLES = ["{}. ", "{}) ", "({}) ", "- {}) ", "{}- ", "{}  ", "0{}. ", "제{}조 ", "Commitment {}: ", "{}\\. "]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STYLES), st.lists(WORDS, min_size=2, max_size=9), st.lists(WORDS, max_size=4))
def test_what_was_numbered_so_is_read_so(style: str, recitals: list[list[str]], promises: list[list[str]]) -> None:
    rows = ["Valley Declaration", "We, the towns, together:"]
    rows += [style.format(number) + "We " + " ".join(words) + " it." for number, words in enumerate(recitals, 1)]
    if promises:
        rows.append("We make the following commitments:")
        rows += [style.format(number) + "We " + " ".join(words) + " it." for number, words in enumerate(promises, 1)]
    reading = is_sound(cleaned("\n".join(rows)))
    assert [part.text for part in reading.provisions] == ["We " + " ".join(words) + " it." for words in [*recitals, *promises]]
    assert {warning.caution for warning in reading.warnings} <= {Caution.RESTART}
    assert [part.text for part in reading.parts if part.kind is Kind.TITLE] == ["Valley Declaration"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=3, max_size=12))
def test_a_gap_or_a_repeat_is_always_said(steps: list[int]) -> None:
    numbers = [1]
    for step in [1, *steps]:
        numbers.append(numbers[-1] + step)
    text = "Valley Declaration\n" + "\n".join(f"{number}. We open it." for number in [*numbers, numbers[-1] + 1])
    reading = is_sound(cleaned(text))
    said = Counter(warning.caution for warning in reading.warnings)
    assert said[Caution.REPEAT] == steps.count(0)
    assert said[Caution.GAP] == steps.count(2)
    assert [part.number for part in reading.provisions] == [str(number) for number in [*numbers, numbers[-1] + 1]]


HUGE = {
    "one line of marks": "Declaration: " + " ".join(f"{number}) do this and that;" for number in range(1, 999)) * 18,
    "points": "1." * 200_000,
    "sentences before a lead": "We commit. " * 40_000 + ": 1) open it all; 2) keep it all; ",
    "paragraphs": "\n".join(f"{number % 900 + 1}. We open it." for number in range(20_000)),
    "headings": "\n".join(f"Water Number {number}" for number in range(20_000)),
}


@pytest.mark.parametrize("name", HUGE)
def test_nothing_runs_away(name: str) -> None:
    text = cleaned(HUGE[name])
    started = time.process_time()
    parted(text)
    assert time.process_time() - started < 3
