"""One provision as it is coded: a force of its own, or the commitments in it, one open at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from models.records.places import place as place_of
from models.records.terms import Force, Precision
from models.writing.works.coding import ChosenProvision, ChosenUnit
from models.writing.works.lacking import of_a_provision
from widgets.new_text.chosen import lacks, marking, meanings, unit
from widgets.new_text.chosen.fields import Changed, Fields
from widgets.new_text.chosen.unit import Unit
from widgets.parts import address, naming, prose
from widgets.parts.view import View

MOST = 26
"""A commitment is named by a letter."""


@dataclass(frozen=True)
class Editor:
    """A provision with what is chosen for it, open to be coded."""

    view: View
    place: str
    text: str
    lang: str
    chosen: ChosenProvision
    key: str
    changed: Changed
    full: bool
    """Whether everything is asked that a record needs, or only what two coders are compared by."""
    fixed: bool = False
    """Whether what was chosen stays as it is, and only what a record needs besides is worded."""
    by: tuple[str, ...] = ()
    """Who speaks in this text, as it was said last."""
    first_day: str = ""
    """From which day acts count, where nothing else is said."""

    @property
    def open_key(self) -> str:
        """Under which name the session knows which commitment is open; the same where the fields are filled anew."""
        return f"{self.key.rpartition(':')[0]}:open"

    @property
    def open(self) -> int | None:
        """Which commitment is open; None where there is none."""
        asked = st.session_state.get(self.open_key, 0)
        return min(asked, len(self.chosen.units) - 1) if self.chosen.units else None


def show(it: Editor) -> None:
    """What is chosen, to be changed."""
    found = of_a_provision(it.place, it.text, it.chosen)
    if it.open is None:
        _whole(it, lacks.by_field(it.view, found, None))
    else:
        _units(it)
        opened = _unit(it, it.open)
        unit.show(opened)
        if it.full and it.chosen.units:
            _groups(it)


def _whole(it: Editor, lacking: dict[str, list[str]]) -> None:
    """A provision that promises nothing, or is not coded yet."""
    view, say = it.view, it.view.say
    fields = Fields(view, it.chosen, it.key, it.changed, lacking)
    key = f"{it.key}:force"
    if key not in st.session_state or st.session_state.get(f"{key}:of") != it.chosen.force:
        st.session_state[key] = st.session_state[f"{key}:of"] = it.chosen.force
    names, means = meanings.forces(view), meanings.of_forces(view)
    st.radio(
        say("declarations.field_force"),
        list(names),
        format_func=lambda each: address.escaped_label(names[each]),
        captions=[address.escaped_label(means[each]) for each in names],
        key=key,
        on_change=lambda: choose_force(it, st.session_state[key]),
        disabled=it.fixed,
    )
    fields.missing("force")
    prose.show(meanings.bounds(view, precision=False))
    fields.words("why", say("new_text.why"), fixed=it.fixed)
    if it.full and it.chosen.force is not None:
        prose.show(Markup("<h3 class='sub'>{}</h3>").format(say("new_text.for_the_record")))
        fields.both("summary", "new_text.summary")
        fields.several("themes", say("declarations.field_themes"), naming.themes(view), most=3)
        fields.several("groups", say("declarations.field_groups"), naming.groups(view))


def _groups(it: Editor) -> None:
    Fields(it.view, it.chosen, it.key, it.changed).several("groups", it.view.say("new_text.groups_of_all"), naming.groups(it.view))


def _units(it: Editor) -> None:
    """Which commitment is open, another one, and none."""
    say, n = it.view.say, it.open or 0
    if len(it.chosen.units) > 1:
        key = f"{it.key}:letters:{len(it.chosen.units)}"
        st.session_state[key] = n
        st.segmented_control(
            say("new_text.units"),
            list(range(len(it.chosen.units))),
            format_func=lambda each: address.escaped_label(f"({chr(ord('a') + each)})"),
            key=key,
            on_change=lambda: st.session_state.update({it.open_key: st.session_state[key] or 0}),
            required=True,
        )
    if it.fixed:
        return
    with st.container(key=f"{it.key.replace(':', '-')}-units", horizontal=True, gap="small"):
        if len(it.chosen.units) < MOST:
            st.button(say("new_text.unit_add"), key=f"{it.key}:add", on_click=add, args=(it,), shortcut="A")
        st.button(say("new_text.unit_remove"), key=f"{it.key}:remove:{n}:{len(it.chosen.units)}", on_click=remove, args=(it, n))


def _unit(it: Editor, n: int) -> Unit:
    lacking = lacks.by_field(it.view, of_a_provision(it.place, it.text, it.chosen), n)
    if not it.full:
        lacking = {name: said for name, said in lacking.items() if name in lacks.CODES}
    each = it.chosen.units[n]

    def changed(operation: Callable[[], None]) -> None:
        def both() -> None:
            before = each.precision
            operation()
            _fitting(it, each, before)

        it.changed(both)

    return Unit(it.view, it.text, it.lang, each, f"{it.key}:{n}-of-{len(it.chosen.units)}", changed, lacking, it.full, it.fixed)


def _fitting(it: Editor, each: ChosenUnit, before: Precision | None) -> None:
    """What follows from force and precision: below hopes there is no precision, and a test counts from the day of adoption."""
    if not unit.promises(each):
        each.precision = None
    if each.precision is not before and each.precision not in (None, Precision.ASPIRATION) and not each.first_day:
        each.first_day = it.first_day


# what keys and buttons do -------------------------------------------------------------------------------------------------


def choose_force(it: Editor, force: Force | None) -> None:
    """Take a force for what is open: the commitment, or the whole provision, which from hopes up becomes one."""
    if it.fixed or force is None:
        return
    if it.open is not None:
        unit.choose_force(_unit(it, it.open), force)
        return
    at = place_of(it.place)
    binds = force.rank >= Force.HOPES.rank or (force is Force.STATES and at is not None and at.listed)

    def take() -> None:
        if binds:
            it.chosen.units = [ChosenUnit(quote=it.text.strip(), force=force, by=list(it.by), themes=list(it.chosen.themes))]
            it.chosen.units[0].summary_en, it.chosen.units[0].summary_ko = it.chosen.summary_en, it.chosen.summary_ko
            it.chosen.force, it.chosen.themes, it.chosen.summary_en, it.chosen.summary_ko = None, [], "", ""
        else:
            it.chosen.force = force

    it.changed(take)


def choose_precision(it: Editor, precision: Precision) -> None:
    """Take a precision for the commitment that is open."""
    if not it.fixed and it.open is not None:
        unit.choose_precision(_unit(it, it.open), precision)


def add(it: Editor) -> None:
    """Another commitment, from the words behind the last one that is marked."""
    if it.fixed or len(it.chosen.units) >= MOST:
        return
    by = list(it.chosen.units[-1].by if it.chosen.units else it.by)
    it.changed(lambda: it.chosen.units.append(ChosenUnit(quote=marking.rest(it.text, it.chosen.units), by=by)))
    st.session_state[it.open_key] = len(it.chosen.units) - 1


def remove(it: Editor, n: int) -> None:
    """Take a commitment away; a provision without any has a force of its own."""
    if it.fixed or n >= len(it.chosen.units):
        return

    def take() -> None:
        gone = it.chosen.units.pop(n)
        if not it.chosen.units:
            it.chosen.force = gone.force if gone.force in (Force.RECORDS, Force.STATES) else None

    it.changed(take)
    st.session_state[it.open_key] = 0
