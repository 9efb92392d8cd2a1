"""The numbered notes of a brief: where its words and judgements come from, and where they stand in the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote

from models.brief.telling.tree import Source
from models.labels import Say
from models.records.evidence import Evidence, copied_at
from models.records.places import text_of
from models.records.texts import Declaration
from models.register.register import Register


@dataclass
class Citations:
    """Sources in the order in which they are first cited; one page cited twice keeps its number."""

    register: Register
    say: Say
    found: dict[str, Source] = field(default_factory=dict)

    def of(self, source: Evidence) -> int:
        """The number of a source of evidence."""
        say = self.say
        published = say.partial(str(source.published)) if source.published else say("briefing.source_undated")
        words = say(
            "briefing.source",
            publisher=self.register.publisher(source.publisher, say.lang),
            date=published,
            grade=say(f"terms.grade_{self.register.grade_of(source)}"),
        )
        if host := copied_at(source.publisher, source.url or ""):
            words = say("briefing.source_copy", words=words, host=host)
        return self._number(f"{source.url or source.id} {source.title}", source.title, words, source.url, say("briefing.source_no_address"))

    def text(self, declaration: Declaration) -> int:
        """The number of the copy from which a declaration is quoted."""
        say, copy = self.say, declaration.source
        published = say.partial(str(copy.published)) if copy.published else say("briefing.source_undated")
        words = say(
            "briefing.source_text",
            adopted=say.date(declaration.adopted),
            publisher=self.register.publisher(copy.publisher, say.lang) if copy.publisher else say("briefing.source_nobody"),
            date=published,
            address=readable(copy.url) if copy.url else say("briefing.source_no_address"),
        )
        return self._number(
            declaration.id, declaration.title[say.lang], words, None, say("briefing.in_register", path=text_path(declaration.id))
        )

    def _number(self, key: str, title: str, words: str, url: str | None, shown: str) -> int:
        if key not in self.found:
            self.found[key] = Source(len(self.found) + 1, title, words, url or "", shown if url is None else readable(url))
        return self.found[key].number


def permalink(place: str, commitment: bool) -> str:
    """The permanent address of a commitment or a provision, below wherever the register is."""
    return f"/commitment?id={place}" if commitment else f"/declarations?id={text_of(place)}&at={place}"


def text_path(declaration: str) -> str:
    """The permanent address of a declaration, below wherever the register is."""
    return f"/declarations?id={declaration}"


def readable(url: str) -> str:
    """An address with its letters instead of their codes, where that leaves one unbroken word."""
    plain = unquote(url)
    return plain if plain.isprintable() and not any(letter.isspace() for letter in plain) and unquote(plain) == plain else url
