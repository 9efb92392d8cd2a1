"""Dates as sources give them are never made more exact than the source."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from models.records.dates import PartialDate


class Dated(BaseModel):
    on: PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", dt.date(2015, 1, 1), dt.date(2015, 12, 31)),
        ("2016-02", dt.date(2016, 2, 1), dt.date(2016, 2, 29)),
        ("2015-08-07", dt.date(2015, 8, 7), dt.date(2015, 8, 7)),
    ],
)
def test_a_date_lies_between_its_first_and_its_last_day(text: str, first: dt.date, last: dt.date) -> None:
    date = PartialDate(text)
    assert (date.first, date.last) == (first, last)
    assert str(date) == text
    assert Dated(on=date).model_dump(mode="json") == {"on": text}


@pytest.mark.parametrize("text", ["", "15", "2015-8", "2015-08-7", "2015-13", "2015-02-29", "2015-08-07T00:00", "August 2015", " 2015"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        Dated.model_validate({"on": text})


@given(st.dates(dt.date(1000, 1, 1)), st.dates(dt.date(1000, 1, 1)))
def test_days_stand_in_the_order_of_the_calendar(one: dt.date, other: dt.date) -> None:
    assert (PartialDate(one.isoformat()) < PartialDate(other.isoformat())) == (one < other)


def test_a_year_stands_before_its_months_and_a_month_before_its_days() -> None:
    assert sorted(PartialDate(text) for text in ("2016", "2015-08-07", "2015", "2015-08")) == [
        PartialDate(text) for text in ("2015", "2015-08", "2015-08-07", "2016")
    ]
