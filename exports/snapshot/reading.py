"""The register as a snapshot tells it: as of one day, in one language, with links that stay within the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from markupsafe import Markup

from exports.snapshot.passages import link
from models.labels import Say
from models.records.fields import Bilingual
from models.register.frames import recurrence
from models.register.register import Register


@dataclass(frozen=True)
class Reading:
    """`register` is the register as it stood on the day `on`, `whole` all of it."""

    register: Register
    whole: Register
    on: dt.date
    say: Say
    withheld: int
    """How many records are left out because something is wrong with them."""
    sources: frozenset[str]
    """Ids of the sources that the data of the day have."""

    @cached_property
    def forum_table(self) -> pd.DataFrame:
        """The forums as pictures take them."""
        return recurrence.forums(self.register, self.on)

    @property
    def lang(self) -> str:
        return self.say.lang

    def at(self, *names: object) -> str:
        """The name of a place in the part of the file that is in this language."""
        return "-".join([self.lang, *map(str, names)])

    def place(self, id_: str) -> Markup:
        """A commitment or a provision as one cites it, leading to it."""
        known = id_ in self.register.commitment_by_id or id_ in self.register.provision_by_id
        return link(f"#{self.at(id_)}", self.say.place(id_)) if known else Markup("{}").format(self.say.place(id_))

    def pledge(self, id_: str) -> Markup:
        """A pledge by its title, leading to it."""
        return link(f"#{self.at('pledge', id_)}", self.register.pledge_by_id[id_].title[self.lang])

    def bodies(self, ids: Iterable[str]) -> str:
        return self._names(self.register.body_by_id[id_].name for id_ in ids if id_ in self.register.body_by_id)

    def themes(self, ids: Iterable[str]) -> str:
        return self._names(self.register.theme_by_id[id_].name for id_ in ids if id_ in self.register.theme_by_id)

    def groups(self, ids: Iterable[str]) -> str:
        return self._names(self.register.group_by_id[id_].name for id_ in ids if id_ in self.register.group_by_id)

    def _names(self, names: Iterable[Bilingual]) -> str:
        return self.say.listed([name[self.lang] for name in names])
