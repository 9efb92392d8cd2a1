"""The store of what is kept besides the records: an SQLite file in a folder, or the PostgreSQL that REGISTER_STORE names.

The folder is `state/` beside `dashboard.py`, or the one that REGISTER_STATE names. Several processes and several machines
may share it: SQLite keeps its rollback journal here, for its newer one (WAL) is not sound on network file systems. Nothing is
opened before it is first needed, so a server on which nobody writes never touches the folder.
"""

from __future__ import annotations

import errno
import logging
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    NullPool,
    String,
    Table,
    create_engine,
    event,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoFreeConnection

LOG = logging.getLogger("register.keeping")
PATIENCE = 10
"""So many seconds one waits for somebody else's transaction, and for the answer of a database."""
REST = 15
"""After a database has not answered it is left alone for so many seconds: a page does not wait for it at every click."""
LAYOUT_LOCK = 7_031_201
"""The advisory lock of PostgreSQL under which tables are made; the number only has to be the register's own."""

_layouts = MetaData()
_layout = Table(
    "register_layout",
    _layouts,
    Column("part", String(20), primary_key=True),
    Column("version", Integer, nullable=False),
)


class Unkept(Exception):
    """Something could not be kept. `why` is one of:

    closed (the folder or the database cannot be written to), full (the disk), silent (the database does not answer), damaged,
    newer (it was laid out by a later version of the register), setting (REGISTER_STORE is no address), large and many.
    """

    def __init__(self, why: str, detail: str) -> None:
        super().__init__(f"{why}: {detail}")
        self.why, self.detail = why, detail


@dataclass(frozen=True)
class Layout:
    """The tables of one part of what is kept, and the version of how they are laid out."""

    part: str
    version: int
    tables: MetaData


class Store:
    """One part of what is kept, at an address. Opened at the first transaction; safe for threads and processes."""

    def __init__(self, address: URL, layout: Layout) -> None:
        self.address, self.layout = address, layout
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._laid_out: tuple[int, ...] | None = None
        self._failing: Unkept | None = None
        self._rests_until = 0.0

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A transaction that writes; raises `Unkept` where it cannot be had or kept."""
        with self._transaction(writes=True) as connection:
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with self._transaction(writes=False) as connection:
            yield connection

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        failing = self._failing
        if failing and time.monotonic() < self._rests_until:
            raise Unkept(failing.why, failing.detail)
        try:
            engine = self._opened()
            self._lay_out(engine)
            with engine.connect().execution_options(writes=writes) as connection, connection.begin():
                self._known(connection)
                yield connection
        except (SQLAlchemyError, OSError) as error:
            raise self._failed(_why(error), _detail(error)) from error
        except Unkept as error:
            raise self._failed(error.why, error.detail) from error
        if self._failing:
            self._failing = None
            LOG.warning("%s are kept again in %s", self.layout.part, self._shown)

    @property
    def _shown(self) -> str:
        return self.address.render_as_string(hide_password=True)

    def _failed(self, why: str, detail: str) -> Unkept:
        """Say it in the log once for each time that it begins; an address that does not answer is left alone for a while."""
        if self._failing is None or self._failing.why != why:
            LOG.error("%s are not kept in %s: %s: %s", self.layout.part, self._shown, why, detail)
        self._failing = Unkept(why, detail)
        if why == "silent":
            self._rests_until = time.monotonic() + REST
        return Unkept(why, detail)

    # opening --------------------------------------------------------------------------------------------------------

    def _opened(self) -> Engine:
        with self._lock:
            if self._engine is None:
                self._engine = _sqlite(self.address) if self._file else _postgresql(self.address)
            return self._engine

    @property
    def _file(self) -> Path | None:
        return Path(self.address.database or "") if self.address.get_backend_name() == "sqlite" else None

    def _mark(self) -> tuple[int, ...]:
        """What tells this file from another one that was put in its place; nothing of the kind for a database."""
        if self._file is None:
            return (0,)
        try:
            found = os.stat(self._file)
        except FileNotFoundError:
            return ()
        return (found.st_dev, found.st_ino)

    def _lay_out(self, engine: Engine) -> None:
        """Make the tables where they are missing: also when the file was taken away under a running server."""
        if self._laid_out == self._mark() != ():
            return
        if self._file:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LAYOUT_LOCK})
            _layouts.create_all(connection)
            if self._version(connection) is None:
                self.layout.tables.create_all(connection)
                connection.execute(_layout.insert().values(part=self.layout.part, version=self.layout.version))
        self._laid_out = self._mark()

    def _version(self, connection: Connection) -> int | None:
        return connection.scalar(select(_layout.c.version).where(_layout.c.part == self.layout.part))

    def _known(self, connection: Connection) -> None:
        """Refuse a layout of a later version, which another replica may have brought in since."""
        version = self._version(connection)
        if version != self.layout.version:
            raise Unkept("newer", f"laid out in version {version}; this register knows version {self.layout.version}")


def _sqlite(address: URL) -> Engine:
    """Opened anew for each transaction, so that a file that was put back from a backup is the one that is written to."""
    engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": PATIENCE}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions are begun here and not by the driver
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        # a writer asks for the right to write at once: two that read first would wait for each other
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def _postgresql(address: URL) -> Engine:
    """A few connections, each looked at before it is used; none waits for ever."""
    waits = {
        "connect_timeout": 5,
        "tcp_user_timeout": PATIENCE * 1000,
        "options": f"-c statement_timeout={PATIENCE * 1000} -c lock_timeout={PATIENCE * 1000}",
    }
    return create_engine(address, pool_pre_ping=True, pool_timeout=PATIENCE, connect_args=waits, hide_parameters=True)


# what went wrong -------------------------------------------------------------------------------------------------------

_SQLITE = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "closed",
    sqlite3.SQLITE_CANTOPEN: "closed",
    sqlite3.SQLITE_PERM: "closed",
    sqlite3.SQLITE_IOERR: "closed",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_ERROR: "damaged",  # a table is missing or is another one
}
_POSTGRESQL = {"53100": "full", "42501": "closed", "25006": "closed", "42P01": "damaged", "42703": "damaged", "XX001": "damaged"}


def _why(error: SQLAlchemyError | OSError) -> str:
    if isinstance(error, OSError):
        return "full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "closed"
    if isinstance(error, NoFreeConnection) or not isinstance(error, DBAPIError):
        return "silent"
    said = error.orig
    if isinstance(said, sqlite3.Error):
        return _SQLITE.get(getattr(said, "sqlite_errorcode", 0) & 0xFF, "silent")
    return _POSTGRESQL.get(str(getattr(said, "sqlstate", "")), "silent")


def _detail(error: SQLAlchemyError | OSError) -> str:
    """The first line of what was said: the lines after it may quote what somebody wrote."""
    said = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return (str(said).strip().splitlines() or [type(said).__name__])[0]


# where it is -----------------------------------------------------------------------------------------------------------

_STORES: dict[tuple[str, str], Store] = {}
_OPENING = threading.Lock()


def folder() -> Path:
    """Where what is kept besides the records stands: `state/` beside `dashboard.py`, or what REGISTER_STATE names."""
    return Path(os.environ.get("REGISTER_STATE") or Path(__file__).resolve().parents[2] / "state").absolute()


def configured(layout: Layout) -> Store:
    """The store of one part by the settings as they are now, the same one for everybody in this process."""
    named = os.environ.get("REGISTER_STORE", "").strip()
    where = named or str(folder() / f"{layout.part}.sqlite")
    with _OPENING:
        key = (where, layout.part)
        if key not in _STORES:
            _STORES[key] = Store(_named(named) if named else URL.create("sqlite", database=where), layout)
        return _STORES[key]


def _named(setting: str) -> URL:
    """The address that REGISTER_STORE gives, with the driver that is installed here."""
    try:
        address = make_url(setting)
    except ArgumentError as error:
        raise Unkept("setting", "REGISTER_STORE is no address such as postgresql+psycopg://name:password@host/database") from error
    if address.drivername not in ("postgresql+psycopg", "postgresql", "postgres"):
        raise Unkept("setting", f"REGISTER_STORE names {address.drivername}, and only postgresql+psycopg can be used here")
    return address.set(drivername="postgresql+psycopg")
