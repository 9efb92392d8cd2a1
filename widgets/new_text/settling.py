"""Where two finished codings differ, laid side by side and settled with a reason; and how far they agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st
from markupsafe import Markup

from models.keeping.codings import codings
from models.keeping.store import Unkept
from models.keeping.works import works
from models.writing.permission import Access
from models.writing.works.coding import ChosenCoding, ChosenProvision, Settlement
from models.writing.works.settling import Difference, agreement_of, carried_over, differences, in_words, unsettled
from widgets.method import agreement as figures
from widgets.new_text import desk, held
from widgets.new_text.chosen import laid, marking, provision
from widgets.new_text.chosen import mine as my
from widgets.new_text.chosen.fields import Fields
from widgets.new_text.chosen.mine import Mine
from widgets.new_text.chosen.provision import Editor
from widgets.new_text.held import Held
from widgets.parts import address, prose
from widgets.parts.view import View

TAKEN = ("first", "second", "own")
Pair = tuple[ChosenCoding, ChosenCoding]


def show(view: View, here: Held, access: Access) -> None:
    """Nothing of either coding before both are finished; then the agreement, what is open, and one difference at a time."""
    view = replace(view, register=view.whole, on=view.today)
    prose.style("coding")
    say = view.say
    try:
        both = codings().both(here.id, here.person)
        mine = settling_of(here)
    except Unkept as failure:
        prose.note(say("new_text.unkept", why=say(f"follow_through.unkept_{failure.why}")))
        return
    if both is None or mine is None:
        _not_yet(view, here)
        return
    pair = (both[0].coding, both[1].coding)
    my.tell(view, mine)
    found = differences(here.work, *pair, {each.id: each.name.en for each in view.register.bodies})
    prose.style("method")
    prose.heading(say("new_text.agreement"), "agreement")
    prose.show(figures.figures(view, agreement_of(here.work, *pair)))
    prose.heading(say("new_text.differences"), "differences")
    if not found:
        prose.note(say("new_text.no_differences"))
        return
    open_ = {each.place for each in unsettled(found, mine.value)}
    prose.show(_list(view, here, found, open_))
    asked = address.value("at")
    now = next((each for each in found if each.place == asked), None) or next((each for each in found if each.place in open_), found[0])
    _difference(view, here, mine, pair, now)


def settling_of(here: Held) -> Mine[list[Settlement]] | None:
    """What is settled by now; None until both codings are finished."""

    def look() -> tuple[list[Settlement], int] | None:
        kept = codings().settling(here.id, here.person)
        return ([*kept.settlements], kept.revision) if kept else None

    def put(settlements: list[Settlement], seen: int) -> int:
        return codings().keep_settling(here.id, here.person, settlements, seen)

    return my.of_session(f"new-text-settling:{here.id}:{here.person.owner}", look, put)


def _not_yet(view: View, here: Held) -> None:
    say = view.say
    prose.show(Markup("<p class='plain'>{}</p>").format(say("new_text.not_now_blind")))
    listed = next((each for each in works().listed(here.person) if each.id == here.id), None)
    for coder in listed.coders if listed else ():
        prose.show(Markup("<p class='plain'>{}</p>").format(desk.coder_line(view, coder, len(here.work.places))))


def _list(view: View, here: Held, found: list[Difference], open_: set[str]) -> Markup:
    """All differences as links, those that are settled with a tick."""
    say = view.say
    links = [
        prose.anchor(held.href(here, held.SETTLING, at=each.place), f"{'' if each.place in open_ else '✓ '}{say.place(each.place)}", "in")
        for each in found
    ]
    return Markup("<p class='plain'>{}</p><p>{}</p>").format(
        say.count("new_text.open_differences", len(open_), count=len(found)), prose.joined(links, " · ")
    )


# one difference ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Open:
    """One difference with how it is settled, open to be changed."""

    view: View
    here: Held
    mine: Mine[list[Settlement]]
    difference: Difference
    one: ChosenProvision
    other: ChosenProvision
    settlement: Settlement

    @property
    def key(self) -> str:
        return f"settle:{self.here.id}:{self.difference.place}:{self.mine.opened}"

    def changed(self, operation: Callable[[], None]) -> None:
        """Do something to how it is settled, and keep it."""

        def both(settlements: list[Settlement]) -> None:
            if not any(each is self.settlement for each in settlements):
                settlements.append(self.settlement)
            operation()

        my.change(self.mine, both)


def _difference(view: View, here: Held, mine: Mine[list[Settlement]], pair: Pair, difference: Difference) -> None:
    say, place = view.say, difference.place
    one, other = (coding.provisions.get(place, ChosenProvision()) for coding in pair)
    known = next((each for each in mine.value if each.place == place), None)
    it = Open(view, here, mine, difference, one, other, known or Settlement(place=place, first=difference.first, second=difference.second))
    with st.container(key="difference"):
        prose.show(Markup("<h3 class='sub'>{}</h3>").format(say.place(place)))
        sides = [(say("method.settled_first"), one, Markup("")), (say("method.settled_second"), other, Markup(""))]
        prose.show(laid.side_by_side(view, difference.text, here.work.facts.language, sides, difference.in_what))
        names = {each: say(f"new_text.take_the_{each}") for each in TAKEN}
        key = f"{it.key}:taken"
        st.session_state.setdefault(key, it.settlement.taken if it.settlement.taken in TAKEN else None)
        st.radio(
            say("new_text.taken"),
            list(TAKEN),
            format_func=lambda each: address.escaped_label(names[each]),
            key=key,
            on_change=lambda: _take(it, str(st.session_state[key] or "")),
            horizontal=True,
        )
        if not it.settlement.taken:
            return
        fields = Fields(view, it.settlement, it.key, it.changed)
        fields.words("settled", say("new_text.settled_as"), lines=2)
        fields.both("because", "new_text.because", lines=3)
        if it.settlement.own is not None:
            _own(it, it.settlement.own)


def _take(it: Open, taken: str) -> None:
    """Settle on the first coding, the second, or one's own; what a record needs is carried over from the first."""
    difference, settlement = it.difference, it.settlement

    def take() -> None:
        settlement.taken = taken
        if taken == "first":
            settlement.own, settlement.settled = None, difference.first
        elif taken == "second":
            settlement.own, settlement.settled = carried_over(it.one, it.other, difference.text), difference.second
        else:
            settlement.own = it.one.model_copy(deep=True)
            settlement.settled = _in_words(it, settlement.own)

    it.changed(take)
    st.session_state.pop(f"{it.key}:settled", None)


def _in_words(it: Open, own: ChosenProvision) -> str:
    names = {each.id: each.name.en for each in it.view.register.bodies}
    return in_words(own, it.other, it.difference.text, it.difference.in_what, names)


def _own(it: Open, own: ChosenProvision) -> None:
    """What goes on record: the second coding with what the first wrote for the record, or one's own."""
    say, place = it.view.say, it.difference.place

    def changed(operation: Callable[[], None]) -> None:
        def both() -> None:
            said = _in_words(it, own)
            operation()
            if it.settlement.taken == "own" and it.settlement.settled in ("", said):
                it.settlement.settled = _in_words(it, own)
                st.session_state.pop(f"{it.key}:settled", None)

        it.changed(both)

    prose.show(
        Markup("<h3 class='sub'>{}</h3><p class='provision' lang='{}'>{}</p>").format(
            say("new_text.for_the_record"), it.here.work.facts.language, marking.marked(it.difference.text, own.units)
        )
    )
    provision.show(
        Editor(
            view=it.view,
            place=place,
            text=it.difference.text,
            lang=it.here.work.facts.language,
            chosen=own,
            key=f"{it.key}:own:{it.settlement.taken}",
            changed=changed,
            full=True,
            fixed=it.settlement.taken == "second",
            first_day=it.here.work.facts.adopted.strip(),
        )
    )
