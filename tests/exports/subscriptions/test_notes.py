"""The feed of new notes, as another library reads it."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree

import feedparser
import pytest

from exports.subscriptions import notes
from exports.subscriptions.asked import Asked
from tests.days.told import Known
from tests.samples.payloads import PAYLOAD, hostile
from tests.samples.registers import LATEST, real, register, say

ATOM = "{http://www.w3.org/2005/Atom}"
ROOT = "https://register.example.org/promises"


def asked(lang: str = "en", on: dt.date = LATEST, withheld: int = 0, root: str = ROOT, fixed: bool = False) -> Asked:
    return Asked(say(lang), on, fixed, root, withheld)


def parsed(data: bytes) -> feedparser.FeedParserDict:
    found = feedparser.parse(data)
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_feed_has_the_newest_notes_and_says_how_many_there_are(lang: str) -> None:
    found = parsed(notes.feed(real(), asked(lang)))
    written = [entry.updated for entry in found.entries]
    assert len(found.entries) == notes.NEWEST < len(real().notes)
    assert written == sorted(written, reverse=True)
    assert {each[:10] for each in written[:70]} == {"2026-11-28"}
    assert all(each.endswith("T00:00:00+09:00") for each in written)
    assert str(notes.NEWEST) in found.feed.subtitle
    assert str(len(real().notes)) in found.feed.subtitle
    assert (found.feed.updated, found.feed.language) == (written[0], lang)
    (first, *_) = found.entries
    assert first.link == f"{ROOT}/commitment?id=2011-c1a&lang={lang}"
    assert first.title == f"{say(lang).place('2011-c1a')}: {say(lang)('terms.standing_partly-done')}"
    assert first.author == say(lang)("notes.by_second_reading")


def test_what_the_form_asks_for_is_there() -> None:
    """RFC 4287, 4.1: a feed and each of its entries have an id, a title and a moment; whose they are is said; one link of each kind."""
    feed = ElementTree.fromstring(notes.feed(real(), asked()))
    assert feed.tag == f"{ATOM}feed"
    for holder in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(holder.findall(f"{ATOM}{name}")) == 1
        assert re.fullmatch(r"tag:register\.example\.org,\d{4}-\d\d-\d\d:notes?/[a-z0-9/-]+", holder.findtext(f"{ATOM}id") or "")
        assert holder.findall(f"{ATOM}author")
        assert [link.get("rel", "alternate") for link in holder.findall(f"{ATOM}link")].count("alternate") == 1
    assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [f"{ROOT}/data/notes.atom?lang=en"]


def test_a_note_keeps_its_name_in_every_language_on_every_day_and_path() -> None:
    early = dt.date(2017, 12, 31)
    names = [
        {entry.link.split("id=")[1].partition("&")[0]: entry.id for entry in parsed(notes.feed(real(), each)).entries}
        for each in (asked(on=early), asked("ko", early, fixed=True), asked(on=early, root="http://register.example.org"))
    ]
    assert names[0] == names[1] == names[2]
    every = [entry.id for entry in parsed(notes.feed(real(), asked())).entries]
    assert len(set(every)) == len(every)
    assert notes.feed(real(), asked()) == notes.feed(real(), asked()), "there is no clock in it"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_an_earlier_day_tells_nothing_of_what_came_later(lang: str) -> None:
    day = dt.date(2017, 12, 31)
    data = notes.feed(real(), asked(lang, day, fixed=True))
    found = parsed(data)
    assert {entry.id.split(":note/")[1] for entry in found.entries} == {note.id for note in real().as_of(day).notes}
    assert all("on=2017-12-31" in entry.link for entry in found.entries)
    told = " ".join(f"{entry.title} {entry.summary}" for entry in found.entries)
    assert Known(real().as_of(day), day).hindsight(told) == []


def test_text_stays_text() -> None:
    (entry,) = parsed(notes.feed(hostile(), asked())).entries
    shown = PAYLOAD.replace("\x07", "\ufffd")
    for sign in ("\r\n", "\x0b", "\x85", "\u2028"):
        shown = shown.replace(sign, "\n")
    assert entry.summary == shown
    assert (entry.author, entry.summary_detail.type) == (shown, "text/plain")
    content = ElementTree.fromstring(notes.feed(hostile(), asked())).findtext(f"{ATOM}entry/{ATOM}content") or ""
    assert "<script" not in content
    assert "&lt;script&gt;" in content


def test_what_is_withheld_is_said_and_an_empty_feed_is_one() -> None:
    sentence = say("en").count("frame.left_out", 3)
    assert sentence in parsed(notes.feed(real(), asked(withheld=3))).feed.subtitle
    assert sentence[:20] not in parsed(notes.feed(real(), asked())).feed.subtitle
    empty = parsed(notes.feed(register(), asked()))
    assert (empty.entries, empty.feed.updated[:10]) == ([], LATEST.isoformat())
