"""Files that a reader takes along, kept for some minutes so that any replica can hand out what another one made.

They are few, small and soon gone: they can all be made again. The oldest goes first.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

from sqlalchemy import Column, Double, Integer, LargeBinary, MetaData, String, Table, Text, select
from sqlalchemy.dialects import postgresql, sqlite

from models.keeping.store import Layout, Store, Unkept, configured

MOST = 200
"""So many files are kept."""
MOST_BYTES = 64 * 1024 * 1024
"""So large are they all together at most."""
MOST_OF_ONE = 20 * 1024 * 1024
AGE = 15 * 60
ID = re.compile(r"[A-Za-z0-9_.-]{1,100}")

_tables = MetaData()
_files = Table(
    "register_files",
    _tables,
    Column("id", String(100), primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("filename", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("touched", Double, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
)
LAYOUT = Layout("files", 1, _tables)


@dataclass(frozen=True)
class File:
    """A file as it is handed out."""

    media_type: str
    filename: str
    body: bytes


class Files:
    """The files in a store; every server that has the store hands out the same."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, id_: str, media_type: str, filename: str, body: bytes) -> None:
        """Keep a file under its id, in place of one that has it already; raises `Unkept` where it cannot be kept."""
        if not ID.fullmatch(id_):
            raise ValueError(f"{id_!r} is no id of a file")
        if len(body) > MOST_OF_ONE:
            raise Unkept("large", f"a file of {len(body)} bytes")
        row = {"id": id_, "media_type": media_type, "filename": filename, "size": len(body), "touched": time.time(), "body": body}
        with self._store.changing() as connection:
            insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
            made = insert(_files).values(row)
            rest = {name: made.excluded[name] for name in row if name != "id"}
            connection.execute(made.on_conflict_do_update(index_elements=[_files.c.id], set_=rest))
        self._make_room()

    def find(self, id_: str) -> File | None:
        """The file with this id, as long as it is kept."""
        wanted = select(_files.c.media_type, _files.c.filename, _files.c.body)
        with self._store.looking() as connection:
            row = connection.execute(wanted.where(_files.c.id == id_, _files.c.touched > time.time() - AGE)).first()
        return File(row.media_type, row.filename, bytes(row.body)) if row else None

    def _make_room(self) -> None:
        """After each file and not with it: what two replicas have put in at once is seen by the later of them."""
        known = select(_files.c.id, _files.c.size, _files.c.touched).order_by(_files.c.touched.desc(), _files.c.id)
        with self._store.changing() as connection:
            going, number, size = [], 0, 0
            for row in connection.execute(known):
                number, size = number + 1, size + row.size
                if number > MOST or size > MOST_BYTES or row.touched < time.time() - AGE:
                    going.append(row.id)
            if going:
                # none that somebody else holds, so that two that make room never wait for each other
                free = select(_files.c.id).where(_files.c.id.in_(going)).with_for_update(skip_locked=True)
                connection.execute(_files.delete().where(_files.c.id.in_([row.id for row in connection.execute(free)])))


def files() -> Files:
    """The files of this server and of every other one that has the same settings."""
    return Files(configured(LAYOUT))
