"""Files that a reader hands in: looked at in one request by whichever server is asked, answered, and never kept.

Streamlit's own uploads stay closed: they fill the memory of one process, which another behind the same address does not have.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final, TypeVar
from urllib.parse import urlencode

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from decks.deck import Deck
from decks.sets import making, own
from decks.sets.asked import Kind
from decks.sets.making import Chosen
from decks.showing import Showing
from exports.deck import pptx
from exports.deck import template as template_
from exports.deck.file import FORMS
from models.brief import facts
from models.records.days import Refused
from widgets.parts.view import loaded_in, state_now, words_in
from widgets.server import asking

T = TypeVar("T")
KEPT: Final = ("lang", "on", "mine", "set", "slides", "title")
"""What of the address comes back with the reader."""
_MAKER = ThreadPoolExecutor(1, thread_name_prefix="template")
"""One after the other, so that readers go on meanwhile."""
AROUND: Final = 10_000
"""What a browser sends around a file."""
LONGEST: Final = 30_000
"""Servers answer no longer address; sixty slides of one's own take some four thousand signs."""
PATIENCE: Final = 300_000_000
"""So much of a file that is too big is still listened to, or the browser would say that the connection broke."""


async def slides(request: Request) -> Response:
    """A choice of slides, opened: the page that shows it, or why the file holds none."""
    found = await _file(request, own.MOST_BYTES, own.read)
    if found is None:
        return _back(request, fault="no-file")
    if isinstance(found, own.Fault):
        return _back(request, fault=found.value)
    chosen = ",".join(found.slides)
    said = {"lang": found.lang, "set": found.set, "mine" if found.set == Kind.OWN else "slides": chosen, "title": found.title}
    back = _back(request, **said, on=found.on.isoformat() if found.on else "")
    return back if len(back.headers["location"]) <= LONGEST else _back(request, fault=own.Fault.OTHER.value)


async def template(request: Request) -> Response:
    """The deck that is asked for as PowerPoint in the template that was handed in; or the page, with what is wrong with that."""
    found = await _file(request, template_.TOO_LARGE, lambda given: _written(request, given), _MAKER)
    if found is None:
        return _back(request, fault="no-file")
    if isinstance(found, own.Fault):
        return _back(request, fault="template_large", mb=str(template_.TOO_LARGE // 1_000_000))
    return found


def _written(request: Request, given: bytes) -> Response:
    say, said = words_in(asking.language(request)), request.query_params
    folder, fingerprint, now = state_now()
    on, loaded = asking.day(request), loaded_in(folder, fingerprint, now)
    if isinstance(on, Refused):
        return _back(request)  # the page says what is wrong with the day
    showing = Showing(loaded.register.as_of(on), loaded.register, say, on, now, asking.root(request), loaded.left_out)
    slides_ = tuple(filter(None, said.get("slides", "").split(",")))
    deck = making.make(showing, Chosen(facts.in_link(said.get("set", "")), slides_))
    if not isinstance(deck, Deck):
        return _back(request)  # the page says what there is not
    title = said.get("title", "").strip()[: own.TITLE]
    try:
        body = pptx.pptx(replace(deck, title=title) if title else deck, given)
    except template_.TemplateRefused as refused:
        told = {name: str(value) for name, value in refused.filled.items() if name != "layout"}
        return _back(request, **told, places=",".join(refused.lacking), fault=refused.key.removeprefix("deck."))
    return Response(body, media_type=FORMS["pptx"].media, headers={"content-disposition": f'attachment; filename="{deck.name}.pptx"'})


def _back(request: Request, **said: str) -> RedirectResponse:
    """To the page Slides, with the language, the day and one's own slides as they were unless they are said anew."""
    kept = {name: request.query_params[name] for name in KEPT if name in request.query_params}
    params = {name: value for name, value in {**kept, **said}.items() if value}
    return RedirectResponse(f"../slides?{urlencode(params)}", status_code=303)


async def _returned(request: Request) -> Response:
    """To the page Slides for whoever comes back to the address of a file, as by Enter in the bar of addresses."""
    return _back(request)


async def _file(request: Request, most: int, made: Callable[[bytes], T], line: ThreadPoolExecutor | None = None) -> T | own.Fault | None:
    """What is made of the file; that it is too big; None where none was chosen.

    While it waits in `line` it lies on the disk: many big ones at once would fill the memory.
    """
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise HTTPException(411)
    if int(length) > most + AROUND:
        heard = 0
        async for part in request.stream():
            heard += len(part)
            if heard > PATIENCE:
                break
        return own.Fault.TOO_BIG
    async with request.form(max_files=1, max_fields=1) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            return None
        lying = file.file
        return await asyncio.get_running_loop().run_in_executor(line, lambda: made(lying.read()))


ROUTES: list[BaseRoute] = [
    Route("/handed-in/slides", slides, methods=["POST"]),
    Route("/handed-in/template", template, methods=["POST"]),
    Route("/handed-in/slides", _returned),
    Route("/handed-in/template", _returned),
]
