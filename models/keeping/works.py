"""New texts as they are worked on: kept for all who may write, until they are on record.

Everybody who may write can open every text and go on with it until coding begins; from then on its parts stay as they are. As with
drafts every change names the revision that its writer has seen last, and whoever has not seen the last one is told what is kept now
and overwrites nothing (docs/decisions/0023-a-new-text.md).
"""

from __future__ import annotations

import time

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite

from models.keeping.drafts import ID, SAVING, State
from models.keeping.new_texts import CODINGS, LAYOUT, SETTLING, WORKS, KeptWork, Listed, NotNow, Overtaken, as_coder, as_work, coders, held
from models.keeping.store import Store, Unkept, configured
from models.writing.permission import Person
from models.writing.works.work import Work

MOST = 100
"""So many texts are worked on at once; another one is refused, for none of these may be lost."""
MOST_LETTERS = 4_000_000
"""A larger text with all that was left out of it is no declaration."""
MOST_TITLE = 300
AGE = 180 * 24 * 3600
"""A text that nobody has touched for half a year is let go, and so is the id of one that was saved or discarded."""
IDLE = 14 * 24 * 3600
"""An unfinished coding that its coder has not touched for two weeks keeps nobody else from going on."""
UNFINISHED = (State.OPEN, State.SAVING)


class Works:
    """All new texts in a store; every server that has the store sees the same."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # the texts --------------------------------------------------------------------------------------------------------

    def keep(self, id_: str, person: Person, work: Work, seen: int) -> int:
        """Keep a text and give back its revision; `seen` is the one that the writer has seen last, 0 for a new text.

        Raises `Overtaken` where another one is kept by now and `NotNow` where it is being coded, and then changes nothing;
        `Unkept` where it cannot be kept.
        """
        if not ID.fullmatch(id_):
            raise ValueError(f"{id_!r} is no id of a text")
        written = work.model_dump_json()
        if len(written) > MOST_LETTERS:
            raise Unkept("large", f"a text of {len(written)} letters")
        said = {"title": work.title[:MOST_TITLE], "provisions": len(work.places), "parted": work.parted, "text": written}
        row = {"id": id_, "owner": person.owner, "begun_by": person.name, **said, "revision": 1, "state": State.OPEN}
        many = False
        with self._store.changing() as connection:
            if seen == 0:
                self._make_room(connection)
            found = held(connection, id_, person)
            if found is None and seen == 0:
                many = (connection.scalar(select(func.count()).select_from(WORKS).where(WORKS.c.state.in_(UNFINISHED))) or 0) >= MOST
                if not many and self._insert(connection, WORKS, {**row, "touched": time.time()}):
                    return 1
                found = held(connection, id_, person)
            if found is not None and found.is_open and found.text == written:
                return found.revision  # another window wrote the very same
            if not many:
                if found is None or not found.is_open or found.revision != seen:
                    raise Overtaken(found)
                if coders(connection, id_) and not work.has_the_parts_of(found.work):
                    raise NotNow("coded")
                values = {**said, "state": State.OPEN, "revision": seen + 1, "touched": time.time()}
                connection.execute(WORKS.update().where(WORKS.c.id == id_).values(values))
        if many:
            raise Unkept("many", f"{MOST} texts are worked on already")
        return seen + 1

    def find(self, id_: str, person: Person) -> KeptWork | None:
        """The text with this id, in whatever state."""
        with self._store.looking() as connection:
            row = connection.execute(select(WORKS).where(WORKS.c.id == id_)).first()
        return as_work(row, person) if row and time.time() - row.touched < AGE else None

    def listed(self, person: Person) -> list[Listed]:
        """All texts that are worked on, the last touched first, and how far each coder is."""
        wanted = select(*(column for column in WORKS.c if column.name != "text")).where(
            WORKS.c.touched > time.time() - AGE, WORKS.c.state.in_(UNFINISHED)
        )
        wanted_too = select(*(column for column in CODINGS.c if column.name != "text")).order_by(CODINGS.c.role)
        with self._store.looking() as connection:
            rows = list(connection.execute(wanted.order_by(WORKS.c.touched.desc())))
            codings = list(connection.execute(wanted_too))
        return [
            Listed(
                id=row.id,
                title=row.title,
                begun_by=row.begun_by,
                touched=row.touched,
                provisions=row.provisions,
                parted=row.parted,
                coders=tuple(as_coder(each, person) for each in codings if each.work == row.id),
                is_mine=row.owner == person.owner,
                is_being_saved=row.state == State.SAVING and time.time() - row.touched <= SAVING,
            )
            for row in rows
        ]

    # what becomes of it -----------------------------------------------------------------------------------------------

    def begin_saving(self, id_: str, person: Person, seen: int) -> int:
        """Take the text for putting it on record, so that nobody else does or changes it; gives back its revision.

        Not while somebody else is still at their coding of it.
        """
        return self._become(State.SAVING, id_, person, seen)

    def not_saved(self, id_: str, person: Person, seen: int) -> int:
        """It was not put on record: it is open again."""
        return self._become(State.OPEN, id_, person, seen)

    def saved(self, id_: str, person: Person, seen: int) -> None:
        """It is on record now; its text and its codings go, its id stays."""
        self._become(State.SAVED, id_, person, seen)

    def discard(self, id_: str, person: Person, seen: int) -> None:
        """Throw a text away: only who began it, and not while somebody else codes it."""
        self._become(State.DISCARDED, id_, person, seen)

    def _become(self, state: State, id_: str, person: Person, seen: int) -> int:
        with self._store.changing() as connection:
            found = held(connection, id_, person)
            begun = found is not None and found.state is State.SAVING
            fits = begun if state in (State.OPEN, State.SAVED) else found is not None and found.is_open
            if found is None or found.revision != seen or not fits:
                raise Overtaken(found)
            if state is State.DISCARDED and not found.is_mine:
                raise NotNow("not-begun")
            if state in (State.SAVING, State.DISCARDED) and self._at_work(connection, id_, person, but_finished=state is State.SAVING):
                raise NotNow("others")
            values: dict[str, object] = {"state": state, "revision": seen + 1, "touched": time.time()}
            if state in (State.SAVED, State.DISCARDED):
                values["text"] = ""
                for table in (CODINGS, SETTLING):
                    connection.execute(table.delete().where(table.c.work == id_))
            connection.execute(WORKS.update().where(WORKS.c.id == id_).values(values))
        return seen + 1

    @staticmethod
    def _insert(connection: Connection, table: Table, row: dict[str, object]) -> bool:
        """Put in a new row, unless another process was quicker with its id."""
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        made = insert(table).values(row).on_conflict_do_nothing(index_elements=[table.c.id])
        return connection.execute(made, execution_options={"preserve_rowcount": True}).rowcount == 1

    @staticmethod
    def _at_work(connection: Connection, id_: str, person: Person, *, but_finished: bool) -> bool:
        """Whether somebody else has a coding of it that would be lost; one that was left alone for long holds nobody up."""
        others = [row for row in coders(connection, id_) if row.owner != person.owner and not (but_finished and row.finished)]
        return any(row.finished or row.touched > time.time() - IDLE for row in others)

    @staticmethod
    def _make_room(connection: Connection) -> None:
        """Let go of what nobody has touched for too long, as far as nobody else holds it."""
        old = select(WORKS.c.id).where(WORKS.c.touched < time.time() - AGE).with_for_update(skip_locked=True)
        going = [row.id for row in connection.execute(old)]
        if going:
            for table in (CODINGS, SETTLING):
                connection.execute(table.delete().where(table.c.work.in_(going)))
            connection.execute(WORKS.delete().where(WORKS.c.id.in_(going)))


def works() -> Works:
    """The texts of this server and of every other one that has the same settings."""
    return Works(configured(LAYOUT))
