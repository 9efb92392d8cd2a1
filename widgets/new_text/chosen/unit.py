"""One commitment as a coder marks and codes it: its words, force and precision, who is bound and asked, and what a record needs besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from models.records.terms import Force, Precision
from models.writing.works.coding import ChosenUnit
from widgets.new_text.chosen import marking, meanings
from widgets.new_text.chosen.fields import Changed, Fields
from widgets.parts import address, naming, prose
from widgets.parts.view import View

BETWEEN = "|"
"""Between the words of a point of a checklist and their Korean."""
MORE = ("partners", "groups", "stages", "items", "doubt_en", "doubt_ko")


@dataclass(frozen=True)
class Unit:
    """A commitment of a provision, open to be coded."""

    view: View
    text: str
    lang: str
    unit: ChosenUnit
    key: str
    changed: Changed
    lacking: Mapping[str, Sequence[str]]
    full: bool
    """Whether everything is asked that a record needs, or only what two coders are compared by."""
    fixed: bool
    """Whether what was chosen stays as it is."""

    @property
    def fields(self) -> Fields:
        return Fields(self.view, self.unit, self.key, self.changed, self.lacking)


def show(it: Unit) -> None:
    """The fields in the order in which one thinks."""
    _quote(it)
    codes(it)
    if it.full:
        _record(it)


# the words ----------------------------------------------------------------------------------------------------------------


def _quote(it: Unit) -> None:
    say, pieces = it.view.say, marking.clauses(it.text)
    if not it.fixed:
        _pieces(it, pieces)
    key = f"{it.key}:quote"
    if key not in st.session_state or st.session_state.get(f"{key}:of") != it.unit.quote:  # taken from clauses, or from another version
        st.session_state[key] = st.session_state[f"{key}:of"] = it.unit.quote

    def keep() -> None:
        words = marking.found(it.text, str(st.session_state[key] or ""))
        it.changed(lambda: setattr(it.unit, "quote", words))

    st.text_area(say("new_text.quote"), key=key, on_change=keep, height=90, disabled=it.fixed)
    words = it.unit.quote.strip()
    if words and words not in it.text:
        prose.show(Markup("<p class='lacking' role='alert'>{}</p>").format(say("new_text.not_in_the_text")))
    else:
        it.fields.missing("quote")


def _pieces(it: Unit, pieces: Sequence[marking.Stretch]) -> None:
    """The clauses to click together."""
    taken = marking.chosen(pieces, it.text, it.unit.quote)
    key = f"{it.key}:pieces:{len(pieces)}"
    if key not in st.session_state or st.session_state.get(f"{key}:of") != taken:
        st.session_state[key] = st.session_state[f"{key}:of"] = list(taken)

    def keep() -> None:
        now = marking.extended(taken, sorted(st.session_state[key] or []))
        it.changed(lambda: setattr(it.unit, "quote", marking.quoted(pieces, it.text, now)))
        st.session_state[key] = st.session_state[f"{key}:of"] = now

    st.pills(
        it.view.say("new_text.pieces"),
        list(range(len(pieces))),
        selection_mode="multi",
        format_func=lambda n: address.escaped_label(it.text[pieces[n][0] : pieces[n][1]]),
        key=key,
        on_change=keep,
        wrap=True,
    )


# force, precision, who ----------------------------------------------------------------------------------------------------


def codes(it: Unit) -> None:
    """What both coders choose of a commitment besides its words."""
    view, say, fields = it.view, it.view.say, it.fields
    fields.scale("force", say("declarations.field_force"), meanings.forces(view), meanings.of_forces(view), fixed=it.fixed)
    if promises(it.unit):
        fields.scale(
            "precision", say("declarations.field_precision"), meanings.precisions(view), meanings.of_precisions(view), fixed=it.fixed
        )
    prose.show(meanings.bounds(view, precision=True))
    bodies = {each.id: naming.name(view, "body", each.name) for each in view.register.bodies}
    bound = it.unit.force is Force.UNDERTAKES
    fields.several("by", say("declarations.field_by_promise" if bound else "declarations.field_by_other"), bodies, fixed=it.fixed)
    fields.several("to", say("declarations.field_to"), bodies, fixed=it.fixed)
    fields.words("why", say("new_text.why"), fixed=it.fixed)


def promises(unit: ChosenUnit) -> bool:
    """Whether it has a precision: from hopes up."""
    return unit.force is not None and unit.force.rank >= Force.HOPES.rank


def choose_force(it: Unit, force: Force) -> None:
    """Take a force, as by its key."""
    if not it.fixed:
        st.session_state[f"{it.key}:force"] = force
        it.changed(lambda: setattr(it.unit, "force", force))


def choose_precision(it: Unit, precision: Precision) -> None:
    """Take a precision, as by its key."""
    if not it.fixed and promises(it.unit):
        st.session_state[f"{it.key}:precision"] = precision
        it.changed(lambda: setattr(it.unit, "precision", precision))


# for the record -------------------------------------------------------------------------------------------------------------


def _record(it: Unit) -> None:
    view, say, fields, unit = it.view, it.view.say, it.fields, it.unit
    prose.show(Markup("<h3 class='sub'>{}</h3>").format(say("new_text.for_the_record")))
    options = marking.verbs(unit.quote)
    verbs = {each: each for each in ([unit.verb] if unit.verb and unit.verb not in options else []) + options}
    fields.choice("verb", say("new_text.verb"), verbs)
    fields.both("summary", "new_text.summary")
    fields.several("themes", say("declarations.field_themes"), naming.themes(view), most=3)
    if promises(unit) and unit.precision not in (None, Precision.ASPIRATION):
        fields.both("test", "new_text.test", lines=3)
        fields.words("first_day", say("new_text.first_day"), hint="any")
        fields.both("counted", "new_text.counted")
        fields.scale("listed", say("new_text.listed_whom"), {True: say("new_text.yes"), False: say("new_text.no")}, {})
    if unit.precision is Precision.DATED or any((unit.due, unit.due_within, unit.due_words, unit.target_value)):
        with st.container(key=f"{it.key.replace(':', '-')}-dated", horizontal=True):
            fields.words("due", say("new_text.due"), hint="2030-12-31")
            fields.words("due_within", say("new_text.due_within"), hint="2030")
        fields.words("due_words", say("new_text.due_words"))
        fields.words("target_value", say("declarations.field_target"))
        if unit.target_value.strip():
            fields.both("target_unit", "new_text.target_unit", lines=1)
    opened = any(getattr(unit, name) for name in MORE)
    with st.expander(address.escaped_label(say("new_text.more_fields")), expanded=opened, key=f"{it.key.replace(':', '-')}-more"):
        _more(it)


def _more(it: Unit) -> None:
    view, say, fields = it.view, it.view.say, it.fields
    bodies = {each.id: naming.name(view, "body", each.name) for each in view.register.bodies}
    fields.several("partners", say("declarations.field_partners"), bodies)
    fields.several("groups", say("declarations.field_groups"), naming.groups(view))
    _list(it)
    fields.tick("items_closed", say("new_text.items_closed"))
    _stages(it)
    fields.both("doubt", "new_text.doubt")


def _list(it: Unit) -> None:
    key = f"{it.key}:items"
    st.session_state.setdefault(key, "\n".join(f"{quote} {BETWEEN} {ko}" for quote, ko in it.unit.items))

    def keep() -> None:
        lines = [line.partition(BETWEEN) for line in str(st.session_state[key] or "").splitlines() if line.strip()]
        items = [(quote.strip(), ko.strip()) for quote, _, ko in lines]
        it.changed(lambda: setattr(it.unit, "items", items))

    label = address.escaped_label(it.view.say("new_text.items", sign=BETWEEN))
    st.text_area(label, key=key, on_change=keep, height=100)
    it.fields.missing("items")


def _stages(it: Unit) -> None:
    key = f"{it.key}:stages"
    st.session_state.setdefault(key, ", ".join(it.unit.stages))

    def keep() -> None:
        stages = ["-".join(each.split()) for each in str(st.session_state[key] or "").split(",") if each.strip()]
        it.changed(lambda: setattr(it.unit, "stages", stages))

    st.text_input(it.view.say("new_text.stages"), key=key, on_change=keep)
