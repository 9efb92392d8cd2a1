"""What each coder of a new text chose, for that coder alone until first and second are both finished.

No way of asking gives a coding to anybody else before that, and nothing that is handed out earlier says what is in it. How the two
differ is settled from then on, by whoever may write. What was finished stays: only what a record needs besides its codes, as a
summary or a test, is still worded.
"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Sequence

from sqlalchemy import and_, select

from models.keeping import new_texts
from models.keeping.new_texts import CODINGS, LAYOUT, SETTLING, WORKS, KeptCoding, KeptSettling, NotNow, Overtaken, as_coding, as_settling
from models.keeping.store import Store, Unkept, configured
from models.writing.permission import Person
from models.writing.works.coding import ROLES, ChosenCoding, Settlement

MOST_LETTERS = 1_000_000
"""A larger coding is none."""


class Codings:
    """The codings of all new texts in a store; every server that has the store sees the same."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # the codings ------------------------------------------------------------------------------------------------------

    def begin(self, id_: str, person: Person, role: str) -> KeptCoding:
        """Take a role in the coding of a text, or go on in it; raises `NotNow` where it cannot be had, `Overtaken` where the text is gone."""
        if role not in ROLES:
            raise ValueError(f"{role!r} is neither first nor second")
        with self._store.changing() as connection:
            found = new_texts.held(connection, id_, person)
            if found is None or not found.is_open:
                raise Overtaken(found)
            if not found.work.parted:
                raise NotNow("unparted")
            taken = {row.role: row for row in new_texts.coders(connection, id_)}
            if role in taken:
                if taken[role].owner != person.owner:
                    raise NotNow("taken")
                return as_coding(taken[role])
            if any(row.owner == person.owner for row in taken.values()):
                raise NotNow("twice")
            new = ChosenCoding(coder=person.name, role=role)
            row = {"work": id_, "role": role, "owner": person.owner, "coder": person.name, "chosen": 0, "finished": False}
            connection.execute(CODINGS.insert().values({**row, "text": new.model_dump_json(), "revision": 1, "touched": time.time()}))
            return KeptCoding(id_, role, person.name, False, new.model_dump_json(), 1)

    def keep(self, id_: str, person: Person, coding: ChosenCoding, seen: int) -> int:
        """Keep what a coder chose and give back its revision.

        Once it is finished nothing of what was chosen changes any more; what only a record needs, as its summary and its test, may.
        """
        if (letters := len(coding.model_dump_json())) > MOST_LETTERS:
            raise Unkept("large", f"a coding of {letters} letters")
        with self._store.changing() as connection:
            found = new_texts.held(connection, id_, person)
            own = next((row for row in new_texts.coders(connection, id_) if row.owner == person.owner), None)
            if found is None or not found.is_open or own is None:
                raise Overtaken(found if found and not found.is_open else None)
            before = as_coding(own).coding
            day = before.coded or (dt.datetime.now(dt.UTC).date().isoformat() if coding.finished else "")
            coding = coding.model_copy(update={"coder": own.coder, "role": own.role, "coded": day})
            written = coding.model_dump_json()
            if own.text == written:
                return int(own.revision)
            if own.revision != seen:
                raise Overtaken(as_coding(own))
            if own.finished and not coding.chooses_like(before):
                raise NotNow("finished")
            if coding.finished and coding.unchosen(found.work.places):
                raise NotNow("unchosen")
            values = {"text": written, "chosen": coding.how_far(found.work.places), "finished": coding.finished, "revision": seen + 1}
            mine = and_(CODINGS.c.work == id_, CODINGS.c.role == own.role)
            connection.execute(CODINGS.update().where(mine).values({**values, "touched": time.time()}))
            connection.execute(WORKS.update().where(WORKS.c.id == id_).values(touched=time.time()))
        return seen + 1

    def mine(self, id_: str, person: Person) -> KeptCoding | None:
        """What whoever asks has chosen, and nobody else's."""
        with self._store.looking() as connection:
            own = CODINGS.c.owner == person.owner
            row = connection.execute(select(CODINGS).where(CODINGS.c.work == id_, own)).first()
        return as_coding(row) if row else None

    def both(self, id_: str, person: Person) -> tuple[KeptCoding, KeptCoding] | None:
        """First and second coding, once both are finished; None until then, whoever asks."""
        with self._store.looking() as connection:
            return new_texts.both(connection, id_)

    def give_up(self, id_: str, person: Person, seen: int) -> None:
        """Throw one's own unfinished coding away, so that somebody else can have the role."""
        with self._store.changing() as connection:
            found = new_texts.held(connection, id_, person)
            own = next((row for row in new_texts.coders(connection, id_) if row.owner == person.owner), None)
            if found is None or own is None or own.revision != seen:
                raise Overtaken(as_coding(own) if own else None)
            if own.finished:
                raise NotNow("finished")
            connection.execute(CODINGS.delete().where(CODINGS.c.work == id_, CODINGS.c.role == own.role))

    # settling ---------------------------------------------------------------------------------------------------------

    def settling(self, id_: str, person: Person) -> KeptSettling | None:
        """How the differences are settled by now; None until both codings are finished."""
        with self._store.looking() as connection:
            if new_texts.both(connection, id_) is None:
                return None
            row = connection.execute(select(SETTLING).where(SETTLING.c.work == id_)).first()
        return as_settling(row) if row else KeptSettling(id_, (), 0)

    def keep_settling(self, id_: str, person: Person, settlements: Sequence[Settlement], seen: int) -> int:
        """Keep how differences are settled and give back the revision; `seen` is 0 where nothing was settled before."""
        written = json.dumps([each.model_dump(mode="json") for each in settlements], ensure_ascii=False)
        if len(written) > MOST_LETTERS:
            raise Unkept("large", f"settlements of {len(written)} letters")
        with self._store.changing() as connection:
            found = new_texts.held(connection, id_, person)
            if found is None or not found.is_open:
                raise Overtaken(found)
            if new_texts.both(connection, id_) is None:
                raise NotNow("blind")
            row = connection.execute(select(SETTLING).where(SETTLING.c.work == id_)).first()
            if row and row.text == written:
                return int(row.revision)
            if (row.revision if row else 0) != seen:
                raise Overtaken(as_settling(row) if row else None)
            if row is None:
                connection.execute(SETTLING.insert().values(work=id_, text=written, revision=1))
            else:
                connection.execute(SETTLING.update().where(SETTLING.c.work == id_).values(text=written, revision=seen + 1))
            connection.execute(WORKS.update().where(WORKS.c.id == id_).values(touched=time.time()))
        return seen + 1


def codings() -> Codings:
    """The codings of this server and of every other one that has the same settings."""
    return Codings(configured(LAYOUT))
