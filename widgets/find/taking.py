"""The commitments that the page Find lists, as files to take along."""

from __future__ import annotations

import streamlit as st

from exports import found_list
from models.search.entries import Kind
from widgets.find.asked import Finder, named
from widgets.parts import address, download, prose
from widgets.parts.edition import edition


def take_along(asked: Finder) -> None:
    """The commitments that fit, all pages of them, as files."""
    view, say = asked.view, asked.view.say
    name = f"human-rights-cities-commitments-{view.lang}-{view.on.isoformat()}"
    said, every, date = asked.said(Kind.COMMITMENT), len(asked.hits[Kind.COMMITMENT]), say.date(view.on)
    prose.note(say.count("find.take", every, date=date) if said == every else say.count("find.take_also", said, all=every, date=date))
    with st.container(key="find-take", horizontal=True, gap="small"):
        for label, make, ending, mime in (
            (
                say("find.xlsx"),
                lambda: found_list.workbook(selection(asked)),
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            (say("find.csv"), lambda: found_list.table(selection(asked)), "csv", "text/csv"),
            (say("find.json"), lambda: found_list.for_programs(selection(asked)), "json", "application/json"),
        ):
            download.button(label, make, f"{name}.{ending}", mime, key=f"find-{ending}")


def selection(asked: Finder) -> found_list.Selection:
    """What is on the screen, as a list to take along."""
    view, say = asked.view, asked.view.say
    by = [(say("find.asked_for"), asked.answer.words)] if asked.answer.words else []
    by += [
        (say(f"find.facet_{facet}"), "; ".join(named(view, facet, value) for value in values))
        for facet, values in asked.chosen.items()
        if values
    ]
    commitments = [view.register.commitment_by_id[hit.entry.id] for hit in asked.hits[Kind.COMMITMENT]]
    said, complete, n = asked.said(Kind.COMMITMENT), asked.complete(Kind.COMMITMENT), len(commitments)
    held: tuple[str, ...] = ()
    if said < n:
        by.insert(1, (say("find.asked_held"), say("find.asked_held_words", said=said, common=complete - said, some=n - complete, n=n)))
        held = (*(["said"] * said), *(["common"] * (complete - said)), *(["some"] * (n - complete)))
    where = address.href("find", **{**asked.params, "kind": None, "on": view.on.isoformat(), "lang": view.lang}).removeprefix(".")
    which = edition(view.fingerprint, view.whole)
    return found_list.Selection(view.register, commitments, say, view.on, by, where, which, view.withheld, held, address.root())
