"""The page Find: a question and filters in, the commitments that fit and everything else that does out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

import numpy as np
import streamlit as st
from markupsafe import Markup

from exports import found_list
from models.labels import Say
from models.records.fields import Bilingual
from models.records.terms import Force, Ledger, Precision
from models.records.vocabulary import Body, Group, Theme
from models.register.register import Register
from models.register.standing import Standing
from models.search import query
from models.search.entries import Kind
from models.search.facets import NONE, Facet, without
from models.search.finding import Answer, answer
from models.search.index import Found, Hit, Index, index
from models.search.telling import heard
from widgets.find import result
from widgets.frame import banner
from widgets.parts import address, naming, prose
from widgets.parts.edition import edition
from widgets.parts.view import View

Params = dict[str, str | Sequence[str] | None]
PAGE = 20
"""So many results are drawn at once."""
IN_SHORT = 60
"""So many letters of a search are shown in a link."""
VISIBLE = (Facet.LEDGER, Facet.DECLARATION, Facet.FORCE, Facet.PRECISION, Facet.STANDING)
"""Facets with few choices, all of them shown; the others are lists to open."""
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
        """The search and the filters as an address."""
        kept: Params = {facet.value: list(values) for facet, values in self.chosen.items() if values}
        return {
            **({"q": self.words} if self.words else {}),
            **kept,
            **({"kind": self.kind.value} if self.kind is not Kind.COMMITMENT else {}),
        }

    def complete(self, kind: Kind) -> int:
        """How many of what fits hold every word of the search; they stand first."""
        return self.answer.complete(kind)

    @property
    def narrowed(self) -> bool:
        return bool(self.words or any(self.chosen.values()))


def look(view: View) -> Finder:
    """Read the address and answer it."""
    prose.style("find")
    known = _index(view.fingerprint, view.on, view.register, view.say.labels)
    chosen = {facet: [value for value in address.values(facet.value) if value in _options(known, facet)] for facet in Facet}
    asked = address.value("kind")
    kind = Kind(asked) if asked in list(Kind) else Kind.COMMITMENT
    found = answer(known, address.value("q") or "", chosen)
    among = known.facets.mask([hit.row for hit in found.found.of(Kind.COMMITMENT)])
    return Finder(view, known, chosen, kind, found, known.facets.counts(among, chosen))


def _options(known: Index, facet: Facet) -> list[str]:
    """The choices of a facet: scales in their order, years newest first, names with most commitments first."""
    offered = known.facets.values(facet)
    if facet in ORDER:
        return [each for each in ORDER[facet] if each in offered]
    if facet in (Facet.DECLARATION, Facet.DUE):
        return sorted(offered, key=lambda value: (value == NONE, -int(value) if value != NONE else 0))
    return sorted(offered, key=lambda value: value == NONE)


# the sentence that answers -----------------------------------------------------------------------------------------


def opening(finder: Finder) -> None:
    """How many commitments fit, each ledger by itself, and what was made of the question."""
    view, say = finder.view, finder.view.say
    every, n = finder.index.facets.size, len(finder.hits[Kind.COMMITMENT])
    complete = finder.complete(Kind.COMMITMENT)
    hits = finder.hits[Kind.COMMITMENT]
    ledgers, others = _ledgers(say, hits[:complete] or hits), ""
    if not n:
        words = say("find.title_none", all=every)
    elif not finder.narrowed:
        words = say("find.title_all", all=every, ledgers=ledgers)
    elif not complete:
        words = say.count("find.title_partly", n, all=every, ledgers=ledgers)
    else:
        words = say.count("find.title", complete, all=every, ledgers=ledgers)
        others = say.count("find.others", n - complete, ledgers=_ledgers(say, hits[complete:])) + " " if n > complete else ""
    forums, texts, all_known = len(view.register.begun(view.on)), len(view.register.declarations), view.register.knows_all_forums
    missing = say.at_least(forums - texts, all_known)
    lede = say.count("find.lede", texts, texts=texts, missing=missing, forums=say.at_least(forums, all_known), date=say.date(view.on))
    prose.title(words, others + lede)
    banner.say_unknown(view, address.unknown({**{facet.value: _options(finder.index, facet) for facet in Facet}, "kind": list(Kind)}))


def _ledgers(say: Say, hits: Sequence[Hit]) -> str:
    """How many there are of each ledger."""
    found = [hit.entry.under[0][Facet.LEDGER] for hit in hits]
    counted = {ledger: sum(ledger in values for values in found) for ledger in [*Ledger, NONE]}
    return say.listed([say.count(f"find.n_{ledger}", n) for ledger, n in counted.items() if n])


def search_box(finder: Finder) -> None:
    """The field for the question, and what was made of it."""
    say, key = finder.view.say, "find:q"
    if st.session_state.get(f"{key}:seen") != finder.words or key not in st.session_state:
        st.session_state[key] = st.session_state[f"{key}:seen"] = finder.words

    def changed() -> None:
        now = " ".join(str(st.session_state[key]).split())
        address.write("q", [now] if now else [])
        address.write("page", [])
        st.session_state[f"{key}:seen"] = now

    with st.container(key="find-search"):
        st.text_input(
            say("find.search"),
            key=key,
            on_change=changed,
            placeholder=say("find.placeholder"),
            max_chars=query.MAX_LENGTH,
            type="default",
        )
    if lines := heard(finder.answer, say):
        prose.show(
            Markup("<p class='corrected' role='status'>{}</p>").format(prose.joined([Markup("{}").format(line) for line in lines], " "))
        )


# filters -----------------------------------------------------------------------------------------------------------


def filters(finder: Finder) -> None:
    """Every facet with how many commitments each choice would leave; and a way out of all of them."""
    say = finder.view.say
    prose.show(
        Markup("<h2 class='heading' id='find-filters'>{}</h2><p class='only-narrow'><a class='in' href='#find-results'>{}</a></p>").format(
            say("find.filters"), say("find.to_results")
        )
    )
    if finder.narrowed:
        prose.show(_ways([(say("find.clear"), {})]))
    if finder.complete(Kind.COMMITMENT) < len(finder.hits[Kind.COMMITMENT]):
        prose.note(say("find.counts_all"))
    for facet in Facet:
        options = _options(finder.index, facet)
        counted = finder.counts[facet]
        label = say(f"find.facet_{facet}")

        def words(value: str, facet: Facet = facet, counted: Mapping[str, int] = counted) -> str:
            return say("find.option", words=named(finder.view, facet, value), n=counted.get(value, 0))

        if options:
            _facet(label, facet.value, options, words, row=facet in VISIBLE, placeholder=say("find.any"))


def _facet(label: str, name: str, options: Sequence[str], words: Callable[[str], str], *, row: bool, placeholder: str) -> None:
    """A filter in the address; another choice begins at the first page again."""
    key = f"find:{name}" if row else address.worded(f"find:{name}", map(words, options))
    address.seeded(key, name, options, True, None)

    def changed() -> None:
        chosen = [each for each in st.session_state[key] or [] if each in options]
        address.write(name, chosen)
        address.write("page", [])
        st.session_state[f"{key}:seen"] = chosen

    if row:
        shown = lambda option: address.escaped_label(words(option))  # noqa: E731
        st.pills(label, options, selection_mode="multi", format_func=shown, key=key, on_change=changed)
    else:
        st.multiselect(label, options, format_func=words, key=key, on_change=changed, placeholder=placeholder, select_all=False)


def named(view: View, facet: Facet, value: str) -> str:
    """A choice of a facet in words."""
    say, register = view.say, view.register
    if value == NONE:
        return say(f"find.none_{facet}")
    if facet is Facet.DECLARATION:
        return say("find.forum", year=value, forum=say.ordinal(register.declaration_by_id[value].forum))
    if facet is Facet.DUE:
        return say("find.due_year", year=value)
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


# results -----------------------------------------------------------------------------------------------------------


def results(finder: Finder) -> None:
    """The kinds with their counts, one page of the chosen kind, and the list to take along."""
    say = finder.view.say
    prose.show(
        Markup("<p class='only-narrow' id='find-results'><a class='in' href='#find-filters'>{}</a></p>").format(say("find.to_filters"))
    )
    _kinds(finder)
    hits = finder.hits[finder.kind]
    if not hits:
        _nothing(finder)
        return
    complete = finder.complete(finder.kind)
    pages = -(-len(hits) // PAGE)
    asked = address.value("page") or "1"
    page = min(max(int(asked), 1), pages) if asked.isdecimal() and len(asked) < 6 else 1
    start = (page - 1) * PAGE
    shown, first = hits[start : start + PAGE], max(complete - start, 0)
    _listed(finder, shown[:first])
    if shown[first:]:
        prose.heading(say("find.only_some", n=len(hits) - complete))
        _listed(finder, shown[first:])
    _turn(finder, page, pages, len(hits))
    if finder.kind is Kind.COMMITMENT:
        _take_along(finder)


def _listed(finder: Finder, hits: Sequence[Hit]) -> None:
    shown = [result.hit(finder.view, finder.index, finder.found, each) for each in hits]
    prose.show(Markup("<div class='hits'>{}</div>").format(prose.joined(shown)))


def _kinds(finder: Finder) -> None:
    say, key = finder.view.say, "find:kind"
    options = [kind.value for kind in Kind]
    address.seeded(key, "kind", options, False, Kind.COMMITMENT.value)

    def changed() -> None:
        now = st.session_state[key]
        chosen = [now] if now and now != Kind.COMMITMENT.value else []
        address.write("kind", chosen)
        address.write("page", [])
        st.session_state[f"{key}:seen"] = chosen

    words = lambda kind: address.escaped_label(say(f"find.kind_{kind}", n=len(finder.hits[Kind(kind)])))  # noqa: E731
    st.segmented_control(
        say("find.kinds"), options, required=True, format_func=words, key=key, on_change=changed, label_visibility="collapsed"
    )


def _turn(finder: Finder, page: int, pages: int, n: int) -> None:
    """The pages of a long list."""
    if pages == 1:
        return
    say = finder.view.say
    last = min(page * PAGE, n)
    ways = [(say("find.previous", n=PAGE), _paged(finder, page - 1))] if page > 1 else []
    ways += [(say.count("find.next", min(PAGE, n - last)), _paged(finder, page + 1))] if page < pages else []
    here = Markup("<p class='note'>{}</p>").format(say("find.page", first=(page - 1) * PAGE + 1, last=last, n=n))
    prose.show(Markup("<nav class='turn' aria-label='{}'>{}{}</nav>").format(say("find.pages"), here, _ways(ways)))


def _paged(finder: Finder, page: int) -> Params:
    return {**finder.params, "page": str(page) if page > 1 else None}


def _ways(ways: Sequence[tuple[str, Params]]) -> Markup:
    """Links to this page with another address. Streamlit's own links to the page one is on leave the address as it was."""
    links = [
        Markup("<li>{}</li>").format(prose.anchor(f"./find?{urlencode(address.carried(**params), doseq=True)}", words, "in"))
        for words, params in ways
    ]
    return Markup("<ul class='ways'>{}</ul>").format(prose.joined(links))


def _nothing(finder: Finder) -> None:
    """Nothing fits: which filter to leave out, and what else fits."""
    say = finder.view.say
    prose.show(Markup("<p class='silent'>{}</p>").format(say("find.found_nothing")))
    other = [kind for kind in Kind if finder.hits[kind]]
    if other:
        kinds = [(say(f"find.kind_{kind}", n=len(finder.hits[kind])), kind) for kind in other]
        shown = [(words, {**finder.params, "kind": None if kind is Kind.COMMITMENT else kind.value}) for words, kind in kinds]
        prose.show(Markup("<p class='note'>{}</p>{}").format(say("find.elsewhere"), _ways(shown)))
    if finder.hits[Kind.COMMITMENT] or not finder.narrowed:
        return
    found = leaving_out(finder)
    if not found:
        prose.note(say("find.drop_nothing"))
    prose.show(_ways([*((say.count("find.drop", n, filter=what), params) for what, n, params in found), (say("find.clear"), {})]))


def leaving_out(finder: Finder) -> list[tuple[str, int, Params]]:
    """Each filter whose absence would leave something, the one that leaves most first."""
    view, say, facets = finder.view, finder.view.say, finder.index.facets
    among = facets.mask([hit.row for hit in finder.found.of(Kind.COMMITMENT)])
    ways: list[tuple[str, int, Params]] = []
    for facet, values in finder.chosen.items():
        if values:
            n = int((among & facets.fitting(without(finder.chosen, facet))).sum())
            what = say(
                "find.drop_facet", facet=say(f"find.facet_{facet}"), values=say.listed([named(view, facet, value) for value in values])
            )
            ways.append((what, n, {**finder.params, facet.value: None}))
    if finder.words:
        words = finder.words if len(finder.words) <= IN_SHORT else finder.words[: IN_SHORT - 1] + "…"
        ways.append((say("find.drop_search", words=words), int(np.sum(facets.fitting(finder.chosen))), {**finder.params, "q": None}))
    return sorted((way for way in ways if way[1]), key=lambda way: -way[1])


def _take_along(finder: Finder) -> None:
    """The commitments that fit, all pages of them, as files."""
    view, say = finder.view, finder.view.say
    name = f"human-rights-cities-commitments-{view.lang}-{view.on.isoformat()}"
    prose.note(say.count("find.take", len(finder.hits[Kind.COMMITMENT]), date=say.date(view.on)))
    with st.container(key="find-take", horizontal=True, gap="small"):
        for label, make, ending, mime in (
            (
                say("find.xlsx"),
                lambda: found_list.workbook(selection(finder)),
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            (say("find.csv"), lambda: found_list.table(selection(finder)), "csv", "text/csv"),
            (say("find.json"), lambda: found_list.for_programs(selection(finder)), "json", "application/json"),
        ):
            st.download_button(label, make, f"{name}.{ending}", mime, key=f"find-{ending}", on_click="ignore")


def selection(finder: Finder) -> found_list.Selection:
    """What is on the screen, as a list to take along."""
    view, say = finder.view, finder.view.say
    asked = [(say("find.asked_for"), finder.words)] if finder.words else []
    asked += [
        (say(f"find.facet_{facet}"), "; ".join(named(view, facet, value) for value in values))
        for facet, values in finder.chosen.items()
        if values
    ]
    commitments = [view.register.commitment_by_id[hit.entry.id] for hit in finder.hits[Kind.COMMITMENT]]
    complete = finder.complete(Kind.COMMITMENT)
    if complete < len(commitments):
        asked.insert(1, (say("find.asked_held"), say("find.asked_held_words", complete=complete, n=len(commitments))))
    where = address.href("find", **{**finder.params, "kind": None, "on": view.on.isoformat(), "lang": view.lang}).removeprefix(".")
    which = edition(view.fingerprint, view.whole)
    return found_list.Selection(view.register, commitments, say, view.on, asked, where, which, view.withheld)
