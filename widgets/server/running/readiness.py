"""Whether the server is there, and whether it has something true to show: for a monitor, or whatever shares out the readers."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from widgets.parts.edition import edition
from widgets.parts.view import loaded_in, state_now


def live(request: Request) -> Response:
    """The server answers; says nothing of the records."""
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


def ready(request: Request) -> Response:
    """How many record files were read, how many records are withheld, and which edition is shown.

    503 as long as there is no declaration to show. Withheld records are no reason to take a server out: the others have
    the same ones, and the pages say so.
    """
    state = state_now()
    loaded = loaded_in(*state)
    shows = bool(loaded.register.declarations)
    said = {
        "ready": shows,
        "files": loaded.files,
        "withheld": loaded.left_out,
        "edition": edition(state[1], loaded.register) if shows else None,
    }
    return JSONResponse(said, status_code=200 if shows else 503, headers={"cache-control": "no-store"})


ROUTES: list[BaseRoute] = [Route("/live", live), Route("/ready", ready)]
