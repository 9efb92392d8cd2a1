"""What is kept of a new text, of what its coders chose and of how that was settled; and what is said where it cannot be kept now.

The tables are here too. `works` keeps the texts in them, `codings` what was chosen.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Double, Integer, MetaData, String, Table, Text, select
from sqlalchemy.engine import Row

from models.keeping.drafts import SAVING, State
from models.keeping.store import Layout
from models.writing.permission import Person
from models.writing.works.coding import ROLES, ChosenCoding, Settlement
from models.writing.works.work import Work

_tables = MetaData()
WORKS = Table(
    "register_works",
    _tables,
    Column("id", String(40), primary_key=True),
    Column("owner", Text, nullable=False),
    Column("begun_by", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("provisions", Integer, nullable=False),
    Column("parted", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("touched", Double, nullable=False, index=True),
)
CODINGS = Table(
    "register_codings",
    _tables,
    Column("work", String(40), primary_key=True),
    Column("role", String(10), primary_key=True),
    Column("owner", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("chosen", Integer, nullable=False),
    Column("finished", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("touched", Double, nullable=False),
)
SETTLING = Table(
    "register_settling",
    _tables,
    Column("work", String(40), primary_key=True),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
)
LAYOUT = Layout("works", 1, _tables)


@dataclass(frozen=True)
class KeptWork:
    """One text as it is kept."""

    id: str
    begun_by: str
    title: str
    text: str
    revision: int
    state: State
    touched: float
    is_mine: bool
    """Whether whoever asks has begun it."""

    @property
    def work(self) -> Work:
        return Work.model_validate_json(self.text)

    @property
    def is_open(self) -> bool:
        """Whether somebody can go on with it."""
        return self.state is State.OPEN or (self.state is State.SAVING and time.time() - self.touched > SAVING)


@dataclass(frozen=True)
class KeptCoding:
    """One coding as it is kept, for whoever may see it."""

    work: str
    role: str
    coder: str
    finished: bool
    text: str
    revision: int

    @property
    def coding(self) -> ChosenCoding:
        return ChosenCoding.model_validate_json(self.text)


@dataclass(frozen=True)
class KeptSettling:
    """How the differences of the two codings are settled by now."""

    work: str
    settlements: tuple[Settlement, ...]
    revision: int


@dataclass(frozen=True, slots=True)
class Coder:
    """How far one coder is; nothing of what they chose."""

    role: str
    name: str
    chosen: int
    finished: bool
    is_me: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One text as all who may write see it in the list."""

    id: str
    title: str
    begun_by: str
    touched: float
    provisions: int
    parted: bool
    coders: tuple[Coder, ...]
    """The first coder before the second."""
    is_mine: bool
    is_being_saved: bool

    def coder(self, role: str) -> Coder | None:
        return next((coder for coder in self.coders if coder.role == role), None)

    @property
    def my_role(self) -> str | None:
        """The role that whoever asks has in it."""
        return next((coder.role for coder in self.coders if coder.is_me), None)


class Overtaken(Exception):
    """It was changed, saved or discarded elsewhere since; `now` is how it is kept, None where it is gone."""

    def __init__(self, now: KeptWork | KeptCoding | KeptSettling | None) -> None:
        super().__init__("this was changed elsewhere")
        self.now = now


class NotNow(Exception):
    """What was asked for cannot be done as things stand. `why` is one of:

    coded (the parts of a text that somebody codes stay as they are), unparted (nobody said yet that the parts are right), taken
    (somebody else has this role), twice (one person is not both coders), finished (a finished choice is never changed again),
    unchosen (a coding is finished when everything is chosen), blind (not before both codings are finished), others (somebody
    else has begun to code it, so it is not discarded) and not-begun (only who began a text discards it).
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    @property
    def label(self) -> str:
        """The key of its sentence."""
        return f"new_text.not_now_{self.why}"


# rows -----------------------------------------------------------------------------------------------------------------


def held(connection: Connection, id_: str, person: Person) -> KeptWork | None:
    """The text, held so that nobody changes it, its codings or its settling until this transaction is over."""
    row = connection.execute(select(WORKS).where(WORKS.c.id == id_).with_for_update()).first()
    return as_work(row, person) if row else None


def coders(connection: Connection, id_: str) -> list[Row[Any]]:
    """The codings of a text with their owners, the first before the second; not for anybody outside of this room."""
    return list(connection.execute(select(CODINGS).where(CODINGS.c.work == id_).order_by(CODINGS.c.role)))


def both(connection: Connection, id_: str) -> tuple[KeptCoding, KeptCoding] | None:
    """First and second coding where both are finished."""
    found = [as_coding(row) for row in coders(connection, id_) if row.finished]
    return (found[0], found[1]) if len(found) == len(ROLES) else None


def as_work(row: Row[Any], person: Person) -> KeptWork:
    """A row of the texts, for whoever asks."""
    mine = row.owner == person.owner
    return KeptWork(row.id, row.begun_by, row.title, row.text, row.revision, State(row.state), row.touched, mine)


def as_coding(row: Row[Any]) -> KeptCoding:
    """A row of the codings, without its owner."""
    return KeptCoding(row.work, row.role, row.coder, row.finished, row.text, row.revision)


def as_coder(row: Row[Any], person: Person) -> Coder:
    """How far the coder of a row is, for whoever asks."""
    return Coder(row.role, row.coder, row.chosen, row.finished, row.owner == person.owner)


def as_settling(row: Row[Any]) -> KeptSettling:
    """A row of the settlements."""
    return KeptSettling(row.work, tuple(Settlement.model_validate(each) for each in json.loads(row.text)), row.revision)
