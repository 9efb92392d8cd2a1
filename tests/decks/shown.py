"""Decks of the real records and of others, as tests make them; and what may be wrong with a slide in a hall."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from charts.canvas import MESSAGE, SMALL_HALL, Canvas, Text
from charts.svg import around
from charts.theme import HEIGHT, LEFT, RIGHT
from decks.deck import Deck, Figures, Quotes, Slide, Table
from decks.sets.making import Chosen, make
from decks.showing import Showing
from models.register.register import Register
from tests.charts.faults import box, faults
from tests.samples.registers import TODAY, real, say

BASE = "https://register.example.org"


def showing(lang: str = "en", register: Register | None = None, on: dt.date = TODAY) -> Showing:
    whole = register or real()
    return Showing(whole.as_of(on), whole, say(lang), on, TODAY, BASE)


def deck(set_: str, lang: str = "en", *slides: str, register: Register | None = None, on: dt.date = TODAY) -> Deck:
    found = make(showing(lang, register, on), Chosen(set_, slides))
    assert isinstance(found, Deck), found
    return found


def wrong(slide: Slide) -> list[str]:
    """What cannot be read, is cut off, lies over something else or lies outside; and a message that is too small."""
    canvas = slide.canvas
    found = faults(canvas, SMALL_HALL)
    said = around(canvas)
    found += [f"small: {text.words}" for text in said if text.size < SMALL_HALL]
    found += [f"outside: {text.words}" for text in said if box(text)[0] < LEFT - 1 or box(text)[2] > RIGHT + 1 or text.y > HEIGHT - 4]
    found += [f"cut off: {text.words}" for text in [*said, *canvas.texts] if _cut(text)]
    found += ["taller than a slide"] if canvas.height != HEIGHT else []
    found += [f"over the foot: {text.words}" for text in canvas.texts if text.y > canvas.foot]
    found += [f"title of {canvas.title_size} px"] if canvas.title_size < 34 else []
    found += ["no address"] if not canvas.address.startswith(BASE) else []
    return found + [f"too small for its message: {text.words}" for text in message(slide) if text.size < MESSAGE]


def _cut(text: Text) -> bool:
    """Whether words end in an ellipsis that is ours: no record and no label ends so."""
    return text.words.endswith("…")


def message(slide: Slide) -> list[Text]:
    """The lines that carry what a slide says: words quoted, cells of a table, figures. What charts draw is measured with them."""
    body, heads = slide.body, set()
    if not isinstance(body, Quotes | Table | Figures):
        return []
    if isinstance(body, Table):
        heads = set(body.heads)
    glyphs = {"✓", "(✓)", "→", "?", "!", "×", "+"}
    return [text for text in slide.canvas.texts if text.words not in heads | glyphs]


def words(canvas: Canvas) -> str:
    """Everything that a slide says, as one line."""
    return " ".join(text.words for text in [*around(canvas), *canvas.texts]).replace("\u00a0", " ")


def titled(register: Register, title: str) -> Register:
    """The same register with one pledge of another title, in both languages."""
    first, *rest = register.pledges
    changed = first.model_copy(update={"title": first.title.model_copy(update={"en": title, "ko": title})})
    return replace(register, pledges=(changed, *rest))
