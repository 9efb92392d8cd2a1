"""Files that readers take along, handed out by whichever replica is asked, for as long as the store keeps them.

Streamlit answers for what the process that made a file still has in its memory; for everything else the store is asked, into which
`widgets/parts/download.py` puts each file as it is made.
"""

from __future__ import annotations

import logging

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.keeping.files import File, files
from models.keeping.store import Unkept
from widgets.server import settings

LOG = logging.getLogger("register")
MEDIA = "/media/"


class TakenAlong:
    """Hands out the files that Streamlit does not have any more, or that another replica made."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.base = settings.base_path()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope.get("path", "").removeprefix(self.base).startswith(MEDIA):
            await self._handed_out(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _handed_out(self, scope: Scope, receive: Receive, send: Send) -> None:
        found, missed = None, False

        async def heard(message: Message) -> None:
            nonlocal found, missed
            if message["type"] == "http.response.start" and message["status"] == 404:
                found = await self._kept(scope)
                missed = found is not None
            if not missed:
                await send(message)

        await self.app(scope, receive, heard)
        if found is not None:
            named = {"content-disposition": f'attachment; filename="{found.filename}"'} if found.filename else {}
            answer = Response(found.body, media_type=found.media_type, headers={**named, "cache-control": "no-cache"})
            if scope["method"] == "HEAD":
                answer.body = b""
            await answer(scope, receive, send)

    async def _kept(self, scope: Scope) -> File | None:
        id_ = scope["path"].rpartition("/")[2].partition(".")[0]
        try:
            return await run_in_threadpool(files().find, id_)
        except Unkept as error:
            LOG.error("Files to take along cannot be looked for", extra={"why": error.why})
            return None
