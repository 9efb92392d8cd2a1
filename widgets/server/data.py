"""The register as plain data beside the pages: the addresses below /data/, as of any day (docs/export.md lists them).

Each file is made once for the records, the day and what else it depends on, packed once, and named by what is in it (ETag): whoever
has it already is told so in a line. One thread makes them, one after the other, so that readers go on meanwhile. Programs in the page
of another site may read them too.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from exports import dataset
from exports.subscriptions import dates, notes
from exports.subscriptions.asked import Asked
from exports.tables import every, package
from models.loading import Loaded
from models.records.days import Refused
from widgets.parts.view import loaded_in, state_now, words_in
from widgets.server import asking

KEPT = 12
"""So many files are kept, of some 3 MB at most; they differ by day, language and kind."""
_MAKER = ThreadPoolExecutor(1, thread_name_prefix="data")
METHODS: Final = ("GET", "HEAD", "OPTIONS")
OPEN: Final = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Content-Disposition",
    "cross-origin-resource-policy": "cross-origin",
}
"""The data is everybody's: a page of any site may read it. No cookie is asked for, and none is sent along."""
ASKED_BEFORE: Final = {
    "allow": ", ".join(METHODS),
    "access-control-allow-methods": ", ".join(METHODS),
    "access-control-allow-headers": "If-None-Match",
    "access-control-max-age": "86400",
}
"""What a browser is told that asks beforehand what it may ask for."""


@dataclass(frozen=True)
class Wanted:
    """What a file depends on besides the records; empty what it does not depend on, so that it is made once for all."""

    day: dt.date
    lang: str = ""
    root: str = ""
    fixed: bool = False
    """Whether the day was named in the address."""


Make = Callable[[Loaded, Wanted], bytes]


@dataclass(frozen=True)
class File:
    """One address below /data/: what makes its file, of which kind that is, and what it depends on."""

    stem: str
    ending: str
    make: Make
    media: str
    spoken: bool = True
    """Whether it is in a language."""
    rooted: bool = False
    """Whether full addresses are in it; in a table, in the one for people."""
    shown: bool = False
    """Whether a browser that can show it may, and need not keep it."""

    @property
    def name(self) -> str:
        return f"{self.stem}.{self.ending}"

    def wanted(self, request: Request, day: dt.date) -> Wanted:
        lang = asking.language(request) if self.spoken else ""
        if self.ending == "csv" and "lang" not in request.query_params:
            return Wanted(day)  # for programs, which get the same columns whatever language they prefer
        if not self.rooted:
            return Wanted(day, lang)
        return Wanted(day, lang, asking.root(request), "on" in request.query_params)

    def called(self, day: dt.date) -> str:
        how = "inline" if self.shown else "attachment"
        return f'{how}; filename="{self.stem}-{day.isoformat()}.{self.ending}"'


def _json(loaded: Loaded, wanted: Wanted) -> bytes:
    return dataset.as_json(loaded.register, wanted.day, loaded.left_out)


def _table(name: str, loaded: Loaded, wanted: Wanted) -> bytes:
    if not wanted.lang:
        return every.for_programs(name, loaded.register, wanted.day, loaded.left_out)
    return every.for_people(name, loaded.register, words_in(wanted.lang), wanted.day, loaded.left_out, wanted.root)


def _description(loaded: Loaded, wanted: Wanted) -> bytes:
    """The day is always named in it: tomorrow the same address would be another table."""
    place = f"{wanted.root}/data/{{}}?on={wanted.day.isoformat()}"
    return package.described(loaded.register, words_in(wanted.lang), wanted.day, loaded.left_out, place.format)


def _archive(loaded: Loaded, wanted: Wanted) -> bytes:
    return package.archive(loaded.register, words_in(wanted.lang), wanted.day, loaded.left_out)


def _feed(loaded: Loaded, wanted: Wanted) -> bytes:
    return notes.feed(loaded.register, _asked(loaded, wanted))


def _calendar(loaded: Loaded, wanted: Wanted) -> bytes:
    return dates.calendar(loaded.register, _asked(loaded, wanted))


def _asked(loaded: Loaded, wanted: Wanted) -> Asked:
    return Asked(words_in(wanted.lang), wanted.day, wanted.fixed, wanted.root, loaded.left_out)


FILES: Final = (
    File("register", "json", _json, "application/json", spoken=False),
    *(File(name, "csv", partial(_table, name), "text/csv; charset=utf-8", rooted=name == "commitments") for name in every.TABLES),
    File("datapackage", "json", _description, "application/json", rooted=True),
    File("datapackage", "zip", _archive, "application/zip"),
    File("notes", "atom", _feed, "application/atom+xml; charset=utf-8", rooted=True, shown=True),
    File("register", "ics", _calendar, "text/calendar; charset=utf-8", rooted=True),
)


@lru_cache(maxsize=KEPT)
def _made(make: Make, state: tuple[str, str, dt.date], wanted: Wanted) -> asking.Made:
    return asking.made(make(loaded_in(*state), wanted), pack=make is not _archive)


async def _answered(file: File, request: Request) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={**OPEN, **ASKED_BEFORE})
    answer = await _answer(file, request)
    if request.method == "HEAD":
        answer.body = b""  # its headers are those of the whole answer
    return answer


async def _answer(file: File, request: Request) -> Response:
    day = asking.day(request)
    if isinstance(day, Refused):
        said = words_in(asking.language(request)).refusal(day)
        return PlainTextResponse(said + "\n", status_code=400, headers={**OPEN, "cache-control": "no-cache"})
    wanted = file.wanted(request, day)
    found = await asyncio.get_running_loop().run_in_executor(_MAKER, lambda: _made(file.make, state_now(), wanted))
    return asking.answer(request, found, file.media, OPEN, file.called(day))


def _route(file: File) -> Route:
    async def answered(request: Request) -> Response:
        return await _answered(file, request)

    return Route(f"/data/{file.name}", answered, methods=METHODS)


ROUTES: list[BaseRoute] = [_route(file) for file in FILES]
