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
from starlette.responses import JSONResponse, RedirectResponse, Response
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
from models.texts import opening
from models.texts.drafting.packed import packed
from models.texts.files.refusing import MOST_BYTES
from models.texts.files.refusing import Refused as NotRead
from widgets.parts.address import CARRIED
from widgets.parts.view import loaded_in, state_now, words_in
from widgets.server import asking

T = TypeVar("T")
KEPT: Final = ("lang", "on", "mine", "set", "slides", "title")
"""What of the address comes back with the reader."""
_MAKER = ThreadPoolExecutor(1, thread_name_prefix="template")
"""One after the other, so that readers go on meanwhile."""
_READER = ThreadPoolExecutor(2, thread_name_prefix="draft")
"""Waits for the process in which a file is read."""
AROUND: Final = 10_000
"""What a browser sends around a file."""
LONGEST: Final = 30_000
"""Servers answer no longer address; sixty slides of one's own take some four thousand signs."""
PATIENCE: Final = 300_000_000
"""So much of a file that is too big is still listened to, or the browser would say that the connection broke."""


async def slides(request: Request) -> Response:
    """A choice of slides, opened: the page that shows it, or why the file holds none."""
    found = await _file(request, own.MOST_BYTES, lambda given, name: own.read(given))
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
    found = await _file(request, template_.TOO_LARGE, lambda given, name: _written(request, given), _MAKER)
    if found is None:
        return _back(request, fault="no-file")
    if isinstance(found, own.Fault):
        return _back(request, fault="template_large", mb=str(template_.TOO_LARGE // 1_000_000))
    return found


async def draft(request: Request) -> Response:
    """A draft that was handed in, read: for the script of the page that sent it, which hands it to its session; nothing is kept here."""
    say = words_in(asking.language(request))
    found = await _file(request, MOST_BYTES, _read, _READER)
    if found is None:
        return _told(refused=say("draft.no_file"))
    if isinstance(found, own.Fault):
        return _told(refused=say("texts.refused_large", limit=str(MOST_BYTES // 1_000_000)))
    return _told(refused=say(found.label, **found.words)) if isinstance(found, NotRead) else _told(read=found)


def _read(given: bytes, name: str) -> str | NotRead:
    """The reading of a file, packed; or why it is not read."""
    try:
        return packed(opening.read(given, name))
    except NotRead as refused:
        return refused


def _told(**said: str) -> JSONResponse:
    return JSONResponse(said, headers={"cache-control": "no-store"})


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


async def _to_draft(request: Request) -> Response:
    """To the page Draft for whoever comes to the address of its file."""
    params = {name: request.query_params[name] for name in CARRIED if name in request.query_params}
    return RedirectResponse(f"../draft?{urlencode(params)}", status_code=303)


async def _returned(request: Request) -> Response:
    """To the page Slides for whoever comes back to the address of a file, as by Enter in the bar of addresses."""
    return _back(request)


async def _file(
    request: Request, most: int, made: Callable[[bytes, str], T], line: ThreadPoolExecutor | None = None
) -> T | own.Fault | None:
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
        lying, name = file.file, file.filename
        return await asyncio.get_running_loop().run_in_executor(line, lambda: made(lying.read(), name))


ROUTES: list[BaseRoute] = [
    Route("/handed-in/slides", slides, methods=["POST"]),
    Route("/handed-in/template", template, methods=["POST"]),
    Route("/handed-in/draft", draft, methods=["POST"]),
    Route("/handed-in/slides", _returned),
    Route("/handed-in/template", _returned),
    Route("/handed-in/draft", _to_draft),
]
