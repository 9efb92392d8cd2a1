"""What was taken away from the text, grouped by reason; each can be put back with a click."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from models.texts.parts import Kind, LeftOut, Why
from models.writing.works import reshaping
from models.writing.works.work import Work
from widgets.new_text import held, part
from widgets.new_text.held import PARTS, Held
from widgets.parts import address, prose
from widgets.parts.view import View

MOST = 25
"""So many of one reason are shown at a time."""
SHOWN = 400
COUNTED = (Why.LINE_BREAK, Why.BLANKS)
"""Only counted: putting one back would change nothing that anybody sees."""
GROUP, FROM = "out", "out_from"


def show(view: View, here: Held, work: Work) -> None:
    """The reasons with how many there are of each; those of the reason that the address names are open."""
    say = view.say
    groups = _groups(work)
    prose.heading(say.count("new_text.left_out", sum(len(each) for why, each in groups.items() if why not in COUNTED)), "left-out")
    if not groups:
        prose.note(say("new_text.left_out_none"))
        return
    prose.note(say("new_text.left_out_hint"))
    open_ = next((why for why in groups if why.value == address.value(GROUP)), None)
    before: list[Markup] = []
    for why, each in groups.items():
        before.append(_head(view, here, why, len(each), is_open=why is open_))
        if why is open_:
            prose.show(Markup("<ul class='left-out'>{}</ul>").format(prose.joined(before)))
            before = []
            _items(view, here, work, why, each)
    if before:
        prose.show(Markup("<ul class='left-out'>{}</ul>").format(prose.joined(before)))


def _groups(work: Work) -> dict[Why, list[LeftOut]]:
    """What was left out by its reason, in the order of the reasons; blank things and ends of lines come last."""
    found: dict[Why, list[LeftOut]] = {}
    for each in work.left_out:
        found.setdefault(each.why, []).append(each)
    return {why: found[why] for why in sorted(found, key=lambda why: (why in COUNTED, list(Why).index(why)))}


def _head(view: View, here: Held, why: Why, count: int, *, is_open: bool) -> Markup:
    words = Markup("{} <span class='count'>{}</span>").format(view.say(f"texts.why_{why.value}"), count)
    if why in COUNTED:
        return Markup("<li>{}</li>").format(words)
    kept = {"part": address.value("part") or ""}
    where = held.href(here, PARTS, **({} if is_open else {GROUP: why.value}), **{name: each for name, each in kept.items() if each})
    return Markup("<li><a class='in' data-stay='left-out' aria-expanded='{}' href='{}'>{}</a></li>").format(
        "true" if is_open else "false", where, words
    )


def _items(view: View, here: Held, work: Work, why: Why, found: list[LeftOut]) -> None:
    say = view.say
    asked = address.value(FROM) or ""
    start = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 and int(asked) < len(found) else 0
    for each in found[start : start + MOST]:
        with st.container(key=f"out-{each.at.start}-{each.at.end}", gap=None):
            words = each.text if len(each.text) <= SHOWN else f"{each.text[:SHOWN]} …"
            prose.show(Markup("<p class='out-words'>{}</p>{}").format(words, _where(view, work, each)))
            if not work.parted:
                st.button(
                    say("new_text.put_back"),
                    key=f"back-{each.at.start}-{each.at.end}",
                    type="tertiary",
                    on_click=_put_back,
                    args=(here, each, held.shape(work)),
                )
    if len(found) > start + MOST:
        more = held.href(here, PARTS, **{GROUP: why.value, FROM: str(start + MOST)})
        prose.show(Markup("<p><a class='in' href='{}'>{}</a></p>").format(more, say("new_text.left_out_more", n=len(found) - start - MOST)))


def _put_back(here: Held, which: LeftOut, drawn: str) -> None:
    held.reshape(here, partial(reshaping.put_back, which=which), drawn)


def _where(view: View, work: Work, each: LeftOut) -> Markup:
    """The part after which it stood, as a link down to it."""
    before = [
        index
        for index, one in enumerate(work.parts)
        if one.kind is not Kind.FOOTNOTE and one.at and min(at.start for at in one.at) <= each.at.start
    ]
    if not before:
        return Markup("")
    named = part.name(view, work.parts[before[-1]])
    return Markup("<p class='small'><a class='in' href='#part-{}'>{}</a></p>").format(
        before[-1] + 1, view.say("new_text.left_out_at", place=named)
    )
