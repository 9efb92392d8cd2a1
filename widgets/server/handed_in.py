"""Files that a reader hands in: looked at in one request by whichever server is asked, answered, and never kept.

Streamlit's own uploads stay closed: they fill the memory of one process, which another behind the same address does not have.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from decks.sets import own
from decks.sets.asked import Kind

AROUND: Final = 10_000
"""What a browser sends around a file."""
PATIENCE: Final = 300_000_000
"""So much of a file that is too big is still listened to, or the browser would say that the connection broke."""


async def slides(request: Request) -> Response:
    """A choice of slides, opened: the page that shows it, or why the file holds none."""
    given = await _file(request, own.MOST_BYTES)
    if given is None:
        return _back(request, fault="no-file")
    found = given if isinstance(given, own.Fault) else await run_in_threadpool(own.read, given)
    if isinstance(found, own.Fault):
        return _back(request, fault=found.value)
    chosen = ",".join(found.slides)
    said = {"lang": found.lang, "set": found.set, "mine" if found.set == Kind.OWN else "slides": chosen, "title": found.title}
    return _back(request, **said, on=found.on.isoformat() if found.on else "")


def _back(request: Request, **said: str) -> RedirectResponse:
    """To the page Slides, with the language, the day and one's own slides as they were unless they are said anew."""
    kept = {name: request.query_params[name] for name in ("lang", "on", "mine") if name in request.query_params}
    params = {name: value for name, value in {**kept, **said}.items() if value}
    return RedirectResponse(f"../slides?{urlencode(params)}", status_code=303)


async def _file(request: Request, most: int) -> bytes | own.Fault | None:
    """What is in the file; that it is too big; None where none was chosen."""
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
        return await file.read()


ROUTES: list[BaseRoute] = [Route("/handed-in/slides", slides, methods=["POST"])]
