"""The part that is open: what it is, its words, and what can be done to it by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from models.texts.parts import Kind
from models.writing.works import reshaping
from models.writing.works.cutting import beginnings, standing
from models.writing.works.work import Work, WorkedPart
from widgets.new_text import held
from widgets.new_text.held import Held
from widgets.parts import address, prose
from widgets.parts.view import View

KINDS = (
    Kind.PARAGRAPH,
    Kind.COMMITMENT,
    Kind.ARTICLE,
    Kind.INTRO,
    Kind.CLOSE,
    Kind.HEADING,
    Kind.TITLE,
    Kind.EPIGRAPH,
    Kind.FOOTNOTE,
)
LEVELS = (1, 2, 3, 4)
MOST_CUTS = 40
"""So many sentence beginnings are offered; a longer part is split once and then again."""
LONGEST = 20_000
SHOWN = 70
"""So many letters of a sentence are shown to know it by."""
Operation = Callable[[Work], Work]


@dataclass(frozen=True)
class Opened:
    """The open part as this run draws it."""

    view: View
    here: Held
    work: Work
    index: int
    drawn: str
    """The shape of the text as it is drawn, so that a click means the part that was seen."""

    @property
    def part(self) -> WorkedPart:
        return self.work.parts[self.index]

    def key(self, name: str) -> str:
        """The key of a field: another one where it has to be filled anew."""
        return f"part:{name}:{self.index}:{self.drawn}:{self.here.opened}"


def show(view: View, here: Held, work: Work, index: int) -> None:
    """The fields and buttons of one part; each takes effect at once, and can be taken back."""
    seen = Opened(view, here, work, index, held.shape(work))
    _what(seen)
    _words(seen)
    if seen.part.kind is Kind.FOOTNOTE:
        _hanging(seen)
    _ways(seen)
    _splitting(seen)
    _taking_away(seen)
    if seen.part.kind.is_provision or seen.part.kind is Kind.TITLE:
        _adding_a_footnote(seen)


def name(view: View, part: WorkedPart) -> str:
    """A part as one cites it: its place in words, or what it is."""
    return view.say.place(part.place) if part.place else view.say(f"new_text.kind_{part.kind.value}")


# what fields and buttons do -----------------------------------------------------------------------------------------------


def _do(seen: Opened, operation: Operation, to: int | None) -> None:
    """What a button does; afterwards the part at `to` is open, or none."""
    if held.reshape(seen.here, operation, seen.drawn):
        if to is None:
            st.query_params.pop("part", None)
        else:
            st.query_params["part"] = str(to + 1)


def _typed(seen: Opened, name: str, operation: Callable[[Work, str], Work]) -> None:
    """What was typed into a field, or chosen in it."""
    said = str(st.session_state.get(seen.key(name)) or "")
    held.reshape(seen.here, lambda work: operation(work, said), seen.drawn)


def _at_words(seen: Opened, name: str, operation: Callable[[Work, int, int], Work]) -> None:
    """Something is done where the words stand that were typed; not where they stand nowhere, or more than once."""
    said = str(st.session_state.get(seen.key(name)) or "").strip()
    found = standing(said, seen.part.text)
    if said and len(found) != 1:
        seen.here.told = seen.view.say("new_text.words_not_there" if not found else "new_text.words_twice", words=said)
    elif said:
        held.reshape(seen.here, lambda work: operation(work, found[0], found[0] + len(said)), seen.drawn)


# the fields ---------------------------------------------------------------------------------------------------------------


def _text(seen: Opened, name: str, label: str, value: str, operation: Callable[[Work, str], Work], **more: int) -> None:
    st.text_input(label, value, key=seen.key(name), on_change=_typed, args=(seen, name, operation), max_chars=more.get("most", 500))


def _what(seen: Opened) -> None:
    """Kind, printed number and level, in one row."""
    say, part, index = seen.view.say, seen.part, seen.index
    with st.container(key="part-what", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            say("new_text.kind"),
            KINDS,
            KINDS.index(part.kind),
            key=address.worded(seen.key("kind"), [seen.view.lang]),
            format_func=lambda kind: say(f"new_text.kind_{kind.value}"),
            on_change=_kind,
            args=(seen,),
            width=240,
        )
        st.text_input(
            say("new_text.number"),
            part.number or "",
            key=seen.key("number"),
            max_chars=20,
            on_change=_typed,
            args=(seen, "number", lambda work, said: reshaping.renumbered(work, index, said.strip())),
            width=140,
        )
        st.selectbox(
            say("new_text.level"),
            LEVELS,
            min(part.level, len(LEVELS)) - 1,
            key=seen.key("level"),
            on_change=_typed,
            args=(seen, "level", lambda work, said: reshaping.levelled(work, index, int(said))),
            width=140,
        )
    if part.kind is Kind.ARTICLE or part.title:
        _text(seen, "title", say("new_text.article_title"), part.title or "", lambda work, said: reshaping.titled(work, index, said))


def _kind(seen: Opened) -> None:
    kind = Kind(st.session_state[address.worded(seen.key("kind"), [seen.view.lang])])
    held.reshape(seen.here, lambda work: reshaping.retyped(work, seen.index, kind), seen.drawn)


def _words(seen: Opened) -> None:
    say, part = seen.view.say, seen.part
    st.text_area(
        say("new_text.words"),
        part.text,
        key=seen.key("words"),
        height=min(420, 96 + 26 * (len(part.text) // 75)),
        max_chars=LONGEST,
        on_change=_typed,
        args=(seen, "words", lambda work, said: reshaping.reworded(work, seen.index, said)),
    )
    prose.note(say("new_text.words_hint"))


def _hanging(seen: Opened) -> None:
    """On which part a footnote hangs and after which words; why its words are missing, where they are."""
    say, part, work = seen.view.say, seen.part, seen.work
    hooks = [n for n, each in enumerate(work.parts) if each.kind.is_provision or each.kind is Kind.TITLE]
    if hooks:
        shown = {n: f"{name(seen.view, work.parts[n])}: {work.parts[n].text[:SHOWN]}" for n in hooks}
        st.selectbox(
            say("new_text.hang_on"),
            hooks,
            hooks.index(part.hangs_on) if part.hangs_on in hooks else None,
            key=seen.key("on"),
            format_func=shown.__getitem__,
            placeholder=say("new_text.hang_on_none"),
            on_change=_hung,
            args=(seen,),
        )
    st.text_input(say("new_text.hang_after"), part.after or "", key=seen.key("after"), max_chars=500, on_change=_hung, args=(seen,))
    on = work.parts[part.hangs_on] if part.hangs_on is not None and part.hangs_on < len(work.parts) else None
    if on is None or not part.after or part.after not in on.text:
        prose.note(say("new_text.lacking_footnote", mark=part.number or part.mark or part.text[:20]))
    if not part.text:
        for field, value in (("note_en", part.note_en), ("note_ko", part.note_ko)):
            st.text_input(say(f"new_text.footnote_{field}"), value, key=seen.key(field), max_chars=500, on_change=_explained, args=(seen,))


def _hung(seen: Opened) -> None:
    on, after = st.session_state.get(seen.key("on")), str(st.session_state.get(seen.key("after")) or "").strip()
    if on is not None:
        held.reshape(seen.here, lambda work: reshaping.hung(work, seen.index, int(on), after), seen.drawn)


def _explained(seen: Opened) -> None:
    note_en, note_ko = (str(st.session_state.get(seen.key(name)) or "") for name in ("note_en", "note_ko"))
    held.reshape(seen.here, lambda work: reshaping.explained(work, seen.index, note_en, note_ko), seen.drawn)


# the buttons --------------------------------------------------------------------------------------------------------------


def _button(seen: Opened, name: str, operation: Operation, to: int | None, *, off: bool = False) -> None:
    st.button(seen.view.say(f"new_text.do_{name}"), key=f"part-{name}", disabled=off, on_click=_do, args=(seen, operation, to))


def _ways(seen: Opened) -> None:
    index, last = seen.index, seen.index + 1 >= len(seen.work.parts)
    with st.container(key="part-ways", horizontal=True, gap="small"):
        _button(seen, "merge", lambda work: reshaping.merged(work, index), index, off=last)
        _button(seen, "merge_line", lambda work: reshaping.merged(work, index, as_paragraph=True), index, off=last)
        _button(seen, "up", lambda work: reshaping.moved(work, index, index - 1), index - 1, off=not index)
        _button(seen, "down", lambda work: reshaping.moved(work, index, index + 1), index + 1, off=last)
        _button(seen, "take_away", lambda work: reshaping.taken_away(work, index), None)


def _splitting(seen: Opened) -> None:
    """The beginnings of its sentences to choose from, and a field for any other place."""
    say, part, index = seen.view.say, seen.part, seen.index
    cuts = beginnings(part.text)[:MOST_CUTS]
    with st.expander(say.count("new_text.split", len(cuts) + 1)):
        if cuts:
            prose.note(say("new_text.split_hint"))
        for number, at in enumerate(cuts):
            words = part.text[at : at + SHOWN].split("\n")[0] + ("…" if len(part.text) > at + SHOWN else "")
            st.button(
                address.escaped_label(words),
                key=f"part-split-{number}",
                type="tertiary",
                on_click=_do,
                args=(seen, lambda work, at=at: reshaping.split(work, index, at), index),
            )
        st.text_input(
            say("new_text.split_before"),
            key=seen.key("split"),
            max_chars=500,
            on_change=_at_words,
            args=(seen, "split", lambda work, start, _: reshaping.split(work, index, start)),
        )


def _taking_away(seen: Opened) -> None:
    index = seen.index
    with st.expander(seen.view.say("new_text.take_words")):
        st.text_input(
            seen.view.say("new_text.take_words_label"),
            key=seen.key("take"),
            max_chars=2_000,
            on_change=_at_words,
            args=(seen, "take", lambda work, start, end: reshaping.taken_away(work, index, start, end)),
        )


def _adding_a_footnote(seen: Opened) -> None:
    """For a mark in the words whose footnote the copy does not have."""
    say = seen.view.say
    with st.expander(say("new_text.add_footnote")):
        st.text_input(say("new_text.add_footnote_mark"), key=seen.key("note-mark"), max_chars=10)
        st.text_input(say("new_text.hang_after"), key=seen.key("note-after"), max_chars=500)
        st.button(say("new_text.add_footnote"), key="part-add-footnote", on_click=_add_footnote, args=(seen,))


def _add_footnote(seen: Opened) -> None:
    mark, after = (str(st.session_state.get(seen.key(name)) or "").strip() for name in ("note-mark", "note-after"))
    if not mark or not standing(after, seen.part.text):
        seen.here.told = seen.view.say("new_text.add_footnote_lacks")
    else:
        _do(seen, lambda work: reshaping.with_footnote(work, seen.index, mark, after), seen.index + 1)
