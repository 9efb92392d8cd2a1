"""The suggestion for a provision: folded until the coder has chosen, then laid beside the choice with what differs and why."""

from __future__ import annotations

import datetime as dt

import streamlit as st
from markupsafe import Markup

from models.records.terms import Precision
from models.texts.suggesting.leading import leads
from models.texts.suggesting.suggested import suggested
from models.texts.suggestions import Context, Reason, SuggestedCommitment, SuggestedProvision, Sure
from models.writing.works.coding import ChosenProvision, ChosenUnit, Order
from models.writing.works.settling import carried_over, in_what
from models.writing.works.work import Facts
from widgets.new_text.chosen import laid
from widgets.new_text.held import Held
from widgets.parts import address, prose
from widgets.parts.once import once
from widgets.parts.view import View

ORDER = "new-text-order"
FOR_THE_RECORD = (
    "verb", "partners", "themes", "groups", "items", "items_closed", "due", "due_within", "due_words", "target_value", "target_unit_en"
)  # fmt: skip
"""What can be taken over from it into a choice, where nothing stands yet; never what two coders are compared by."""


def order(view: View, here: Held) -> None:
    """The switch for when it is shown in this coding: after the choice, unless the coder has it otherwise."""
    options = [each.value for each in Order]
    key = f"{ORDER}:{here.id}"
    said = {each: view.say(f"new_text.order_{each}") for each in options}
    st.session_state.setdefault(key, Order.AFTER.value)
    kept = st.session_state[key]
    worded = address.worded(f"{key}:choice", said.values())
    st.session_state.setdefault(worded, kept)

    def keep() -> None:
        st.session_state[key] = st.session_state[worded]

    st.selectbox(view.say("new_text.order"), options, format_func=said.__getitem__, key=worded, on_change=keep)


def chosen_order(here: Held) -> Order:
    """When it is shown in this coding."""
    return Order(st.session_state.get(f"{ORDER}:{here.id}", Order.AFTER.value))


def of(view: View, here: Held) -> dict[str, SuggestedProvision]:
    """What is suggested for each provision, by its place; none in a third language."""
    work, facts = here.work, here.work.facts
    provisions = tuple((part.place, part.text) for part in work.provisions if part.place)
    under = leads(work.parts)
    context = Context(language=facts.language or None, adopted=_day(facts), forum=facts.forum, on=view.today, leads=under)
    made = ("suggested", provisions, tuple(under.items()), context.language, context.adopted, context.forum)
    return once(view, made, lambda: {each.place: each for each in suggested(provisions, view.register, context)})


def _day(facts: Facts) -> dt.date | None:
    try:
        return dt.date.fromisoformat(facts.adopted.strip())
    except ValueError:
        return None


def differs(choice: ChosenProvision, found: SuggestedProvision) -> frozenset[str]:
    """In what a choice differs from it; of whom it says nothing is no difference."""
    other = as_chosen(found)
    silent = {name for name in ("by", "to") if not any(getattr(unit, name) for unit in other.units)}
    return in_what(choice, other, found.text) - silent


def show(view: View, choice: ChosenProvision, found: SuggestedProvision, lang: str) -> None:
    """The choice and the suggestion side by side, and why it is suggested."""
    say, unlike = view.say, differs(choice, found)
    told = say("new_text.suggestion_differs") if unlike else say("new_text.suggestion_alike")
    if not choice.chosen:
        told, unlike = say("new_text.suggestion_before"), frozenset()
    if choice.chosen and not unlike:
        body = Markup("<details class='topic'><summary>{}</summary>{}</details>").format(say("draft.why"), _reasons(view, found))
    else:
        sides = [(say("new_text.suggestion"), as_chosen(found), _reasons(view, found))]
        if choice.chosen:
            sides.insert(0, (say("new_text.choice"), choice, Markup("")))
        body = laid.side_by_side(view, found.text, lang, sides, unlike)
    prose.show(Markup("<div class='suggestion' role='status'><p><b>{}</b></p>{}</div>").format(told, body))


def _reasons(view: View, found: SuggestedProvision) -> Markup:
    said = [_reason(view, found.force.why, found.force.sure)] if not found.commitments else []
    for each in found.commitments:
        said += [_reason(view, each.force.why, each.force.sure), _reason(view, each.precision.why, each.precision.sure)]
        said += [_reason(view, each.split, None)] if each.split else []
    lines = prose.joined([Markup("<li>{}</li>").format(words) for words in dict.fromkeys(said)])
    return Markup("<ul class='plain small'>{}</ul>").format(lines)


def _reason(view: View, why: Reason, sure: Sure | None) -> str:
    say = view.say
    words = {name: say.place(value) if name == "place" else value for name, value in why.words.items()}
    said = say(f"texts.because_{why.rule}", **words)
    return f"{said} {say(f'draft.sure_{sure}')}" if sure else said


# into a choice --------------------------------------------------------------------------------------------------------------


def as_chosen(found: SuggestedProvision) -> ChosenProvision:
    """It in the form of a choice."""
    if not found.commitments:
        return ChosenProvision(force=found.force.value, themes=[*found.themes])
    return ChosenProvision(units=[_unit(each) for each in found.commitments])


def _unit(each: SuggestedCommitment) -> ChosenUnit:
    unit = ChosenUnit(
        quote=each.quote, verb=each.verb, force=each.force.value, precision=each.precision.value, by=[*each.by], to=[*each.to],
        partners=[*each.partners], themes=[*each.themes[:3]], groups=[*each.groups], items=[(words, "") for words in each.items],
        items_closed=each.items_closed,
    )  # fmt: skip
    if each.due:
        unit.due = each.due.day.isoformat() if each.due.day else ""
        unit.due_within = str(each.due.within) if each.due.within else ""
        unit.due_words = each.due.words
    if each.target:
        unit.target_value, unit.target_unit_en = str(each.target.value), each.target.unit
    return unit


def offers(choice: ChosenProvision, found: SuggestedProvision) -> bool:
    """Whether there is something in it that a record needs and the choice lacks."""
    other = choice.model_copy(deep=True)
    take_over(other, found)
    return other != choice


def take_over(choice: ChosenProvision, found: SuggestedProvision) -> None:
    """Fill what a record needs besides its codes, where nothing stands yet."""
    other = as_chosen(found)
    if not choice.units:
        choice.themes = choice.themes or list(other.themes[:3])
        return
    if not other.units:
        return
    near = {unit.quote: unit for unit in carried_over(other, choice, found.text).units}
    for unit in choice.units:
        if take := near.get(unit.quote):
            _fill(unit, take)


def _fill(unit: ChosenUnit, take: ChosenUnit) -> None:
    for name in FOR_THE_RECORD:
        words = getattr(take, name)
        fits = name != "verb" or words in unit.quote
        dated = name.startswith(("due", "target"))
        if words and fits and not getattr(unit, name) and not (dated and unit.precision is not Precision.DATED):
            setattr(unit, name, words)
