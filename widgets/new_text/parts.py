"""The text as a document of its parts, beside what was taken away; one part at a time is open to be changed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from models.texts.parts import Caution, Kind, Warning
from models.writing.permission import Access
from models.writing.works.reshaping import all_parted, not_parted
from models.writing.works.work import Work, WorkedPart
from widgets.new_text import held, left_out, part
from widgets.new_text.held import FACTS, PARTS, Held
from widgets.parts import address, prose
from widgets.parts.view import View

OPEN = "part"
"""The address names the part that is open by its number in the order of the text, from 1."""


def show(view: View, here: Held, access: Access) -> None:
    """What must be looked at, the document beside what was taken away, and that the parts are right."""
    work = here.work
    told = _at_parts(work)
    _cautions(view, here, work, told)
    _whole(view, here, work)
    document, beside = st.columns([0.66, 0.34], gap="medium")
    with document, st.container(key="new-text-parts"):
        _document(view, here, work, told)
    with beside, st.container(key="new-text-left-out"):
        left_out.show(view, here, work)


# what must be looked at ---------------------------------------------------------------------------------------------------


def _at_parts(work: Work) -> dict[int, list[Warning]]:
    """What a reader must be told, by the part at which it is; what concerns the text as a whole by -1."""
    found: dict[int, list[Warning]] = {}
    for each in work.warnings:
        found.setdefault(_part_at(work, each), []).append(each)
    return found


def _part_at(work: Work, warning: Warning) -> int:
    if warning.at is None:
        return -1
    start = warning.at.start
    before = -1
    for index, each in enumerate(work.parts):
        stretches = [*each.at, *([each.marked] if each.marked else [])]
        if any(at.start <= start < max(at.end, at.start + 1) for at in stretches):
            return index
        if each.kind is not Kind.FOOTNOTE and stretches and min(at.start for at in stretches) <= start:
            before = index
    return before


def sentence(view: View, warning: Warning) -> str:
    """What a reader must be told, as a sentence."""
    words = {name: value for name, value in warning.words.items() if name != "key"} if warning.caution is Caution.FILE else warning.words
    return view.say(warning.label, **words)


def _cautions(view: View, here: Held, work: Work, told: dict[int, list[Warning]]) -> None:
    say = view.say
    items = [Markup("<li>{}</li>").format(say(key)) for key in work.source.said]
    for index in sorted(told):
        for each in told[index]:
            words: Markup | str = sentence(view, each)
            if index >= 0:
                words = Markup("{} <a class='in' href='#part-{}'>{}</a>").format(
                    words, index + 1, say("new_text.look_at", place=part.name(view, work.parts[index]))
                )
            items.append(Markup("<li>{}</li>").format(words))
    if items:
        prose.show(
            Markup("<section class='cautions'><h2 class='sub'>{}</h2><ul>{}</ul></section>").format(
                say.count("new_text.cautions", len(items)), prose.joined(items)
            )
        )


# the text as a whole ------------------------------------------------------------------------------------------------------


def _whole(view: View, here: Held, work: Work) -> None:
    """Saying that the parts are right, or taking that back; undoing what was done last."""
    say = view.say
    prose.note(say("new_text.parts_right_hint" if work.parted else "new_text.parts_hint"))
    with st.container(key="new-text-whole", horizontal=True, vertical_alignment="center", gap="small"):
        if work.parted:
            st.button(say("new_text.parts_not_right"), key="parts-not-right", on_click=held.change, args=(here, not_parted))
            prose.show(Markup("<a class='in' href='{}'>{}</a>").format(held.href(here, FACTS), say("new_text.to_facts")))
            return
        st.button(
            say("new_text.parts_right"),
            key="parts-right",
            type="primary",
            disabled=not work.provisions or not here.is_settled,
            on_click=_right,
            args=(here,),
        )
        st.button(
            say("new_text.undo"),
            key="undo",
            disabled=not here.before,
            shortcut="Alt+Z",
            on_click=held.take_back,
            args=(here, len(here.before)),
        )
    if here.told:
        prose.show(Markup("<p class='banner' role='alert'>{}</p>").format(here.told))


def _right(here: Held) -> None:
    held.change(here, all_parted)
    st.query_params.pop(OPEN, None)


# the document -------------------------------------------------------------------------------------------------------------


def opened(work: Work) -> int | None:
    """Which part the address names, from 0; None where it names none."""
    asked = address.value(OPEN) or ""
    index = int(asked) - 1 if asked.isascii() and asked.isdigit() and len(asked) < 6 else -1
    return index if 0 <= index < len(work.parts) and not work.parted else None


def _document(view: View, here: Held, work: Work, told: dict[int, list[Warning]]) -> None:
    say, open_ = view.say, opened(work)
    rows = [_row(view, here, work, index, told.get(index, ())) for index in range(len(work.parts)) if index != open_]
    prose.heading(say.count("new_text.parts_heading", len(work.provisions)), "parts")
    if open_ is None:
        prose.show(Markup("<div class='worked'>{}</div>").format(prose.joined(rows)))
        return
    if open_:
        prose.show(Markup("<div class='worked'>{}</div>").format(prose.joined(rows[:open_])))
    with st.container(key="new-text-part"):
        prose.show(_head(view, here, work, open_, told.get(open_, ())))
        part.show(view, here, work, open_)
    if rows[open_:]:
        prose.show(Markup("<div class='worked'>{}</div>").format(prose.joined(rows[open_:])))


def _way(view: View, here: Held, words: Markup | str, to: int | None, in_full: str = "") -> Markup:
    """A link that opens a part, or closes it; the browser stays where it is."""
    where = held.href(here, PARTS, **({OPEN: str(to + 1)} if to is not None else {}))
    named = Markup(" aria-label='{}'").format(in_full) if in_full else Markup("")
    return Markup("<a class='in' data-stay='parts' href='{}'{}>{}</a>").format(where, named, words)


def _row(view: View, here: Held, work: Work, index: int, told: Sequence[Warning]) -> Markup:
    """A part that is closed: where it stands and what it is, its mark and its words, and what must be looked at in it."""
    say, each = view.say, work.parts[index]
    words = part.name(view, each)
    place = Markup("<b>{}</b>").format(words) if work.parted else _way(view, here, words, index, say("new_text.open_part", place=words))
    title = Markup("<p class='part-title'>{}</p>").format(each.title) if each.title and not each.text.startswith(each.title) else Markup("")
    return Markup(
        "<article class='part kind-{} level-{}' id='part-{}'><p class='part-head'>{} {}</p><div class='part-words'>{}<p lang='{}'>{}{}</p>"
        "{}</div></article>"
    ).format(
        each.kind.value,
        min(each.level, 4),
        index + 1,
        place,
        Markup("<span class='small'>{}</span>").format(_what(view, work, each)),
        title,
        work.facts.language,
        Markup("<span class='number'>{}</span> ").format(each.mark or each.number) if each.mark or each.number else Markup(""),
        Markup("<br>").join(each.text.split("\n")),
        _told(view, told),
    )


def _told(view: View, told: Sequence[Warning]) -> Markup:
    return prose.joined([Markup("<p class='caution'>{}</p>").format(sentence(view, each)) for each in told])


def _what(view: View, work: Work, each: WorkedPart) -> str:
    """What a part is where its place does not say so, on what a footnote hangs, and whether its words were typed."""
    say, said = view.say, []
    if each.kind is Kind.FOOTNOTE:
        on = work.parts[each.hangs_on] if each.hangs_on is not None and each.hangs_on < len(work.parts) else None
        said.append(say("new_text.hangs_on", place=part.name(view, on)) if on else say("new_text.hangs_nowhere"))
    if each.by_hand:
        said.append(say("new_text.by_hand"))
    return " · ".join(said)


def _head(view: View, here: Held, work: Work, index: int, told: Sequence[Warning]) -> Markup:
    """The open part: what it is, and the ways to the one before it, to the next, and to close it."""
    say, each = view.say, work.parts[index]
    ways = [_way(view, here, say("new_text.close_part"), None)]
    if index:
        ways.append(_way(view, here, say("new_text.part_before"), index - 1))
    if index + 1 < len(work.parts):
        ways.append(_way(view, here, say("new_text.part_next"), index + 1))
    return Markup(
        "<div class='part-open' id='part-{}'><h3 class='sub'>{} <span class='number'>{}</span></h3><p class='small'>{}</p><p class='ways'>{}</p>{}</div>"
    ).format(index + 1, part.name(view, each), each.mark or "", _what(view, work, each), prose.joined(ways, " "), _told(view, told))
