"""Files that readers take along, from whichever replica they ask: the one that made a file keeps it where all can find it.

Streamlit holds such a file in the memory of the process that made it, and the browser asks for it by a new request, which
a server in front may hand to another. Where several share a store (REGISTER_STATE or REGISTER_STORE is set), the file is put
there before the browser learns its address; a replica that lacks a file looks there.
"""

from __future__ import annotations

import logging
import os
from email.message import Message as Headers

from google.protobuf.message import DecodeError
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from models.keeping.files import File, files
from models.keeping.store import Unkept
from widgets.server import settings
from widgets.server.messages import STREAM

LOG = logging.getLogger("register")
MEDIA = "/media/"
_LARGEST = 4096
"""An answer that names a file is far shorter, and no other message has to be read for it."""


def is_shared() -> bool:
    """Whether more than one replica may look for a file."""
    return bool(os.environ.get("REGISTER_STATE") or os.environ.get("REGISTER_STORE"))


class TakenAlong:
    """Puts files into the store as they are made, and hands out those that another replica made."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.base = settings.base_path()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "").removeprefix(self.base)
        if not is_shared():
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket" and path == STREAM:
            await self._watching(scope, receive, send)
        elif scope["type"] == "http" and path.startswith(MEDIA):
            await self._handed_out(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _watching(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what Streamlit says; before a browser is told where its file is, the file is put into the store."""

        async def said(message: Message) -> None:
            raw = message.get("bytes")
            if raw and len(raw) < _LARGEST and (address := _names_a_file(raw)):
                await self._keep(scope, address)
            await send(message)

        await self.app(scope, receive, said)

    async def _keep(self, scope: Scope, address: str) -> None:
        path = f"{self.base}{address}"
        asked = {**scope, "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b""}
        got = await self._asked(asked)
        try:
            if got is not None:
                await run_in_threadpool(files().keep, _id(address), got.media_type, got.filename, got.body)
        except Unkept as error:  # the replica that made it can still hand it out
            LOG.error("A file to take along is not kept for the other replicas", extra={"why": error.why})

    async def _asked(self, scope: Scope) -> File | None:
        """What this replica itself answers to the request for a file."""
        status, headers, body = 0, Headers(), bytearray()

        async def nothing() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def heard(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                for name, value in message["headers"]:
                    headers[name.decode("latin-1")] = value.decode("latin-1")
            else:
                body.extend(message.get("body", b""))

        wanted = [pair for pair in scope["headers"] if pair[0] not in (b"range", b"accept-encoding")]
        await self.app({**scope, "headers": wanted}, nothing, heard)
        return File(headers.get_content_type(), headers.get_filename() or "", bytes(body)) if status == 200 else None

    async def _handed_out(self, scope: Scope, receive: Receive, send: Send) -> None:
        found, missed = None, False

        async def heard(message: Message) -> None:
            nonlocal found, missed
            if message["type"] == "http.response.start" and message["status"] == 404:
                found = await self._elsewhere(scope)
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

    async def _elsewhere(self, scope: Scope) -> File | None:
        try:
            return await run_in_threadpool(files().find, _id(scope["path"]))
        except Unkept as error:
            LOG.error("Files of the other replicas cannot be looked for", extra={"why": error.why})
            return None


def _names_a_file(raw: bytes) -> str:
    """The address of a file that was just made, where a message to a browser gives one; else ''."""
    message = ForwardMsg()
    try:
        message.ParseFromString(raw)
    except DecodeError:
        return ""
    if message.WhichOneof("type") != "backend_operation_response":
        return ""
    address = message.backend_operation_response.deferred_file.url
    return address if address.startswith(MEDIA) else ""


def _id(address: str) -> str:
    return address.rpartition("/")[2]
