"""The door: what an address leads to. A page gets its page, everything that is answered beside the pages is let through, and
whatever leads nowhere gets a page that says so, with 404 for machines.

Without it Streamlit answers every wrong address with an empty application and 200.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.records.days import Refused
from widgets.frame import titles
from widgets.parts.view import ROOT, loaded_now, words_in
from widgets.server import asking, settings, shell, wrong_address

SHELL = "static-assets"
"""What Streamlit calls the route that answers every address with its index page if no file has that name."""
OWN = "/_stcore/"
"""Below it Streamlit talks to itself: its answers are for a program."""
ALIASES = frozenset({titles.FIRST, "index.html"})
"""Other names of the first page."""
BESIDE = frozenset({"data", "deck", "door", "embed", "fonts", "handed-in", "live", "ready"})
"""What stands beside the pages; also below a base path, of which these routes know nothing."""
SPEAKING = ("/deck/", "/embed/")
"""What stands here says itself what it does not have; and the page of a wrong address may be shown by no other site."""
READING = frozenset({"GET", "HEAD"})


class Door:
    """Stands before Streamlit and decides what an address leads to."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.base = settings.base_path()
        shell.prepare()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(f"{self.base}/"):
            await self.app(scope, receive, send)
            return
        request, path = Request(scope), scope["path"][len(self.base) :].removeprefix("/")
        if not path or path in ALIASES or path in titles.PAGES:
            await _answered(await _page(request, path), scope, receive, send)
        elif self.base and path.partition("/")[0] in BESIDE:
            await self.app({**scope, "path": f"/{path}", "raw_path": f"/{path}".encode()}, receive, send)
        elif _leads_nowhere(scope, path):
            if OWN in f"/{path}/":
                await PlainTextResponse("Not Found\n", status_code=404)(scope, receive, send)
                return
            await _answered(await run_in_threadpool(wrong_address.answer, request, self._up(scope)), scope, receive, send)
        else:
            await self._through(request, scope, receive, send)

    def _up(self, scope: Scope) -> str:
        """The way from an address to the register; as the browser sees it, for which %2F is no step."""
        raw = scope.get("raw_path", scope["path"].encode()).decode("latin-1")[len(self.base) :]
        return "../" * (raw.count("/") - 1) or "./"

    async def _through(self, request: Request, scope: Scope, receive: Receive, send: Send) -> None:
        """Let it through; where nothing is found and a reader asked, not a program, say so as everywhere."""
        reader = "text/html" in request.headers.get("accept", "") and request.method in READING
        reader = reader and OWN not in scope["path"] and not scope["path"].startswith(SPEAKING)
        missed = False

        async def heard(message: Message) -> None:
            nonlocal missed
            if reader and message["type"] == "http.response.start" and message["status"] == 404:
                missed = True
            if not missed:
                await send(message)

        await self.app(scope, receive, heard)
        if missed:
            await _answered(await run_in_threadpool(wrong_address.answer, request, self._up(scope)), scope, receive, send)


async def _page(request: Request, path: str) -> Response:
    """The page of that name; no name is the first one's, and its other names lead there."""
    if request.method not in READING:
        return PlainTextResponse("Method Not Allowed\n", status_code=405, headers={"allow": "GET, HEAD"})
    if path in ALIASES:
        return RedirectResponse(f"./?{request.url.query}".removesuffix("?"), status_code=307)
    return await run_in_threadpool(_drawn, request, path or titles.FIRST)


def _drawn(request: Request, page: str) -> HTMLResponse:
    """Streamlit's page with what a link to it is called."""
    say = words_in(asking.language(request))
    named = None
    if any(each in request.query_params for each in titles.NAMING.get(page, ())):
        day, register = asking.day(request), loaded_now().register
        known = register if isinstance(day, Refused) else register.as_of(day)
        named = titles.shown(known, say, page, lambda name: next(filter(None, request.query_params.getlist(name)), None))
    body = shell.page(say, titles.of_page(say, page, named), named.words if named else say("door.about"), str(request.url))
    return HTMLResponse(body, headers={"cache-control": "no-cache", "vary": "Accept-Language"})


def _leads_nowhere(scope: Scope, path: str) -> bool:
    """Whether nothing would answer but Streamlit's index page."""
    if path.rstrip("/") in titles.PAGES:
        return False  # Streamlit leads to the address without the stroke
    routes: list[BaseRoute] = scope["app"].routes
    taken = next((route for route in routes if route.matches(scope)[0] is not Match.NONE), None)
    if getattr(taken, "name", None) != SHELL:
        return taken is None
    # Only names of Streamlit's own files are looked up; what could leave their folder never is.
    plain = "\0" not in path and "\\" not in path and not {"", ".", ".."} & set(path.split("/"))
    return not (plain and (shell.INDEX.parent / path).is_file())


async def _answered(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["method"] == "HEAD":
        response.body = b""  # its headers are those of the whole answer
    await response(scope, receive, send)


ROUTES: list[BaseRoute] = [
    Route("/door/icon.png", lambda request: _icon()),
    Mount("/door", StaticFiles(directory=shell.FILES), name="door"),
]


def _icon() -> Response:
    return Response((ROOT / "static" / "icon.png").read_bytes(), media_type="image/png", headers={"cache-control": "max-age=86400"})
