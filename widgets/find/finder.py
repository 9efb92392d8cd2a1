"""The page Find: how many commitments fit, the question, and everything that fits it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from models.labels import Say
from models.records.terms import Ledger
from models.search import query
from models.search.entries import Kind
from models.search.facets import NONE, Facet
from models.search.index import Hit
from models.search.telling import heard
from widgets.find import result
from widgets.find.answers import first_of_all
from widgets.find.asked import Finder, Params, options, ways
from widgets.find.filters import leaving_out
from widgets.find.taking import take_along
from widgets.frame import banner
from widgets.parts import address, prose
from widgets.parts.once import passages

PAGE = 20
"""So many results are drawn at once."""


def opening(finder: Finder) -> None:
    """How many commitments fit, and what the address asks for that is not there."""
    passages(finder.view, ("find", "opening", *finder.what), lambda view: _counted(finder))
    banner.say_unknown(finder.view, address.unknown({**{facet.value: options(finder.index, facet) for facet in Facet}, "kind": list(Kind)}))


def _counted(finder: Finder) -> None:
    """How many commitments fit, each ledger by itself, and what was made of the question."""
    view, say = finder.view, finder.view.say
    every, hits = finder.index.facets.size, finder.hits[Kind.COMMITMENT]
    said, complete = finder.said(Kind.COMMITMENT), finder.complete(Kind.COMMITMENT)
    apart = ""
    if not hits:
        words = say("find.title_none", all=every)
    elif not finder.narrowed:
        words = say("find.title_all", all=every, ledgers=_ledgers(say, hits))
    else:
        words = say.count("find.title", said, all=every, ledgers=_ledgers(say, hits[:said])) if said else say("find.title_apart", all=every)
        for name, these in (("common", hits[said:complete]), ("others", hits[complete:])):
            if these:
                apart += say.count(f"find.{name}" if said else f"find.{name}_alone", len(these), ledgers=_ledgers(say, these)) + " "
    forums, texts, all_known = len(view.register.begun(view.on)), len(view.register.declarations), view.register.knows_all_forums
    missing = say.at_least(forums - texts, all_known)
    lede = say.count("find.lede", texts, texts=texts, missing=missing, forums=say.at_least(forums, all_known), date=say.date(view.on))
    prose.title(words, apart + lede)


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


# results -----------------------------------------------------------------------------------------------------------


def results(finder: Finder) -> None:
    """What stands before the list, the kinds with their counts, one page of the chosen kind, and the list to take along."""
    view = finder.view
    passages(view, ("find", "before", *finder.what), lambda view: _before(finder))
    _kinds(finder)
    pages = -(-len(finder.hits[finder.kind]) // PAGE)
    asked = address.value("page") or "1"
    page = min(max(int(asked), 1), pages) if asked.isdecimal() and len(asked) < 6 else 1
    passages(
        view, ("find", "page", page, address.asked(), *finder.what), lambda view: _page(finder, page, pages) if pages else _nothing(finder)
    )
    if pages and finder.kind is Kind.COMMITMENT:
        take_along(finder)


def _before(finder: Finder) -> None:
    prose.show(
        Markup("<p class='only-narrow' id='find-results'><a class='in' href='#find-filters'>{}</a></p>").format(
            finder.view.say("find.to_filters")
        )
    )
    first_of_all(finder)


def _page(finder: Finder, page: int, pages: int) -> None:
    """One page of what fits, those that say every word themselves before the others."""
    say, hits, start = finder.view.say, finder.hits[finder.kind], (page - 1) * PAGE
    said, complete, end = finder.said(finder.kind), finder.complete(finder.kind), start + PAGE
    for heading, first, last in (("", 0, said), ("in_common", said, complete), ("only_some", complete, len(hits))):
        if shown := hits[max(first, start) : min(last, end)]:
            if heading:
                prose.heading(say(f"find.{heading}", n=last - first))
            _listed(finder, shown)
    _turn(finder, page, pages, len(hits))


def _listed(finder: Finder, hits: Sequence[Hit]) -> None:
    shown = [result.hit(finder.view, finder.index, finder.found, each) for each in hits]
    prose.show(Markup("<div class='hits'>{}</div>").format(prose.joined(shown)))


def _kinds(finder: Finder) -> None:
    say, key = finder.view.say, "find:kind"
    options = [kind.value for kind in Kind]
    address.seeded(key, "kind", options, False, finder.usual.value)

    def changed() -> None:
        now = st.session_state[key]
        chosen = [now] if now and now != finder.usual.value else []
        address.write("kind", chosen)
        address.write("page", [])
        st.session_state[f"{key}:seen"] = chosen

    words = lambda kind: address.escaped_label(say(f"find.kind_{kind}", n=finder.said(Kind(kind))))  # noqa: E731
    st.segmented_control(
        say("find.kinds"), options, required=True, format_func=words, key=key, on_change=changed, label_visibility="collapsed"
    )


def _turn(finder: Finder, page: int, pages: int, n: int) -> None:
    """The pages of a long list."""
    if pages == 1:
        return
    say = finder.view.say
    last = min(page * PAGE, n)
    turns = [(say("find.previous", n=PAGE), _paged(finder, page - 1))] if page > 1 else []
    turns += [(say.count("find.next", min(PAGE, n - last)), _paged(finder, page + 1))] if page < pages else []
    here = Markup("<p class='note'>{}</p>").format(say("find.page", first=(page - 1) * PAGE + 1, last=last, n=n))
    prose.show(Markup("<nav class='turn' aria-label='{}'>{}{}</nav>").format(say("find.pages"), here, ways(turns)))


def _paged(finder: Finder, page: int) -> Params:
    return {**finder.params, "page": str(page) if page > 1 else None}


def _nothing(finder: Finder) -> None:
    """Nothing fits: which filter to leave out, and what else fits."""
    say = finder.view.say
    prose.show(Markup("<p class='silent'>{}</p>").format(say("find.found_nothing")))
    other = [kind for kind in Kind if finder.hits[kind]]
    if other:
        kinds = [(say(f"find.kind_{kind}", n=len(finder.hits[kind])), kind) for kind in other]
        shown = [(words, {**finder.params, "kind": None if kind is finder.usual else kind.value}) for words, kind in kinds]
        prose.show(Markup("<p class='note'>{}</p>{}").format(say("find.elsewhere"), ways(shown)))
    if finder.hits[Kind.COMMITMENT] or not finder.narrowed:
        return
    found = leaving_out(finder)
    if not found:
        prose.note(say("find.drop_nothing"))
    prose.show(ways([*((say.count("find.drop", n, filter=what), params) for what, n, params in found), (say("find.clear"), {})]))
