"""The way in for `make curate`: an address with a key that opens once, for one browser (models/writing/key.py)."""

from __future__ import annotations

import sys
import webbrowser

import streamlit
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from models.writing.key import COOKIE, KEYS
from widgets.server import settings

NAME = "key"
"""What the key is called in the address."""


class Curating:
    """Takes the key out of an address and gives the browser the right to write in its place."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not settings.curates() or NAME not in (request := Request(scope)).query_params:
            await self.app(scope, receive, send)
            return
        left = request.url.remove_query_params(NAME)
        answer = RedirectResponse(f"{left.path}?{left.query}".removesuffix("?"), status_code=303, headers={"cache-control": "no-store"})
        if right := KEYS.redeem(request.query_params[NAME]):
            answer.set_cookie(COOKIE, right, httponly=True, samesite="strict", path=f"{settings.base_path()}/")
            print(f"\n  Opened. For another browser: {address()}\n", flush=True)
        await answer(scope, receive, send)


def address() -> str:
    """The address that opens the note form once."""
    host = str(streamlit.get_option("server.address") or "localhost")
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{streamlit.get_option('server.port')}{settings.base_path()}/follow_through?{NAME}={KEYS.fresh}"


def invite() -> None:
    """Say in the terminal where notes are written, and open it where somebody sits at it."""
    if settings.curates():
        print(f"\n  Add notes at: {address()}\n  (it opens once; reading is at the same address without the key)\n", flush=True)
        if sys.stdout.isatty():
            webbrowser.open(address())
