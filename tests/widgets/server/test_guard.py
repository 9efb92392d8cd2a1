"""Who is let in at all: requests of other sites' pages are refused, and what no page needs is closed."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from tests.samples.apart import apart
from widgets.server.guard import Guard

HOST = "register.example.org"
FORBIDDEN, THERE, NOWHERE = 403, 200, 404


def answered(path: str = "/", origin: str | None = None, kind: str = "http", host: str = HOST, method: str = "GET") -> int:
    """The status of the answer; of a websocket 200 where it is let through, else the code it is closed with."""
    headers = [(b"host", host.encode()), *([(b"origin", origin.encode())] if origin is not None else [])]
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        start: dict[str, Any] = {"type": "http.response.start", "status": THERE, "headers": []}
        await send(start if kind == "http" else {"type": "websocket.accept", "code": THERE})

    async def receive() -> Message:
        return {"type": "http.request"} if kind == "http" else {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {"type": kind, "method": method, "path": path, "headers": headers, "query_string": b""}
    apart(Guard(app)(scope, receive, send))
    return int(sent[0].get("status") or sent[0]["code"])


@pytest.mark.parametrize("origin", [None, f"https://{HOST}", f"http://{HOST}", f"https://{HOST.upper()}"])
def test_its_own_pages_and_programs_are_let_in(origin: str | None) -> None:
    assert answered(origin=origin) == THERE
    assert answered("/_stcore/stream", origin, "websocket") == THERE


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "",
        "http://localhost",
        "http://127.0.0.1:8501",
        f"https://{HOST}:8443",
        f"https://{HOST}.evil.example",
        "http://[",
        "http://[::1",
    ],
)
def test_the_page_of_another_site_or_port_is_refused_whatever_it_asks_for(origin: str) -> None:
    assert answered(origin=origin) == FORBIDDEN
    assert answered("/find", origin) == FORBIDDEN
    assert answered("/_stcore/stream", origin, "websocket") == 1008


def test_the_data_may_be_read_by_the_page_of_any_site_and_nothing_else_beside_it() -> None:
    foreign = "https://other.example"
    for method in ("GET", "HEAD", "OPTIONS"):
        assert answered("/data/notes.csv", foreign, method=method) == THERE
    assert answered("/data/notes.csv", foreign, method="POST") == FORBIDDEN
    assert answered("/data/notes.csv", foreign, "websocket") == 1008
    for path in ("/data/", "/data/../_stcore/stream", "/data/x/y.csv", "/other/data/notes.csv", "/data/notes.csv/x"):
        assert answered(path, foreign) == FORBIDDEN


def test_behind_a_server_that_hides_the_host_the_public_address_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    public = f"https://{HOST}"
    assert answered(origin=public, host="127.0.0.1:8501") == FORBIDDEN
    monkeypatch.setenv("REGISTER_ADDRESS", f"https://{HOST}/promises")
    assert answered(origin=public, host="127.0.0.1:8501") == THERE
    assert answered(origin="https://evil.example", host="127.0.0.1:8501") == FORBIDDEN


@pytest.mark.parametrize("path", ["upload_file/one/two", "metrics", "agent/mcp", "agent/interact", "agent/openapi.json", "/metrics", "new"])
def test_what_no_page_needs_is_closed(path: str) -> None:
    assert answered(f"/_stcore/{path}") == NOWHERE


@pytest.mark.parametrize("path", ["health", "host-config", "bidi-components/one/two.js"])
def test_what_the_pages_need_is_open(path: str) -> None:
    assert answered(f"/_stcore/{path}") == THERE


def test_figures_about_the_server_are_open_only_where_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_METRICS", "1")
    assert answered("/_stcore/metrics") == THERE
    assert answered("/_stcore/agent/mcp") == NOWHERE
