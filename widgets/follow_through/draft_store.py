"""Unsaved writing, kept on the server so that a reload or a lost connection does not lose it.

Only text is kept, for a week at most, and each draft only for its owner. A restart of the server forgets them.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

import streamlit as st

from models.writing.drafts import Draft

MOST = 500
"""So many drafts are kept; the one that was touched longest ago goes first."""
MOST_LETTERS = 400_000
"""A larger draft is no note; it lives on in its own session only."""
AGE = 7 * 24 * 3600


@dataclass(frozen=True)
class Kept:
    """One draft as it was when its owner last changed it."""

    id: str
    owner: str
    text: str
    commitment: str
    touched: float

    @property
    def draft(self) -> Draft:
        return Draft.from_text(self.text)

    @property
    def day(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self.touched, dt.UTC)


class DraftStore:
    """All drafts of all owners; shared by the sessions of this server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def keep(self, id_: str, owner: str, draft: Draft) -> None:
        """Keep the draft under its id; an id that somebody else holds is left alone."""
        text = draft.as_text()
        if not re.fullmatch(r"[A-Za-z0-9_-]{16,40}", id_) or len(text) > MOST_LETTERS:
            return
        with self._lock:
            held = self._kept.get(id_)
            if held and held.owner != owner:
                return
            self._kept[id_] = Kept(id_, owner, text, draft.commitment, time.time())
            self._kept.move_to_end(id_)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)

    def find(self, id_: str, owner: str) -> Kept | None:
        with self._lock:
            held = self._kept.get(id_)
            return held if held and held.owner == owner and time.time() - held.touched < AGE else None

    def of(self, owner: str) -> list[Kept]:
        """The drafts of one owner, the last touched first."""
        with self._lock:
            for id_ in [id_ for id_, held in self._kept.items() if time.time() - held.touched >= AGE]:
                del self._kept[id_]
            return [held for held in reversed(self._kept.values()) if held.owner == owner]

    def drop(self, id_: str, owner: str) -> None:
        with self._lock:
            held = self._kept.get(id_)
            if held and held.owner == owner:
                del self._kept[id_]


def new_id() -> str:
    """An id that nobody can guess, for an address."""
    return secrets.token_urlsafe(15)


@st.cache_resource(show_spinner=False)
def store() -> DraftStore:
    """The drafts of this server."""
    return DraftStore()
