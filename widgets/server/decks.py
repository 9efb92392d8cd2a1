"""A deck beside the pages: /deck/forum on the wall, and as a file: /deck/forum.html, .pptx, .pdf; of any day, all its slides or some.

Each is made once for the records, the day, the language and the choice, and named by what is in it (ETag). One thread makes them,
one after the other, so that readers go on meanwhile. What is not to be had is said in a page, in a sentence.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from decks.deck import Deck
from decks.sets import making
from decks.sets.asked import AT_HAND, Refused, Why
from decks.sets.making import Chosen
from decks.showing import Showing
from exports.deck import wall
from exports.deck.file import FORMS
from models.labels import Say
from models.records import days
from widgets.parts.view import ROOT, loaded_in, loaded_now, state_now, words_in
from widgets.server import asking, wrong_address

KEPT: Final = 24
"""So many are kept, of some 600 kB each."""
PLACE: Final = "deck"
ENDINGS: Final = {f".{name}": form for name, form in FORMS.items()}
"""By the ending of the address; that without one is the page on the wall, in the colours of its HTML file."""
WALL: Final = FORMS["html"]
UP: Final = "../"
"""The way from a deck to the register."""
LONGEST: Final = 80
"""So many signs of what was asked for are repeated."""
NOT_THERE: Final = (Why.UNKNOWN, Why.SLIDE)
"""What is not found; everything else is asked for in a wrong way."""
_MAKER = ThreadPoolExecutor(1, thread_name_prefix="deck")


@dataclass(frozen=True)
class Wanted:
    """What a deck depends on besides the records."""

    ending: str
    chosen: Chosen
    day: dt.date
    lang: str
    root: str


@dataclass(frozen=True)
class Document:
    """A deck in one form."""

    made: asking.Made
    name: str
    """What it is called where it is saved, without its ending."""


def _wall(deck: Deck, say: Say, wanted: Wanted) -> bytes:
    slides = {"slides": ",".join(wanted.chosen.slides)} if wanted.chosen.slides else {}
    params = urlencode({"lang": wanted.lang, "on": wanted.day.isoformat(), **slides})
    # A set may have a colon in its name, before which a browser would read a scheme.
    links = [Markup("<a href='./{}{}?{}'>{}</a>").format(deck.set, ending, params, say(f"deck.wall_as_{ending[1:]}")) for ending in ENDINGS]
    return wall.made(deck, say, Markup("<p>{}</p>").format(Markup(" · ").join(links)))


@lru_cache(maxsize=KEPT)
def _document(state: tuple[str, str, dt.date], wanted: Wanted) -> Document | Refused:
    loaded, say, form = loaded_in(*state), words_in(wanted.lang), ENDINGS.get(wanted.ending, WALL)
    known = loaded.register.as_of(wanted.day)
    showing = Showing(known, loaded.register, say, wanted.day, state[2], wanted.root, loaded.left_out, form.theme)
    deck = making.make(showing, wanted.chosen)
    if isinstance(deck, Refused):
        return deck
    body = form.write(deck, say) if wanted.ending else _wall(deck, say, wanted)
    return Document(asking.made(body, pack=form is WALL), deck.name)


async def _answered(request: Request) -> Response:
    """A deck, or the page that says why there is none."""
    say, day = words_in(asking.language(request)), asking.day(request)
    if isinstance(day, days.Refused):
        return _refused(say, say.refusal(day), 400)
    asked_for = request.path_params["set"]
    ending = next((each for each in ENDINGS if asked_for.endswith(each)), "")
    slides = tuple(filter(None, request.query_params.get("slides", "").split(",")))
    wanted = Wanted(ending, Chosen(asked_for.removesuffix(ending), slides), day, say.lang, asking.root(request))
    found = await asyncio.get_running_loop().run_in_executor(_MAKER, lambda: _document(state_now(), wanted))
    if isinstance(found, Refused):
        given = found.given if len(found.given) <= LONGEST else found.given[: LONGEST - 1] + "…"
        why = say(f"deck.refused_{found.why}", given=given, date=say.date(day), most=making.MOST)
        return _refused(say, why, 404 if found.why in NOT_THERE else 400, _without(found, wanted, say, "on" in request.query_params))
    file_name = f'attachment; filename="{found.name}{ending}"' if ending else ""
    return asking.answer(request, found.made, ENDINGS.get(ending, WALL).media, {}, file_name)


def _without(refused: Refused, wanted: Wanted, say: Say, fixed: bool) -> list[Markup]:
    """The way on to the same deck without the slide that it does not have, as on a day before there was anything to show on it."""
    if refused.why is not Why.SLIDE:
        return []
    rest = ",".join(name for name in wanted.chosen.slides if name != refused.given)
    params = {"lang": say.lang, "on": wanted.day.isoformat() if fixed else "", "slides": rest}
    where = f"{PLACE}/{quote(wanted.chosen.set, safe=':+')}{wanted.ending}"
    return [wrong_address.link(UP, say("slides.without"), where, {name: value for name, value in params.items() if value})]


def _refused(say: Say, why: str, status: int, ways_on: Sequence[Markup] = ()) -> Response:
    sets = [*ways_on]
    sets += [wrong_address.link(UP, say(f"deck.set_{kind}"), f"{PLACE}/{kind}", {"lang": say.lang}) for kind in AT_HAND]
    there = Markup("<h2>{}</h2><ul>{}</ul>").format(say("deck.refused_sets"), wrong_address.listed(sets))
    loaded = loaded_now()
    if loaded.left_out:  # what was asked for may be among them: withheld is not the same as not there
        there = Markup("<p class='lede'>{}</p>{}").format(say.count("frame.left_out", loaded.left_out), there)
    ways = wrong_address.further("", UP, say, len(loaded.register.pledges))
    return wrong_address.said(UP, say, say("deck.refused_title"), why, there, ways, status)


ROUTES: list[BaseRoute] = [
    Mount(f"/{PLACE}/{wall.FILES}", StaticFiles(directory=ROOT / "static" / "deck"), name="deck-files"),
    Route(f"/{PLACE}/{{set}}", _answered),
]
