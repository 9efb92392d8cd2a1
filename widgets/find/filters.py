"""The filters of the page Find: how many commitments each choice would leave, and which to leave out where nothing fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import streamlit as st
from markupsafe import Markup

from models.search.entries import Kind
from models.search.facets import Facet, without
from widgets.find.asked import Finder, Params, named, options, ways
from widgets.parts import address, prose
from widgets.parts.once import once

IN_SHORT = 60
"""So many letters of a search are shown in a link."""
VISIBLE = (Facet.LEDGER, Facet.DECLARATION, Facet.FORCE, Facet.PRECISION, Facet.STANDING)
"""Facets with few choices, all of them shown; the others are lists to open."""


def filters(asked: Finder) -> None:
    """Every facet with how many commitments each choice would leave; and a way out of all of them."""
    say = asked.view.say
    prose.show(
        Markup("<h2 class='heading' id='find-filters'>{}</h2><p class='only-narrow'><a class='in' href='#find-results'>{}</a></p>").format(
            say("find.filters"), say("find.to_results")
        )
    )
    if asked.asks:
        prose.show(ways([(say("find.clear"), {})]))
    every = asked.found.of(Kind.COMMITMENT)
    if (said := asked.found.said(every)) < len(every):
        prose.note(say("find.counts_said" if said else "find.counts_all"))
    for facet, words in once(asked.view, ("find", "choices", *asked.what), lambda: _choices(asked)).items():
        _facet(asked, facet, say(f"find.facet_{facet}"), list(words), words.__getitem__)


def _choices(asked: Finder) -> Mapping[Facet, Mapping[str, str]]:
    """For every facet that offers any, its choices in words with how many commitments each would leave."""
    return {
        facet: {
            value: asked.view.say("find.option", words=named(asked.view, facet, value), n=asked.counts[facet].get(value, 0))
            for value in offered
        }
        for facet in Facet
        if (offered := options(asked.index, facet))
    }


def _facet(asked: Finder, facet: Facet, label: str, options: Sequence[str], words: Callable[[str], str]) -> None:
    """A filter in the address; another choice begins at the first page again, and takes the place of what was read of the question."""
    name, row, read = facet.value, facet in VISIBLE, facet is Facet.DUE and asked.answer.read
    key = f"find:{name}" if row else address.worded(f"find:{name}", map(words, options))
    address.seeded(key, name, options, True, None, list(read) if read else None)

    def changed() -> None:
        chosen = [each for each in st.session_state[key] or [] if each in options]
        address.write(name, chosen)
        address.write("page", [])
        if read:
            address.write("q", [asked.answer.words] if asked.answer.words else [])
        st.session_state[f"{key}:seen"] = chosen

    if row:
        shown = lambda option: address.escaped_label(words(option))  # noqa: E731
        st.pills(label, options, selection_mode="multi", format_func=shown, key=key, on_change=changed)
    else:
        st.multiselect(
            label, options, format_func=words, key=key, on_change=changed, placeholder=asked.view.say("find.any"), select_all=False
        )


def leaving_out(asked: Finder) -> list[tuple[str, int, Params]]:
    """Each filter whose absence would leave something, the one that leaves most first."""
    view, say, facets = asked.view, asked.view.say, asked.index.facets
    among = asked.among()
    ways: list[tuple[str, int, Params]] = []
    for facet, values in asked.chosen.items():
        if values:
            n = int((among & facets.fitting(without(asked.chosen, facet))).sum())
            what = say(
                "find.drop_facet", facet=say(f"find.facet_{facet}"), values=say.listed([named(view, facet, value) for value in values])
            )
            ways.append((what, n, {**asked.params, facet.value: None}))
    if asked.words:
        words = asked.words if len(asked.words) <= IN_SHORT else asked.words[: IN_SHORT - 1] + "…"
        ways.append((say("find.drop_search", words=words), int(np.sum(facets.fitting(asked.chosen))), {**asked.params, "q": None}))
    return sorted((way for way in ways if way[1]), key=lambda way: -way[1])
