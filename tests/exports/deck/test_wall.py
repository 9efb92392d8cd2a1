"""A deck for a browser, on the wall and as one file: what is in it, whatever the records say."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
import uharfbuzz

from charts import svg
from charts.canvas import Canvas
from charts.theme import ON_PAGE
from decks.deck import Deck, Slide
from decks.sets.making import Chosen, make
from exports.deck import document, file, wall
from tests.decks.shown import showing
from tests.samples.registers import TODAY, say

PAYLOAD = "</script></style><img src=x onerror=alert(1)>\"'<!-- </title>&amp;"
PLAIN = {"html", "head", "meta", "title", "link", "style", "body", "main", "h1", "h2", "section", "p", "a", "span", "aside", "div", "nav"}
PLAIN |= {"button", "dialog", "header", "footer", "ol", "li", "template", "time", "script"}
DRAWN = {"svg", "defs", "pattern", "path", "rect", "text", "tspan", "polyline"}


class Read(HTMLParser):
    """A page as a browser reads it: its elements, their attributes and the words in them."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: dict[str, list[str]] = {}
        self.inside: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words.setdefault(self.inside[-1], []).append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@cache
def forum(lang: str) -> Deck:
    deck = make(replace(showing(lang), theme=ON_PAGE), Chosen("forum"))
    assert isinstance(deck, Deck)
    return deck


def of(*slides: Slide) -> Deck:
    return Deck("own", slides[0].title, "en", TODAY, "https://register.example/deck/own?lang=en", slides)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_slide_has_its_heading_its_picture_in_words_its_notes_and_its_address(lang: str) -> None:
    deck = forum(lang)
    page = Read(wall.made(deck, say(lang)))
    assert page.all("html") == [{"lang": lang}]
    assert page.words["h2"][: len(deck.slides)] == [slide.title for slide in deck.slides]
    pictures = page.all("svg")
    assert [(each["role"], each["aria-label"]) for each in pictures] == [("img", slide.canvas.alt) for slide in deck.slides]
    assert [each["id"] for each in page.all("section") if "id" in each] == [slide.id for slide in deck.slides]
    links = [each["href"] for each in page.all("a")]
    assert [each for each in links if each.startswith("#/")] == [f"#/{slide.id}" for slide in deck.slides]
    assert {slide.address for slide in deck.slides} | {deck.address} <= set(links)
    assert [each for slide in deck.slides for each in slide.notes if each not in page.words["p"]] == []
    assert [id_ for id_, times in Counter(each["id"] for _, each in page.elements if "id" in each).items() if times > 1] == []


def test_a_picture_has_only_colours_that_change_from_light_to_dark() -> None:
    made = document.document(forum("en"), say("en"))
    pictures = "".join(re.findall(r"<svg.*?</svg>", made.body, flags=re.DOTALL))
    assert re.findall(r'(?:fill|stroke)="#[^"]*"', pictures) == []
    wanted = set(re.findall(r"var\((--[\w-]+)\)", pictures))
    light, dark = re.findall(r":root[^{]*{([^}]*)}", made.style)[:2]
    assert wanted
    assert [name for name in wanted for colors in (light, dark) if f"{name}:" not in colors] == []
    assert light != dark.replace(";color-scheme:dark", "")


def test_the_typeface_within_has_every_sign_that_is_drawn_with_it() -> None:
    deck = forum("ko")
    faces = re.findall(r"font-weight:(\d+);src:url\(data:font/otf;base64,([^)]+)\)", document.document(deck, say("ko")).style)
    has = {int(weight): set(uharfbuzz.Face(base64.b64decode(font)).unicodes) for weight, font in faces}
    runs = [run for slide in deck.slides for text in [*svg.around(slide.canvas), *slide.canvas.texts] for run in text.runs]
    assert {run.weight for run in runs} <= set(has)
    assert {sign for run in runs for sign in run.words if ord(sign) not in has[run.weight]} == set()
    assert {sign for slide in deck.slides for note in slide.notes for sign in note if ord(sign) not in has[400]} - set("\n") == set()


@pytest.mark.parametrize("made", [lambda deck: wall.made(deck, say("en")), lambda deck: file.made(deck, say("en"))], ids=["wall", "file"])
def test_what_a_record_says_stays_text(made: object) -> None:
    canvas = Canvas(PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD, ON_PAGE, "en", hall=True, address=f"https://register.example/{PAYLOAD}")
    canvas.text(40, 300, PAYLOAD)
    page = Read(made(of(Slide("some", canvas, (PAYLOAD,)), Slide("others", canvas, (PAYLOAD,)))))  # type: ignore[operator]
    assert {name for name, _ in page.elements} <= PLAIN | DRAWN
    assert [name for _, attributes in page.elements for name in attributes if name.startswith("on")] == []
    assert len(page.all("script")) == len(document.SCRIPTS)
    # The parser gives words in pieces where a sign was escaped in them.
    assert PAYLOAD in "".join(page.words["h2"])
    assert "".join(page.words["p"]).count(PAYLOAD) >= 4
    assert page.all("svg")[0]["aria-label"] == PAYLOAD


def test_slides_of_two_sets_with_one_name_have_each_an_address() -> None:
    canvas = Canvas("A finding", theme=ON_PAGE, hall=True)
    page = Read(wall.made(of(Slide("standing", canvas, ()), Slide("standing", canvas, ())), say("en")))
    assert [each["id"] for each in page.all("section") if "id" in each] == ["standing", "standing~2"]


def test_the_file_is_the_same_each_time_and_lets_nothing_run_or_be_asked_for_but_what_is_in_it() -> None:
    made = file.made(forum("en"), say("en"))
    assert made == file.made(forum("en"), say("en"))
    page = Read(made)
    policy = next(each["content"] for each in page.all("meta") if each.get("http-equiv") == "Content-Security-Policy")
    rules = {name: values for name, *values in (each.split() for each in policy.split("; "))}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"]
    for element, rule in (("script", "script-src"), ("style", "style-src")):
        texts = re.findall(rf"<{element}>(.*?)</{element}>", made.decode(), flags=re.DOTALL)
        prints = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts]
        assert rules[rule] == prints
    assert [each for each in page.all("script") if "src" in each] == []
    assert {each["href"].partition(",")[0] for each in page.all("link")} == {"data:image/png;base64"}


def test_the_page_on_the_wall_has_no_script_within_it() -> None:
    page = Read(wall.made(forum("en"), say("en")))
    assert [each["src"].partition("?")[0] for each in page.all("script")] == [f"files/{name}" for name in document.SCRIPTS]
    assert "script" not in page.words
