"""What a browser may say to Streamlit, and no more: messages that no page of the register sends are dropped unheard.

Any reader could send them by hand: to empty all caches, to write into the program's folder, to end the run of a script on save.
"""

from __future__ import annotations

import logging

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from widgets.server import settings

LOG = logging.getLogger("register")
STREAM = "/_stcore/stream"
HEARD = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
"""What pages need: to be drawn again, to be left, and to say that they are still there."""
OPERATIONS = frozenset({"deferred_file"})
"""Of what the server does without drawing: making the file that somebody takes along."""


class Messages:
    """Stands between the browsers and Streamlit, and hands on what pages need."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.path = settings.base_path() + STREAM

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket" or scope["path"] != self.path:
            await self.app(scope, receive, send)
            return
        said: set[str] = set()

        async def heard() -> Message:
            while True:
                message = await receive()
                kind = dropped(message)
                if kind is None:
                    return message
                if kind not in said:  # once for each connection, or the log would be the way to fill the disk
                    said.add(kind)
                    LOG.warning("A message that no page sends was dropped", extra={"kind": kind})

        await self.app(scope, heard, send)


def dropped(message: Message) -> str | None:
    """The kind of a message that is not handed on; None for what is."""
    raw = message.get("bytes") if message["type"] == "websocket.receive" else None
    if not raw:
        return None
    parsed = BackMsg()
    try:
        parsed.ParseFromString(raw)
    except DecodeError:
        return None  # Streamlit closes the connection for it
    kind = parsed.WhichOneof("type")
    if kind == "backend_operation_request":
        operation = parsed.backend_operation_request.WhichOneof("payload")
        return None if operation in OPERATIONS else f"{kind}: {operation}"
    return None if kind in HEARD else str(kind)
