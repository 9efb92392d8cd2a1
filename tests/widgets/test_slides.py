"""The page Slides, and what puts a chart or a quote of any page among one's own slides."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs

import pytest

from decks.deck import Deck
from decks.sets.making import Chosen, make
from decks.showing import Showing
from exports.deck.file import FORMS
from tests.pages.opening import drawn, opened, title, words
from tests.samples.registers import real, say
from widgets.parts.view import today

OWN = "forum/recurrence,quote:2024-c2a/words,theme:poverty/known"


def showing(lang: str) -> Showing:
    return Showing(real().as_of(today()), real(), say(lang), today(), today())


def cards(page: str) -> list[str]:
    """The titles of the slides, as the alternatives of their pictures say them."""
    return [html.unescape(alt) for alt in re.findall(r"<img src='data:image/svg\+xml;base64,[^']+' alt='([^']+)'", page)]


def ways(page: str, name: str) -> dict[str, dict[str, list[str]]]:
    """Where the links that change a page lead, by what they do with the slide of this name."""
    found = re.findall(r"data-stay='([a-z]+):([^']+)' href='\?([^']*)'", page)
    return {what: parse_qs(html.unescape(query)) for what, of, query in found if html.unescape(of) == name}


def adding(page: str) -> list[str]:
    """The slides that a page can put among one's own."""
    return [html.unescape(name) for name in re.findall(r"class='add' data-stay='mine:([^']+)'", page)]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_forum_is_ready_to_be_presented_on_the_page_itself(lang: str) -> None:
    page = drawn("slides", lang)
    deck = make(showing(lang), Chosen("forum"))
    assert isinstance(deck, Deck)
    assert cards(page) == [slide.title for slide in deck.slides]
    assert title(page) == deck.title
    assert f"href='./deck/forum?lang={lang}' target='_blank'" in page
    link = re.search(r"<nav class='pages'.*?</nav>", drawn("overview", lang), re.DOTALL)
    assert link
    assert f"href='./slides?lang={lang}'" in link[0]


def test_a_slide_is_left_out_moved_and_put_back_by_links() -> None:
    page = drawn("slides")
    assert "earlier" not in ways(page, "opening")
    rest = ways(page, "recurrence")["in"]["slides"][0]
    assert "recurrence" not in rest.split(",")
    without = drawn("slides", slides=rest)
    assert f"slides={rest.replace(',', '%2C')}" in html.unescape(without)
    assert len(cards(without)) == len(cards(page)) - 1
    assert "1 part of this set is left out" in words(without)
    assert "slides" not in ways(without, "recurrence")["in"]
    moved = ways(page, "recurrence")["earlier"]["slides"][0]
    assert cards(drawn("slides", slides=moved))[:2] == cards(page)[1::-1]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_is_not_on_record_is_moved_and_never_left_out(lang: str) -> None:
    page = drawn("slides", lang)
    assert set(ways(page, "not-on-record")) == {"earlier"}
    assert say(lang)("slides.stays") in words(page)
    moved = ways(page, "not-on-record")["earlier"]["slides"][0]
    assert moved.endswith("not-on-record," + moved.rpartition(",")[2])
    assert cards(drawn("slides", lang, slides=moved))[-2] == cards(page)[-1]


def test_ones_own_slides_are_led_to_from_every_page_and_told_whole() -> None:
    page = drawn("method", "en", mine=OWN)
    assert "My slides (3)" in words(page)
    assert re.search(r"class='mine' href='\./slides\?lang=en&amp;mine=forum%2Frecurrence%2Cquote[^']*set=own'", page)
    own = drawn("slides", "en", set="own", mine=OWN)
    assert len(cards(own)) == 4  # what is not on record comes last by itself
    assert ways(own, "quote:2024-c2a/words")["in"]["mine"] == ["forum/recurrence,theme:poverty/known"]
    assert "./deck/own?lang=en&amp;slides=forum%2Frecurrence" in own
    assert "Add to my slides" in words(drawn("slides", "en", set="own"))


def test_a_slide_is_put_in_once_and_taken_out_by_the_same_link() -> None:
    page = opened("commitment", id="2024-c2a", lang="en", mine="forum/recurrence")
    assert ways(drawn("commitment", id="2024-c2a", mine="forum/recurrence"), "quote:2024-c2a/words")["mine"]["mine"] == [
        "forum/recurrence,quote:2024-c2a/words"
    ]
    page.query_params["mine"] = "forum/recurrence,quote:2024-c2a/words"
    page.run()
    assert [each.value for each in page.toast] == ["Added. My slides has 2 slides now."]
    assert "In my slides – take out" in words(page)
    page.run()
    assert not page.toast
    full = ",".join(f"quote:2024-c{n}/words" for n in range(60))
    assert "My slides are full (60)" in words(opened("commitment", "en", id="2024-c2a", mine=full))


@pytest.mark.parametrize(
    ("page", "query", "slides"),
    [
        ("overview", {}, {"forum/standing"}),
        ("pledges", {}, {"forum/recurrence"}),
        ("pledges", {"theme": ["poverty", "health"], "group": "women"}, None),
        ("pledges", {"order": "long"}, set()),
        ("pledges", {"force": "asks"}, set()),
        ("timeline", {}, {"due/timeline"}),
        ("timeline", {"theme": "networks", "show": "due"}, {"due+theme:networks/timeline"}),
        ("timeline", {"years": "2018-2024"}, set()),
        ("pledge", {"id": "human-rights-education"}, {"pledge:human-rights-education/through", "quote:2011-p9/words"}),
        ("pledge", {"id": "10-100-1000-campaign"}, {"measure:campaign/measure"}),
        ("city", {"id": "gwangju", "part": ["city", "forum"]}, {"measure:training/measure", "measure:korean-councils/measure"}),
        ("briefing", {"about": "city:gwangju"}, {"quote:2024-c2a/words"}),
        ("declarations", {"follow": "2024"}, {"turn:2023-2024/carried"}),
        ("find", {"q": "poverty"}, {"quote:2023-c1a/words"}),
        ("declarations", {"id": "2024"}, {"quote:2024-c2a/words"}),
        ("declarations", {"id": "2024", "with": "2023", "pledge": "human-rights-education"}, set()),
    ],
)
def test_what_a_page_offers_to_put_in_is_there(page: str, query: dict[str, str | list[str]], slides: set[str] | None) -> None:
    """Each chart and each quote names a slide that can be made, unless no set says what the filters say."""
    found = adding(drawn(page, "en", **query))
    if slides == set():
        assert not [name for name in found if not name.startswith("quote:")]
    elif slides:
        assert slides <= set(found)
    deck = make(showing("en"), Chosen("own", tuple(found[:20])))
    assert isinstance(deck, Deck), deck


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"set": "theme:atlantis"}, "no slides named “theme:atlantis”"),
        ({"set": "forum+theme:poverty"}, "cannot be narrowed"),
        ({"set": "city:gwangju+city:seoul"}, "Choose one city at most"),
        ({"slides": "recurrence,atlantis"}, "none named “atlantis”"),
        ({"slides": ",".join(f"s{n}" for n in range(61))}, "61 slides were chosen; 60 are the most"),
        ({"fault": "not-json"}, "not JSON or is broken"),
        ({"fault": "<b>x</b>"}, "The forum in ten slides"),
    ],
)
def test_what_there_is_not_is_said_with_what_to_do(query: dict[str, str | list[str]], said: str) -> None:
    page = drawn("slides", "en", **query)
    assert said in words(page)
    assert "<b>x</b>" not in page


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_deck_is_taken_along_as_powerpoint_pdf_and_one_file(lang: str) -> None:
    """The title that the reader gave goes with it; each is named by the set, the language and the day."""
    page = opened("slides", lang, slides="recurrence", title="의회 보고")
    names = [each.proto.label for each in page.get("download_button")]
    assert names == [say(lang)(f"slides.{key}") for key in ("take_pptx", "take_pdf", "take_html", "save")]
    deck = make(showing(lang), Chosen("forum", ("recurrence",)))
    assert isinstance(deck, Deck)
    made = {ending: form.write(deck, say(lang)) for ending, form in FORMS.items()}
    assert made["pptx"].startswith(b"PK")
    assert made["pdf"].startswith(b"%PDF")
    assert made["html"].lower().startswith(b"<!doctype html")
