"""What the page Find is asked for: the question, the filters and the day, and what fits them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st
from markupsafe import Markup

from models.records.fields import Bilingual
from models.records.terms import Force, Ledger, Precision
from models.records.vocabulary import Body, Group, Theme
from models.register.register import Register
from models.register.standing import Standing
from models.search.entries import Kind
from models.search.facets import ANY, NONE, OVERDUE, Facet, Mask
from models.search.finding import Answer, answer
from models.search.index import Found, Hit, Index, index
from models.search.telling import due
from widgets.parts import address, naming, prose
from widgets.parts.kept import Kept
from widgets.parts.view import View

Params = dict[str, str | Sequence[str] | None]
ORDER: Mapping[Facet, Sequence[str]] = {
    Facet.LEDGER: [*Ledger, NONE],
    Facet.FORCE: list(reversed(Force)),
    Facet.PRECISION: [*reversed(Precision), NONE],
    Facet.STANDING: list(Standing),
}


@st.cache_resource(max_entries=4, show_spinner="Preparing the search … 검색을 준비하는 중입니다 …")
def _index(fingerprint: str, on: dt.date, _register: Register, _labels: Mapping[str, Bilingual]) -> Index:
    """One index for each state of the records and each day, shared by all readers."""
    return index(_register, on, _labels)


_ANSWERED: Kept[Finder] = Kept(24)
"""What was asked last, by anybody."""


@dataclass(frozen=True)
class Finder:
    """What the address asks for, and what fits."""

    view: View
    index: Index
    chosen: dict[Facet, list[str]]
    kind: Kind
    answer: Answer
    counts: Mapping[Facet, Mapping[str, int]] = field(default_factory=dict)

    @property
    def what(self) -> tuple[Hashable, ...]:
        """All that is asked for, as what is made of it is named."""
        return (self.words, self.kind, *((facet, *values) for facet, values in self.chosen.items()))

    @property
    def words(self) -> str:
        """The question as it was asked."""
        return self.answer.asked

    @property
    def found(self) -> Found:
        """What the question found, whatever the filters."""
        return self.answer.found

    @property
    def hits(self) -> Mapping[Kind, Sequence[Hit]]:
        """What fits."""
        return self.answer.hits

    @property
    def params(self) -> Params:
        """The search and the filters as an address; what was read as a choice of a filter is one."""
        kept: Params = {facet.value: list(values) for facet, values in self.chosen.items() if values}
        return {
            **({"q": self.answer.words} if self.answer.words else {}),
            **kept,
            **({"kind": self.kind.value} if self.kind is not self.usual else {}),
        }

    @property
    def usual(self) -> Kind:
        """The kind that is shown where the address names none."""
        return self.found.named or Kind.COMMITMENT

    def said(self, kind: Kind) -> int:
        """How many of what fits say every word of the search themselves; they stand first and are what is counted."""
        return self.answer.said(kind)

    def complete(self, kind: Kind) -> int:
        """How many of what fits hold every word of the search, those that do by a theme or a usual word alone too."""
        return self.answer.complete(kind)

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out: a kind that is asked for by its name leaves out nothing."""
        return bool((self.words and not self.found.named) or any(self.chosen.values()))

    @property
    def asks(self) -> bool:
        """Whether there is anything to clear."""
        return bool(self.words or any(self.chosen.values()))

    def among(self) -> Mask:
        """The commitments that the filters count, whatever is chosen in them: those of the headline, else all that are listed."""
        hits = self.found.of(Kind.COMMITMENT)
        return self.index.facets.mask([hit.row for hit in hits[: self.found.said(hits)] or hits])


def look(view: View) -> Finder:
    """Read the address and answer it."""
    prose.style("find")
    known = _index(view.fingerprint, view.on, view.register, view.say.labels)
    typed, asked = address.value("q") or "", address.value("kind") or ""
    said = {facet: tuple(address.values(facet.value)) for facet in Facet}
    key = (view.fingerprint, view.on, view.today, typed, asked, *said.values())
    found = _ANSWERED.get(key, lambda: _answered(view, known, typed, asked, said))
    return replace(found, view=view)


def _answered(view: View, known: Index, typed: str, kind: str, said: Mapping[Facet, Sequence[str]]) -> Finder:
    chosen = {facet: [value for value in said[facet] if value in options(known, facet)] for facet in Facet}
    found = answer(known, typed, chosen)
    if found.read:
        chosen[Facet.DUE] = list(found.read)
    shown = Kind(kind) if kind in list(Kind) else found.found.named or Kind.COMMITMENT
    finder = Finder(view, known, chosen, shown, found)
    return replace(finder, counts=known.facets.counts(finder.among(), chosen))


def options(known: Index, facet: Facet) -> list[str]:
    """The choices of a facet: scales in their order, years newest first, names with most commitments first."""
    offered = known.facets.values(facet)
    if facet in ORDER:
        return [each for each in ORDER[facet] if each in offered]
    if facet in (Facet.DECLARATION, Facet.DUE):
        years = sorted((value for value in offered if value.isdecimal()), key=int, reverse=True)
        return [*(value for value in (OVERDUE, ANY) if value in offered), *years, *(value for value in (NONE,) if value in offered)]
    return sorted(offered, key=lambda value: value == NONE)


def named(view: View, facet: Facet, value: str) -> str:
    """A choice of a facet in words."""
    say, register = view.say, view.register
    if facet is Facet.DUE:
        return due(value, say)
    if value == NONE:
        return say(f"find.none_{facet}")
    if facet is Facet.DECLARATION:
        return say("find.forum", year=value, forum=say.ordinal(register.declaration_by_id[value].forum))
    if facet is Facet.PLEDGE:
        return naming.pledge(view, register.pledge_by_id[value])
    if facet in (Facet.THEME, Facet.GROUP, Facet.TO, Facet.BY):
        kind = facet.value if facet in (Facet.THEME, Facet.GROUP) else "body"
        return naming.name(view, kind, _in_vocabulary(register, facet, value))
    return say(f"terms.{facet}_{value}")


def _in_vocabulary(register: Register, facet: Facet, id_: str) -> Bilingual:
    """The name of a theme, group or body; its id where the vocabulary has lost it."""
    named: Theme | Group | Body | None
    if facet is Facet.THEME:
        named = register.theme_by_id.get(id_)
    else:
        named = register.group_by_id.get(id_) if facet is Facet.GROUP else register.body_by_id.get(id_)
    return named.name if named else Bilingual(en=id_, ko=id_)


def here(params: Params) -> str:
    """The address of this page with other choices."""
    return address.href("find", **params)


def ways(named: Sequence[tuple[str, Params]]) -> Markup:
    """Links to this page with another address. Streamlit's own links to the page one is on leave the address as it was."""
    links = [Markup("<li>{}</li>").format(prose.anchor(here(params), words, "in")) for words, params in named]
    return Markup("<ul class='ways'>{}</ul>").format(prose.joined(links))


def forget() -> None:
    """Answer every question anew."""
    _ANSWERED.clear()
