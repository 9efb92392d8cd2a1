"""Who is let in at all: before anything else is asked, pages of other sites are refused all but the data, and what no reader needs is
closed.

Streamlit would let through what comes from this machine's own addresses, whatever the port, and asks an outside host for that
address at the first foreign request, which holds up everybody where outgoing packets are dropped.
"""

from __future__ import annotations

import logging
import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from widgets.server import settings

LOG = logging.getLogger("register")
OPEN = frozenset({"health", "host-config", "stream", "bidi-components"})
"""What Streamlit's own script in the browser asks for below `/_stcore/`; a monitor may ask for `health`."""
METRICS = "metrics"
READING = frozenset({"GET", "HEAD", "OPTIONS"})
_DATA = re.compile(r"/data/[a-z]+\.[a-z]+")
_REFUSED = 1008
"""The code with which a websocket is closed for breaking a rule."""


class Guard:
    """Refuses requests that another site's page sends, and those for what is closed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.base = settings.base_path()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        path = scope["path"].removeprefix(self.base)
        if not is_own(headers.get("origin"), headers.get("host", "")) and not is_data(scope, path):
            LOG.warning("A request that the page of another site sent was refused", extra={"path": scope["path"]})
            await _refuse(403, scope, receive, send)
        elif is_closed(path):
            await _refuse(404, scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_own(origin: str | None, host: str) -> bool:
    """Whether a request comes from a page of this register, or from no page at all.

    The scheme is left out: a server in front may speak TLS for this one. Where that server does not pass on the host that
    was asked for, REGISTER_ADDRESS says which it was.
    """
    if origin is None:
        return True
    try:
        given = urlsplit(origin).netloc.lower()
    except ValueError:
        return False  # no browser writes an origin that cannot be read
    return bool(given) and given in (host.lower(), settings.public_host())


def is_data(scope: Scope, path: str) -> bool:
    """Whether the register's data is only read, which the page of any site may: everything in it is public, and nothing is done by it."""
    return scope["type"] == "http" and scope["method"] in READING and _DATA.fullmatch(path) is not None


def is_closed(path: str) -> bool:
    """Whether this is one of Streamlit's addresses that no page of the register uses: uploads, figures, agents."""
    parts = path.strip("/").split("/")
    if parts[0] != "_stcore" or len(parts) < 2:
        return False
    return parts[1] not in OPEN and not (parts[1:] == [METRICS] and settings.metrics_are_open())


async def _refuse(status: int, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": _REFUSED})
        return
    words = "Forbidden: this request was sent by the page of another site.\n" if status == 403 else "Not Found\n"
    await PlainTextResponse(words, status_code=status)(scope, receive, send)
