"""The calendar of due dates and forums, as another library reads it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import vobject

from exports.subscriptions import dates
from models.records.terms import Holding
from models.register.register import Register
from tests.days.told import Known
from tests.exports.subscriptions.test_notes import ROOT, asked
from tests.samples.payloads import PAYLOAD, hostile
from tests.samples.registers import LATEST, real, say

OPEN = dt.date(2024, 12, 1)
"""The 15th forum is to be held in May 2025 by what had been adopted, and its days are not announced yet."""


def read(register: Register, **given: Any) -> Any:
    """The calendar; that its lines are what the form asks for is looked at first."""
    data = dates.calendar(register, asked(**given))
    assert data.replace(b"\r\n", b"").translate(None, b"\r\n") == data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    return vobject.readOne(data.decode())


def events(register: Register, **given: Any) -> list[Any]:
    return list(read(register, **given).vevent_list)


def event(of: str, **given: Any) -> Any:
    (found,) = [each for each in events(real(), **given) if each.url.value.startswith(f"{ROOT}/{of}")]
    return found


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_due_date_and_every_forum_is_there(lang: str) -> None:
    due = [each for each in real().commitment_by_id.values() if each.due_by]
    found = events(real(), lang=lang)
    assert len(found) == len(due) + len(real().forums)
    assert len({each.uid.value for each in found}) == len(found)
    assert all(each.transp.value == "TRANSPARENT" for each in found)
    campaign = event("commitment?id=2024-c2a", lang=lang)
    assert (campaign.dtstart.value, campaign.dtend.value) == (dt.date(2030, 12, 31), dt.date(2031, 1, 1))
    assert real().commitment_by_id["2024-c2a"].quote in campaign.description.value
    assert "“by 2030”" in campaign.description.value
    assert say(lang)("subscriptions.due_day", date=say(lang).date(dt.date(2030, 12, 31))) in campaign.description.value
    assert campaign.url.value == f"{ROOT}/commitment?id=2024-c2a&lang={lang}"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_of_a_due_month_no_day_is_made(lang: str) -> None:
    months = event("commitment?id=2024-c4a", lang=lang, on=OPEN)
    assert (months.dtstart.value, months.dtend.value, months.status.value) == (dt.date(2025, 5, 1), dt.date(2025, 6, 1), "TENTATIVE")
    assert say(lang).day_open("2025-05") in months.summary.value
    assert say(lang)("subscriptions.due_open", within=say(lang).partial("2025-05")) in months.description.value
    known = event("commitment?id=2024-c4a", lang=lang)
    assert (known.dtstart.value, known.status.value) == (dt.date(2025, 5, 17), "CONFIRMED")
    assert known.uid.value == months.uid.value, "it is the same event, moved"


def test_a_forum_that_is_only_announced_is_tentative() -> None:
    stands = {each.dtstart.value: each.status.value for each in events(real()) if say("en")("timeline.kind_forum") in each.categories.value}
    assert stands == {each.start: "TENTATIVE" if each.held is Holding.ANNOUNCED else "CONFIRMED" for each in real().forums}
    assert list(stands.values()).count("TENTATIVE") == 1
    last = real().forums[-1]
    (found,) = [each for each in events(real()) if each.dtstart.value == last.start]
    assert found.dtend.value == last.end + dt.timedelta(days=1)
    assert say("en")("terms.text_announced") in found.description.value


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("day", ["2011-05-17", "2018-10-15", "2024-06-02", "2024-06-03", "2025-05-05", "2026-01-24"])
def test_an_earlier_day_tells_nothing_of_what_came_later(day: str, lang: str) -> None:
    on = dt.date.fromisoformat(day)
    known = Known(real().as_of(on), on)
    for each in events(real(), lang=lang, on=on, fixed=True):
        told = f"{each.dtstart.value} {each.summary.value} {each.description.value}"
        assert known.hindsight(told) == [], (day, told)
        assert f"on={day}" in each.url.value


def test_text_stays_text() -> None:
    due, forum = sorted(events(hostile()), key=lambda each: str(each.url.value))
    shown = PAYLOAD.replace("\x07", "\ufffd")
    for sign in ("\r\n", "\x0b", "\x85", "\u2028"):
        shown = shown.replace(sign, "\n")
    assert due.summary.value.endswith(shown)
    assert due.description.value.startswith(f"“{shown}”")
    assert forum.summary.value == "14th World Human Rights Cities Forum"


def test_what_is_withheld_is_said_and_the_same_records_give_the_same_bytes() -> None:
    assert say("en").count("frame.left_out", 3) in read(real(), withheld=3).description.value
    assert say("en").count("frame.left_out", 3)[:20] not in read(real()).description.value
    assert dates.calendar(real(), asked(lang="ko")) == dates.calendar(real(), asked(lang="ko"))
    assert b"DTSTAMP:20241011T000000Z" in dates.calendar(real(), asked()), "there is no clock in it"
    assert max(each.dtstamp.value.date() for each in events(real())) <= LATEST
