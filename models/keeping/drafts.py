"""Unsaved notes, kept so that a reload, a lost connection or a restart of the server does not lose them.

Only text is kept, for a week at most, and each draft only for its owner. Every change of a draft gives it the next revision,
and who changes it says which one they have seen: whoever has not seen the last one is told and overwrites nothing. A draft
that was saved as a note or discarded leaves its id behind for as long, so that another window that has it open is told too.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Double, Integer, MetaData, String, Table, Text, and_, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Row

from models.keeping.store import Layout, Store, Unkept, configured
from models.writing.drafts import Draft

MOST = 500
"""So many drafts are kept; the one that was touched longest ago goes first."""
MOST_LETTERS = 400_000
"""A larger draft is no note; it lives on in its own window only, which says so."""
AGE = 7 * 24 * 3600
SAVING = 60
"""After so many seconds whoever began to save a draft has died over it, and it is open again."""
ID = re.compile(r"[A-Za-z0-9_-]{16,40}")


class State(StrEnum):
    """What has become of a draft."""

    OPEN = "open"
    SAVING = "saving"
    SAVED = "saved"
    """There is a note of it; its text is no longer kept."""
    DISCARDED = "discarded"


_tables = MetaData()
_drafts = Table(
    "register_drafts",
    _tables,
    Column("id", String(40), primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    Column("commitment", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("touched", Double, nullable=False, index=True),
)
LAYOUT = Layout("drafts", 1, _tables)


@dataclass(frozen=True)
class Kept:
    """One draft as it was when its owner last changed it."""

    id: str
    owner: str
    text: str
    commitment: str
    touched: float
    revision: int
    state: State = State.OPEN

    @property
    def draft(self) -> Draft:
        return Draft.from_text(self.text)

    @property
    def day(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self.touched, dt.UTC)

    @property
    def is_open(self) -> bool:
        """Whether somebody can go on with it."""
        return self.state is State.OPEN or (self.state is State.SAVING and time.time() - self.touched > SAVING)


class Overtaken(Exception):
    """The draft was changed, saved or discarded elsewhere since; `now` is how it is kept, None where it is somebody else's."""

    def __init__(self, now: Kept | None) -> None:
        super().__init__("this draft was changed elsewhere")
        self.now = now


class Drafts:
    """All drafts of all owners in a store; every server that has the store sees the same."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, id_: str, owner: str, draft: Draft, seen: int) -> int:
        """Keep a draft and give back its revision; `seen` is the one that the writer has seen last, 0 for a new draft.

        Raises `Overtaken` where another one is kept by now, and then changes nothing; `Unkept` where it cannot be kept.
        """
        written = draft.as_text()
        if not ID.fullmatch(id_):
            raise ValueError(f"{id_!r} is no id of a draft")
        if len(written) > MOST_LETTERS:
            raise Unkept("large", f"a draft of {len(written)} letters")
        new = {"id": id_, "owner": owner, "commitment": draft.commitment, "text": written}
        with self._store.changing() as connection:
            kept = self._put(connection, {**new, "revision": seen + 1, "state": State.OPEN, "touched": time.time()})
            held = None if kept else self._row(connection, id_)
        if not kept:
            if held and held.owner == owner and held.is_open and held.text == written:
                return held.revision  # the other window wrote the very same words
            raise Overtaken(held if held and held.owner == owner else None)
        if seen == 0:
            self._make_room()
        return seen + 1

    def _put(self, connection: Connection, row: dict[str, object]) -> bool:
        """Put it in one statement, which compares and changes: no process can come between."""
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        made = insert(_drafts).values(row)
        put = made.on_conflict_do_update(
            index_elements=[_drafts.c.id],
            set_={name: made.excluded[name] for name in ("commitment", "text", "revision", "state", "touched")},
            where=and_(_drafts.c.owner == row["owner"], _drafts.c.revision == made.excluded.revision - 1, self._open()),
        )
        return connection.execute(put, execution_options={"preserve_rowcount": True}).rowcount == 1

    def find(self, id_: str, owner: str) -> Kept | None:
        """The draft with this id, in whatever state, if it is this owner's."""
        with self._store.looking() as connection:
            held = self._row(connection, id_)
        return held if held and held.owner == owner and time.time() - held.touched < AGE else None

    def of(self, owner: str) -> list[Kept]:
        """The drafts of one owner that can be gone on with, the last touched first."""
        wanted = select(_drafts).where(_drafts.c.owner == owner, _drafts.c.touched > time.time() - AGE, self._open())
        with self._store.looking() as connection:
            return [_kept(row) for row in connection.execute(wanted.order_by(_drafts.c.touched.desc()))]

    # what becomes of it ---------------------------------------------------------------------------------------------

    def begin_saving(self, id_: str, owner: str, seen: int) -> int:
        """Take the draft for saving it as a note, so that nobody else does; gives back its revision, 0 where it was never kept."""
        return self._become(State.SAVING, id_, owner, seen)

    def not_saved(self, id_: str, owner: str, seen: int) -> int:
        """Saving failed: the draft is open again."""
        return self._become(State.OPEN, id_, owner, seen, from_saving=True)

    def saved(self, id_: str, owner: str, seen: int) -> None:
        """There is a note of the draft now; its text goes, its id stays."""
        self._become(State.SAVED, id_, owner, seen, from_saving=True)

    def discard(self, id_: str, owner: str, seen: int) -> None:
        """Throw a draft away; raises `Overtaken` where it was changed since it was seen."""
        self._become(State.DISCARDED, id_, owner, seen)

    def _become(self, state: State, id_: str, owner: str, seen: int, *, from_saving: bool = False) -> int:
        values: dict[str, object] = {"state": state, "revision": _drafts.c.revision + 1, "touched": time.time()}
        if state in (State.SAVED, State.DISCARDED):
            values["text"] = ""
        was = _drafts.c.state == State.SAVING if from_saving else self._open()
        change = _drafts.update().where(_drafts.c.id == id_, _drafts.c.owner == owner, _drafts.c.revision == seen, was).values(values)
        with self._store.changing() as connection:
            changed = connection.execute(change).rowcount == 1
            held = None if changed else self._row(connection, id_)
        if changed:
            return seen + 1
        if held is None:
            return 0
        raise Overtaken(held if held.owner == owner else None)

    # rows -----------------------------------------------------------------------------------------------------------

    @staticmethod
    def _open() -> Any:
        """The same as `Kept.is_open`, for the database."""
        late = _drafts.c.touched < time.time() - SAVING
        return or_(_drafts.c.state == State.OPEN, and_(_drafts.c.state == State.SAVING, late))

    @staticmethod
    def _row(connection: Connection, id_: str) -> Kept | None:
        row = connection.execute(select(_drafts).where(_drafts.c.id == id_)).first()
        return _kept(row) if row else None

    def _make_room(self) -> None:
        """Let go of what is too old, and of the longest untouched where there are too many: first the ids that have no text."""
        without_text = _drafts.c.state.in_([State.SAVED, State.DISCARDED])
        extra = select(_drafts.c.id).order_by(without_text, _drafts.c.touched.desc()).offset(MOST)
        old = select(_drafts.c.id).where(_drafts.c.touched < time.time() - AGE)
        with self._store.changing() as connection:
            going = [row.id for wanted in (old, extra) for row in connection.execute(wanted)]
            # in one order and none that somebody else holds, so that two that make room never wait for each other
            free = select(_drafts.c.id).where(_drafts.c.id.in_(going)).with_for_update(skip_locked=True)
            connection.execute(_drafts.delete().where(_drafts.c.id.in_([row.id for row in connection.execute(free)])))


def _kept(row: Row[Any]) -> Kept:
    return Kept(row.id, row.owner, row.text, row.commitment, row.touched, row.revision, State(row.state))


def new_id() -> str:
    """An id that nobody can guess, for an address."""
    return secrets.token_urlsafe(15)


def drafts() -> Drafts:
    """The drafts of this server and of every other one that has the same settings."""
    return Drafts(configured(LAYOUT))
