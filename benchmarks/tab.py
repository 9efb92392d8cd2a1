"""One tab of a reader's browser as the server sees it: it speaks Streamlit's own protocol, without drawing anything.

tab = Tab("http://127.0.0.1:8501")
await tab.open("pledges", "lang=ko")       the page itself, a connection, the first run of the script
await tab.choose("pick:order", "오래 이어진 순")   a click on a choice, by the key that the program gave it
await tab.go("find", "lang=ko&q=인권")      a link to another page of the register
"""

from __future__ import annotations

import asyncio
import ssl
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from models.labels import load_labels

PATIENCE = 60.0
"""Seconds after which an answer is taken for lost."""
ENDS = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}


class Unanswered(Exception):
    """What was asked was not answered as a reader needs it: the connection was lost, the script failed, nothing came."""


@dataclass(frozen=True)
class Seen:
    """A part of the page that can be clicked: what it is, as the server sent it, and the fragment that it stands in."""

    kind: str
    part: Any
    fragment: str


class Counting(ClientConnection):
    """A connection that counts the bytes that come."""

    received = 0

    def data_received(self, data: bytes) -> None:
        """Count them and take them in."""
        self.received += len(data)
        super().data_received(data)


@dataclass
class Tab:
    """A tab at an address of the register; `trust` is needed where its certificate is signed by nobody."""

    address: str
    trust: ssl.SSLContext | None = None
    parts: dict[str, Seen] = field(default_factory=dict)
    """What can be clicked, by the key that the program gave it."""
    said: list[str] = field(default_factory=list)
    """The text that the last run sent, in the order in which it came."""
    _line: Counting | None = None
    _session: str = ""
    _pages: dict[str, str] = field(default_factory=dict)
    _page: str = ""
    _query: str = ""
    _chosen: dict[str, WidgetState] = field(default_factory=dict)
    _kept: dict[str, ForwardMsg] = field(default_factory=dict)

    @property
    def received(self) -> int:
        """Bytes that came over the connection, compressed as they are."""
        return self._line.received if self._line else 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    async def open(self, page: str, query: str, http: httpx.AsyncClient) -> float:
        """Seconds from the address to everything that is drawn first; the files of Streamlit are in the browser's cache."""
        await self.close()
        start = time.perf_counter()
        try:
            answer = await http.get(f"{self.address}/{page}?{query}", headers={"accept": "text/html"})
            if answer.status_code != 200:
                raise Unanswered(f"/{page}?{query}: {answer.status_code}")
            there = urlsplit(self.address)
            self._line = await connect(
                f"{'wss' if there.scheme == 'https' else 'ws'}://{there.netloc}{there.path}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item]
                origin=f"{there.scheme}://{there.netloc}",  # type: ignore[arg-type]
                ssl=self.trust,
                max_size=None,
                proxy=None,
                open_timeout=PATIENCE,
                create_connection=Counting,
            )
        except (OSError, httpx.HTTPError, WebSocketException) as error:
            raise Unanswered(f"/{page}?{query}: {error!r}") from error
        self._pages, self._page, self._query, self._chosen, self._kept = {}, "", query, {}, {}
        await self._run(page=page)
        return time.perf_counter() - start

    async def go(self, page: str, query: str) -> float:
        """Seconds from a click on a link within the register to the other page."""
        self._page, self._query = self._pages[page], query
        self._chosen = {}
        return await self._run()

    async def choose(self, key: str, *words: str) -> float:
        """Seconds from a choice to everything that follows from it; the words are those on the screen."""
        seen = self.parts[key]
        state = WidgetState(id=seen.part.id)
        if seen.kind in ("button_group", "multiselect"):
            state.string_array_value.data.extend(words)
        elif seen.kind in ("selectbox", "text_input"):
            state.string_value = words[0]
        else:
            raise Unanswered(f"{key}: nothing is chosen in a {seen.kind}")
        self._chosen[seen.part.id] = state
        return await self._run(seen.fragment)

    async def take(self, key: str, http: httpx.AsyncClient) -> bytes:
        """The file behind a button, which is made when somebody asks for it; fetched over a connection of its own."""
        made = await self.make(key)
        try:
            fetched = await http.get(f"{self.address}{made}")
        except httpx.HTTPError as error:
            raise Unanswered(f"{key}: {error!r}") from error
        if fetched.status_code != 200:
            raise Unanswered(f"{key}: {fetched.status_code}")
        return fetched.content

    async def make(self, key: str) -> str:
        """Have the file behind a button made; answers with the address at which the browser is to fetch it."""
        message = BackMsg()
        wanted = message.backend_operation_request
        wanted.request_id, wanted.session_id = uuid.uuid4().hex, self._session
        wanted.deferred_file.file_id = self.parts[key].part.deferred_file_id
        answer = await self._ask(message, lambda heard: heard.backend_operation_response.request_id == wanted.request_id)
        made = answer.backend_operation_response
        if made.error_msg:
            raise Unanswered(f"{key}: {made.error_msg}")
        return made.deferred_file.url

    def options(self, key: str) -> list[str]:
        """The words among which one may choose."""
        seen = self.parts[key]
        return [option.content for option in seen.part.options] if seen.kind == "button_group" else list(seen.part.options)

    async def close(self) -> None:
        """Close the tab as a browser does, without a word before."""
        if self._line is not None:
            await self._line.close()
            self._line = None

    def drop(self) -> None:
        """Lose the connection, as where a cable is pulled."""
        if self._line is not None:
            self._line.transport.abort()

    async def _run(self, fragment: str = "", page: str = "") -> float:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.page_script_hash, asked.page_name, asked.fragment_id = self._query, self._page, page, fragment
        asked.context_info.timezone, asked.context_info.locale, asked.context_info.url = "Asia/Seoul", "en-GB", f"{self.address}/{page}"
        asked.widget_states.widgets.extend(self._chosen.values())
        asked.cached_message_hashes.extend(self._kept)
        start = time.perf_counter()
        if not fragment:
            self.parts = {}
        self.said = []
        await self._ask(message, _ends)
        taken = time.perf_counter() - start
        failed = next((text for text in self.said if any(words in text for words in _FAILURE)), None)
        if failed:
            raise Unanswered(f"/{self._name()}?{self._query}: {failed[:300]}")
        return taken

    async def _ask(self, message: BackMsg, answers: Callable[[ForwardMsg], bool]) -> ForwardMsg:
        """Send a message and take in everything that comes, up to what answers it."""
        if self._line is None:
            raise Unanswered("the tab is closed")
        try:
            await self._line.send(message.SerializeToString())
            async with asyncio.timeout(PATIENCE):
                while True:
                    heard = self._heard(await self._line.recv())
                    if answers(heard):
                        return heard
        except (OSError, WebSocketException, TimeoutError) as error:
            raise Unanswered(f"/{self._name()}?{self._query}: {error!r}") from error

    def _name(self) -> str:
        return next((name for name, mark in self._pages.items() if mark == self._page), "?")

    def _heard(self, raw: str | bytes) -> ForwardMsg:
        """Take in one message, as the page in the browser would."""
        message = ForwardMsg()
        message.ParseFromString(raw)  # type: ignore[arg-type]
        if message.WhichOneof("type") == "ref_hash":
            message = self._kept[message.ref_hash]
        elif message.metadata.cacheable:
            self._kept[message.hash] = message
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._take(message)
        elif kind == "new_session" and message.new_session.initialize.session_id:
            self._session = message.new_session.initialize.session_id
        elif kind == "navigation":
            self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            self._page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        return message

    def _take(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        part = getattr(element, str(kind))
        if kind == "html":
            self.said.append(part.body)
        elif kind == "exception":
            raise Unanswered(f"{part.type}: {part.message}")
        mark = str(getattr(part, "id", "") or "")
        if mark.startswith("$$ID-"):
            # $$ID-digest-key; where the options are worded, the program adds a digest of the words to the key.
            key = ":".join(mark.split("-", 2)[2].split(":")[:2])
            self.parts[key] = Seen(str(kind), part, message.delta.fragment_id)


def _ends(message: ForwardMsg) -> bool:
    """Whether the run of the script that was asked for has ended; one that is broken off for another is followed by it."""
    if message.WhichOneof("type") != "script_finished":
        return False
    if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
        raise Unanswered("the script does not compile")
    return message.script_finished in ENDS


_FAILURE = tuple(load_labels()["frame.failed_title"][lang] for lang in ("en", "ko"))
