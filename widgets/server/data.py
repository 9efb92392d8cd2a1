"""The register as plain data beside the pages: /data/register.json and /data/commitments.csv, as of any day.

Each document is made once for the records and the day, packed once, and named by what is in it (ETag): whoever has it
already is told so in a line. One thread makes them, one after the other, so that readers go on meanwhile.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import gzip
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from exports import commitments, dataset
from models.loading import Loaded
from models.records.days import Refused
from widgets.parts.view import loaded_in, state_now, words_in
from widgets.server import asking

KEPT = 8
"""So many documents are kept, of some 3 MB each; they differ by day, language and kind."""
_MAKER = ThreadPoolExecutor(1, thread_name_prefix="data")


@dataclass(frozen=True)
class Document:
    """What is answered to everybody who asks for the same."""

    body: bytes
    packed: bytes
    """The body as gzip."""
    tag: str
    """Names the body, the same on every server that has the same records."""


def _json(loaded: Loaded, day: dt.date, lang: str) -> bytes:
    return dataset.as_json(loaded.register, day, loaded.left_out)


def _table(loaded: Loaded, day: dt.date, lang: str) -> bytes:
    return commitments.for_people(loaded.register, words_in(lang), day, loaded.left_out)


@lru_cache(maxsize=KEPT)
def _document(make: Callable[[Loaded, dt.date, str], bytes], state: tuple[str, str, dt.date], day: dt.date, lang: str) -> Document:
    body = make(loaded_in(*state), day, lang)
    return Document(body, gzip.compress(body, 6, mtime=0), f'W/"{hashlib.sha256(body).hexdigest()[:32]}"')


async def _answer(request: Request, make: Callable[[Loaded, dt.date, str], bytes], media: str, name: str, lang: str) -> Response:
    day = asking.day(request)
    if isinstance(day, Refused):
        said = words_in(asking.language(request)).refusal(day)
        return PlainTextResponse(said + "\n", status_code=400, headers={"cache-control": "no-cache"})
    found = await asyncio.get_running_loop().run_in_executor(_MAKER, lambda: _document(make, state_now(), day, lang))
    headers = {"cache-control": "no-cache", "vary": "Accept-Language, Accept-Encoding", "etag": found.tag}
    if found.tag in _known(request):
        return Response(status_code=304, headers=headers)
    headers["content-disposition"] = f'attachment; filename="{name.format(day=day)}"'
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.packed, media_type=media, headers={**headers, "content-encoding": "gzip"})
    return Response(found.body, media_type=media, headers=headers)


def _known(request: Request) -> list[str]:
    """The tags of what whoever asks has already; a cache in front may have dropped the sign that a tag is weak."""
    given = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
    return [each if each.startswith("W/") else f"W/{each}" for each in given]


async def register_json(request: Request) -> Response:
    """The whole register as one document, statuses as of the day (docs/export.md)."""
    return await _answer(request, _json, "application/json", "register-{day}.json", "")


async def commitments_table(request: Request) -> Response:
    """The commitments as one table, safe to open in a spreadsheet."""
    return await _answer(request, _table, "text/csv; charset=utf-8", "commitments-{day}.csv", asking.language(request))


ROUTES: list[BaseRoute] = [Route("/data/register.json", register_json), Route("/data/commitments.csv", commitments_table)]
