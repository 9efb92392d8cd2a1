"""What is known of each forum's text, as of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from models.register.forum_texts import TextState, text_state
from models.register.frames import recurrence
from tests.samples.registers import real


@pytest.mark.parametrize(
    ("number", "day", "state"),
    [
        (14, "2026-11-29", TextState.ON_RECORD),
        (14, "2024-10-10", TextState.NOT_YET),
        (14, "2024-01-01", TextState.LATER),
        (8, "2026-11-29", TextState.KNOWN),
        (15, "2026-11-29", TextState.NOT_FOUND),
        (16, "2026-11-29", TextState.ANNOUNCED),
        (16, "2026-01-01", TextState.LATER),
    ],
)
def test_each_kind_of_gap_has_its_own_state(number: int, day: str, state: TextState) -> None:
    register = real()
    assert text_state(register, register.forum_by_number[number], dt.date.fromisoformat(day)) is state
    assert state.is_gap is (state in (TextState.NOT_YET, TextState.KNOWN, TextState.NOT_FOUND))


def test_a_text_that_is_held_and_missing_here_is_withheld() -> None:
    broken = replace(real(), declarations=tuple(each for each in real().declarations if each.id != "2024"))
    assert text_state(broken, broken.forum_by_number[14]) is TextState.WITHHELD


def test_a_chart_is_told_that_a_forum_is_only_announced() -> None:
    frame = recurrence.forums(real(), dt.date(2026, 11, 29)).set_index("forum")
    assert (frame.loc[16, "text"], frame.loc[15, "text"]) == ("announced", "not-found")
