"""The Brief as a tree of sentences: what the screen, the Word file and the PDF all draw.

Everything here is plain text in one language; nothing is markup, and nothing needs the register any more.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One thing that is told. Every field but `facts` may be empty."""

    lead: str = ""
    """What it is about, in our words."""
    quote: str = ""
    quote_before: str = ""
    """The rest of the sentence before and after the quote, where the quote is a part of it."""
    quote_after: str = ""
    quote_lang: str = "en"
    text: str = ""
    text_lang: str = ""
    """Of `text`, where it is not the brief's own."""
    facts: str = ""
    """Place, firmness, standing and date, in small print."""
    place: str = ""
    """The id of the provision or commitment, for links."""
    path: str = ""
    """Its permanent address in the register."""
    refs: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """Counts, with what each row and column is."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """One part of the brief. `numbered` entries can be referred to by their number."""

    id: str
    heading: str
    lede: str = ""
    table: Table | None = None
    after: str = ""
    """A sentence below the table."""
    subheading: str = ""
    entries: tuple[Entry, ...] = ()
    numbered: bool = False
    more: str = ""
    """What is not told, counted."""


@dataclass(frozen=True)
class Source:
    """One numbered note."""

    number: int
    title: str
    words: str
    """Who published it and when, and how near it stands to the act."""
    address: str = ""
    shown: str = ""
    """The address as people read it."""


@dataclass(frozen=True)
class Sheet:
    """The whole brief in one language."""

    lang: str
    name: str
    title: str
    line: str
    """What this is, of which day."""
    lede: str
    sections: tuple[Section, ...]
    sources_heading: str
    sources: tuple[Source, ...]
    foot: tuple[str, ...]
    day: str
    running: str
    """What the foot of every page says."""
    author: str
    page: str
    """How a page is numbered, with {here} and {all}."""
    signs: str
    """What the foot of a file adds where it writes a sign as its code point."""
    root: str = ""
    """The full address of the register, before the paths of the entries; where it is known they lead there."""

    def link(self, entry: Entry) -> str:
        """The full address of what an entry tells, on the day of the brief; empty where it has none or the register's is not known."""
        return f"{self.root}{entry.path}&on={self.day}&lang={self.lang}" if self.root and entry.path else ""
