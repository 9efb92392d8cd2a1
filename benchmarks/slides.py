"""A deck and its files, against what it took before: pictures of the same slides, to be pasted one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.loading import Compared, paired
from charts.theme import Theme
from decks.deck import Deck, numbered
from decks.sets.making import Chosen, make
from decks.showing import Showing
from exports import picture
from exports.deck.file import FORMS
from models.labels import Say, load_labels
from models.loading import load
from models.register.register import Register

SET, SLIDES, RUNS = "forum", 10, 5


def compare(records: Path, today: dt.date) -> Iterator[Compared]:
    """The deck, then each kind of file of ten of its slides."""
    whole, say = load(records, today).register, Say(load_labels(), "ko")

    def made(theme: Theme = FORMS["pdf"].theme) -> Deck:
        found = make(_showing(whole, say, today, theme), Chosen(SET))
        if not isinstance(found, Deck):
            raise SystemExit(f"there are no slides to be measured: {found}")
        return found

    ten = _ten(made())
    yield paired(f"the deck “{SET}” described / {SLIDES} pictures of it", made, lambda: _pictures(ten), RUNS)
    for name, form in FORMS.items():
        write = partial(form.write, _ten(made(form.theme)), say)
        yield paired(f"{SLIDES} slides as {name} / as {SLIDES} pictures", write, lambda: _pictures(ten), RUNS)


def _showing(whole: Register, say: Say, today: dt.date, theme: Theme) -> Showing:
    return Showing(whole.as_of(today), whole, say, today, today, "https://register.example.org", theme=theme)


def _ten(deck: Deck) -> Deck:
    return replace(deck, slides=numbered(deck.slides[:SLIDES]))


def _pictures(deck: Deck) -> None:
    for slide in deck.slides:
        picture.png(slide.canvas, 1)
