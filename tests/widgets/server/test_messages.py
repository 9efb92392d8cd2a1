"""What a browser may say to Streamlit: all that pages send is handed on, and nothing that empties, writes or fills the server."""

from __future__ import annotations

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.samples.apart import apart
from widgets.server.messages import STREAM, Messages


def said(kind: str, operation: str = "") -> Message:
    message = BackMsg()
    if operation:
        getattr(message.backend_operation_request, operation).SetInParent()
    elif message.DESCRIPTOR.fields_by_name[kind].message_type:
        getattr(message, kind).SetInParent()
    else:
        setattr(message, kind, True)
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def heard(*messages: Message) -> list[Message]:
    """What reaches Streamlit of what a browser sends."""
    left, found = [*messages, {"type": "websocket.disconnect"}], []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] != "websocket.disconnect":
            found.append(message)

    async def receive() -> Message:
        return left.pop(0)

    async def send(message: Message) -> None:
        raise AssertionError("nothing is answered")

    apart(Messages(app)({"type": "websocket", "path": STREAM}, receive, send))
    return found


KINDS = {field.name for field in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields} - {"backend_operation_request"}
NEEDED = {"rerun_script", "stop_script", "app_heartbeat"}


@pytest.mark.parametrize("kind", sorted(NEEDED))
def test_what_pages_send_is_handed_on(kind: str) -> None:
    assert heard(said(kind)) == [said(kind)]


@pytest.mark.parametrize("kind", sorted(KINDS - NEEDED))
def test_what_no_page_sends_is_dropped_and_the_reader_goes_on(kind: str) -> None:
    assert heard(said(kind), said(kind), said("rerun_script")) == [said("rerun_script")]


def test_taking_a_file_along_is_the_only_other_thing_one_can_ask_for() -> None:
    operations = [field.name for field in BackMsg().backend_operation_request.DESCRIPTOR.oneofs_by_name["payload"].fields]
    assert len(operations) > 1
    handed_on = [name for name in operations if heard(said("backend_operation_request", name))]
    assert handed_on == ["deferred_file"]
    empty = BackMsg()
    empty.backend_operation_request.SetInParent()
    assert heard({"type": "websocket.receive", "bytes": empty.SerializeToString()}) == []


def test_what_is_no_message_at_all_is_left_for_streamlit_to_refuse() -> None:
    broken: Message = {"type": "websocket.receive", "bytes": b"\xff\xff\xff"}
    text: Message = {"type": "websocket.receive", "text": "hello"}
    assert heard({"type": "websocket.connect"}, broken, text) == [{"type": "websocket.connect"}, broken, text]
