"""A new edition of the forum, and new words of the vocabulary, as they are typed and as the data of their files.

Each comes in as a file of its own beside the lists, which are never written over: `forums/17.yaml`, `vocabulary/<id>.yaml`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from models.register.register import Register

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
"""A short name by which a file can be named."""


class NewSource(BaseModel):
    """A source for what is known of an edition, as it was typed; its id is the next free one."""

    model_config = ConfigDict(extra="forbid")

    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""


class NewEdition(BaseModel):
    """An edition of the forum as it was typed."""

    model_config = ConfigDict(extra="forbid")

    number: int
    year: str = ""
    held: str = "held"
    start: str = ""
    end: str = ""
    announced: str = ""
    mode: str = ""
    venue_en: str = ""
    venue_ko: str = ""
    theme_en: str = ""
    theme_ko: str = ""
    theme_ko_attested: bool = False
    hosts: list[str] = Field(default_factory=list)
    organizers: list[str] = Field(default_factory=list)
    text: str = "not-found"
    """What is known of its text; once its declaration is on record that is, whatever stands here."""
    text_note_en: str = ""
    text_note_ko: str = ""
    cites: list[str] = Field(default_factory=list)
    """Sources that are listed already."""
    sources: list[NewSource] = Field(default_factory=list)

    def path(self) -> str:
        """Where its file stands, from the folder of records on."""
        return f"forums/{self.number}.yaml"

    def unfilled(self) -> tuple[str, ...]:
        """The fields in which something is still missing, or stands in no form that is read; of its source as `source_title`."""
        names = [name for name in ("start", "end") if not _is_day(getattr(self, name))]
        names += [name for name in ("theme_en", "theme_ko") if not getattr(self, name).strip()]
        for source in self.sources or ([] if self.cites else [NewSource()]):
            names += [f"source_{name}" for name in ("title", "publisher") if not getattr(source, name).strip()]
        return tuple(names)

    def data(self, register: Register) -> dict[str, Any]:
        """It as the data of its file."""
        ids = free_sources(register, len(self.sources))
        forum = {
            "number": self.number,
            "year": _number(self.year or self.start[:4]),
            "held": self.held,
            "start": self.start.strip(),
            "end": self.end.strip(),
            "announced": self.announced.strip(),
            "mode": self.mode,
            "venue": _both(self.venue_en, self.venue_ko),
            "theme": _both(self.theme_en, self.theme_ko),
            "theme_ko_attested": self.theme_ko_attested or "",
            "hosts": list(self.hosts),
            "organizers": list(self.organizers),
            "text": self.text,
            "text_note": _both(self.text_note_en, self.text_note_ko),
        }
        sources = [
            _filled({"id": id_, **{name: words.strip() for name, words in each.model_dump().items()}})
            for id_, each in zip(ids, self.sources, strict=True)
        ]
        return _filled({"forums": [{**_filled(forum), "sources": [*self.cites, *ids]}], "sources": sources})


class NewWord(BaseModel):
    """A theme, a group of people or a body as it was typed."""

    model_config = ConfigDict(extra="forbid")

    list: Literal["themes", "groups", "bodies"]
    id: str = ""
    name_en: str = ""
    name_ko: str = ""
    definition_en: str = ""
    """Of a theme: with the line to its neighbours."""
    definition_ko: str = ""
    sdgs: tuple[int, ...] = ()
    kind: str = ""
    """Of a body: its sort."""
    begins: str = ""
    announced: str = ""

    def path(self) -> str:
        """Where its file stands, from the folder of records on."""
        return f"vocabulary/{self.id}.yaml"

    def unfilled(self) -> tuple[str, ...]:
        """The fields in which something is still missing, or stands in no form that is read."""
        asked = {"themes": ("definition_en", "definition_ko"), "bodies": ("kind",), "groups": ()}[self.list]
        names = [name for name in ("name_en", "name_ko", *asked) if not getattr(self, name).strip()]
        return (*names, *(() if SLUG.fullmatch(self.id) else ("id",)))

    def data(self, register: Register) -> dict[str, Any]:
        """It as the data of its file."""
        word: dict[str, Any] = {"id": self.id, "name": _both(self.name_en, self.name_ko)}
        if self.list == "themes":
            word |= {"definition": _both(self.definition_en, self.definition_ko), "sdgs": [*self.sdgs]}
        if self.list == "bodies":
            word |= {"kind": self.kind, "begins": self.begins.strip(), "announced": self.announced.strip()}
        return {self.list: [_filled(word)]}


def free_sources(register: Register, number: int) -> list[str]:
    """So many ids for sources of editions that none has yet: S60, S61 and so on."""
    known = [int(source.id[1:]) for source in register.forum_sources if source.id[:1] == "S" and source.id[1:].isdigit()]
    first = max(known, default=0) + 1
    return [f"S{first + each}" for each in range(number)]


def _both(en: str, ko: str) -> dict[str, str]:
    return _filled({"en": en.strip(), "ko": ko.strip()})


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}


def _is_day(typed: str) -> bool:
    try:
        return dt.date.fromisoformat(typed.strip()).isoformat() == typed.strip()
    except ValueError:
        return False


def _number(typed: str) -> int | str:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else typed
