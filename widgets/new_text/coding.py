"""The coding of a text, one provision at a time: by the keyboard first, and without a look at anybody else's choice."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from models.keeping.codings import codings
from models.keeping.new_texts import NotNow, Overtaken
from models.keeping.store import Unkept
from models.keeping.works import works
from models.records.terms import Force, Precision
from models.texts.suggestions import SuggestedProvision
from models.writing.permission import Access
from models.writing.works.coding import ROLES, ChosenCoding, ChosenProvision, Order
from models.writing.works.lacking import Lacking, What, lacking, of_a_provision
from models.writing.works.work import WorkedPart
from widgets.new_text import desk, held, suggestion
from widgets.new_text.chosen import lacks, marking, meanings, provision
from widgets.new_text.chosen import mine as my
from widgets.new_text.chosen.mine import Mine
from widgets.new_text.chosen.provision import Editor
from widgets.new_text.held import Held
from widgets.parts import address, prose
from widgets.parts.view import View

FIRST = ROLES[0]
FAULT, SAID = "new-text:coding-fault", "new-text:choice-said"
SHOWN = 60
"""So many letters of a provision are shown in the list of all."""


def show(view: View, here: Held, access: Access) -> None:
    """The roles, or the coding of whoever has one."""
    view = replace(view, register=view.whole, on=view.today)  # a text is coded today, whatever day is looked at
    prose.style("coding")
    say = view.say
    if fault := st.session_state.pop(FAULT, None):
        prose.show(Markup("<p class='banner' role='alert'>{}</p>").format(fault))
    if not here.work.parted:
        link = prose.anchor(held.href(here, held.PARTS), say("new_text.step_parts"), "in")
        prose.show(Markup("<p class='note'>{} {}</p>").format(say("new_text.not_now_unparted"), link))
        return
    try:
        mine = coding_of(here)
    except Unkept as failure:
        prose.note(say("new_text.unkept", why=say(f"follow_through.unkept_{failure.why}")))
        return
    if mine is None:
        _roles(view, here)
        return
    my.tell(view, mine)
    parts = [part for part in here.work.provisions if part.place]
    _head(view, mine, parts)
    if not parts:
        return
    part = _current(mine, parts)
    _ways(view, mine, parts, part)
    _provision(view, here, mine, part)
    _finish(view, here, mine)


def coding_of(here: Held) -> Mine[ChosenCoding] | None:
    """What whoever works here has chosen, and nobody else's."""

    def look() -> tuple[ChosenCoding, int] | None:
        kept = codings().mine(here.id, here.person)
        return (kept.coding, kept.revision) if kept else None

    def put(coding: ChosenCoding, seen: int) -> int:
        return codings().keep(here.id, here.person, coding, seen)

    return my.of_session(f"new-text-coding:{here.id}:{here.person.owner}", look, put)


# the roles ------------------------------------------------------------------------------------------------------------------


def _roles(view: View, here: Held) -> None:
    """Both roles, who has them, and taking the one that is free."""
    say = view.say
    listed = next((each for each in works().listed(here.person) if each.id == here.id), None)
    prose.heading(say("new_text.roles"), "roles")
    prose.show(Markup("<p class='plain'>{}</p>").format(say("new_text.roles_lede")))
    for role in ROLES:
        coder = listed.coder(role) if listed else None
        with st.container(key=f"role-{role}", horizontal=True, vertical_alignment="center", gap="small"):
            told = desk.coder_line(view, coder, len(here.work.places)) if coder else say(f"new_text.free_{role}")
            prose.show(Markup("<p class='plain'>{}</p>").format(told))
            if coder is None:
                st.button(say(f"new_text.take_{role}"), key=f"take-{role}", on_click=_begin, args=(view, here, role))


def _begin(view: View, here: Held, role: str) -> None:
    try:
        codings().begin(here.id, here.person, role)
    except NotNow as refused:
        st.session_state[FAULT] = view.say(f"new_text.not_now_{refused.why}")
    except Overtaken:
        st.session_state[FAULT] = view.say("new_text.gone")
    except Unkept as failure:
        st.session_state[FAULT] = view.say("new_text.unkept", why=view.say(f"follow_through.unkept_{failure.why}"))


# the way through ------------------------------------------------------------------------------------------------------------


def _head(view: View, mine: Mine[ChosenCoding], parts: list[WorkedPart]) -> None:
    say, coding = view.say, mine.value
    places = [part.place or "" for part in parts]
    prose.show(
        Markup("<p class='coder'><b>{}</b> {} <span class='small'>{}</span></p>").format(
            say(f"new_text.you_are_{coding.role}"),
            say("new_text.how_far", chosen=coding.how_far(places), count=len(places)),
            say("new_text.fixed") if coding.finished else "",
        )
    )


def _current(mine: Mine[ChosenCoding], parts: list[WorkedPart]) -> WorkedPart:
    """The provision that the address names, else the first one that is not chosen."""
    by_place = {part.place or "": part for part in parts}
    asked = address.value("at") or ""
    return by_place.get(asked) or by_place.get(next(iter(mine.value.unchosen(by_place)), "")) or parts[0]


def _go(place: str) -> None:
    address.write("at", [place])
    st.session_state.pop(SAID, None)


def _ways(view: View, mine: Mine[ChosenCoding], parts: list[WorkedPart], part: WorkedPart) -> None:
    """Back, on, to the next that is not chosen, and to any."""
    say, places = view.say, [each.place or "" for each in parts]
    now = places.index(part.place or "")
    open_ = mine.value.unchosen(places)
    after = next((each for each in open_ if places.index(each) > now), next(iter(open_), None))
    by_place = dict(zip(places, parts, strict=True))

    def words(place: str) -> str:
        text = by_place[place].text
        sign = "" if place in open_ else "✓ "
        return f"{sign}{say.place(place)}: {text if len(text) <= SHOWN else text[: SHOWN - 1] + '…'}"

    with st.container(key="coding-ways", horizontal=True, vertical_alignment="bottom", gap="small"):
        before, on = places[max(0, now - 1)], places[min(len(places) - 1, now + 1)]
        st.button(say("new_text.previous"), key="coding-previous", on_click=_go, args=(before,), shortcut="P", disabled=now == 0)
        st.button(say("new_text.next"), key="coding-next", on_click=_go, args=(on,), shortcut="N", disabled=on == part.place)
        st.button(
            say("new_text.next_open"),
            key="coding-open",
            on_click=_go,
            args=(after or "",),
            shortcut="U",
            disabled=after in (None, part.place),
        )
        key = address.worded("coding-jump", map(words, places))
        st.session_state[key] = part.place
        st.selectbox(say("new_text.jump"), places, format_func=words, key=key, on_change=lambda: _go(str(st.session_state[key])))


# one provision ----------------------------------------------------------------------------------------------------------------


def _provision(view: View, here: Held, mine: Mine[ChosenCoding], part: WorkedPart) -> None:
    place = part.place or ""
    with mine.turn:
        chosen = mine.value.provisions.setdefault(place, ChosenProvision())
    it = Editor(
        view=view,
        place=place,
        text=part.text,
        lang=here.work.facts.language,
        chosen=chosen,
        key=f"code:{here.id}:{place}:{mine.opened}",
        changed=lambda operation: my.change(mine, lambda _: operation()),
        full=mine.value.role == FIRST,
        fixed=mine.value.finished,
        by=_speakers(mine.value),
        first_day=here.work.facts.adopted.strip(),
    )
    _open_asked(it)
    _keys(it)
    left, right = st.columns([5, 6], gap="large")
    with left, st.container(key="coding-words"):
        heading = Markup("<h2 class='heading'>{} <span class='small'>{}</span></h2>").format(
            view.say.place(place), view.say("new_text.chosen") if chosen.is_chosen else ""
        )
        words = Markup("<p class='provision' lang='{}'>{}</p>").format(it.lang, marking.marked(part.text, chosen.units, it.open))
        prose.show(Markup("<div class='coding-text'>{}{}</div>").format(heading, words))
        _choose_button(view, here, mine, part, "choose")
        _suggestion(view, here, mine, it)
        if not it.fixed:
            suggestion.order(view, here)
            prose.note(view.say("new_text.keys"))
    with right:
        provision.show(it)
        link = prose.anchor(held.href(here, held.ADDING, add="bodies", at=place), view.say("new_text.not_listed"), "in")
        prose.show(Markup("<p class='small'>{}</p>").format(link))
        if not it.fixed:
            _choose_button(view, here, mine, part, "choose-below")


def _speakers(coding: ChosenCoding) -> tuple[str, ...]:
    """Who speaks, as this coder said it last."""
    said = [unit.by for each in coding.provisions.values() for unit in each.units if unit.by]
    return tuple(said[-1]) if said else ()


def _open_asked(it: Editor) -> None:
    """Open the commitment that the address names, once."""
    asked = address.value("unit") or ""
    seen = f"{it.key}:asked"
    if asked.isascii() and asked.isdigit() and len(asked) < 4 and st.session_state.get(seen) != asked:
        st.session_state[seen], st.session_state[it.open_key] = asked, int(asked)


def _keys(it: Editor) -> None:
    """The number keys; the buttons that they press are not shown, for each stands beside its word below."""
    if it.fixed:
        return
    with st.container(key="coding-keys"):
        for force in Force:
            key = meanings.FORCE_KEYS[force]
            st.button(key, key=f"coding-key-{key}", shortcut=key, on_click=provision.choose_force, args=(it, force))
        for precision in Precision:
            key = meanings.PRECISION_KEYS[precision]
            st.button(key, key=f"coding-key-{key}", shortcut=key, on_click=provision.choose_precision, args=(it, precision))


def _choose_button(view: View, here: Held, mine: Mine[ChosenCoding], part: WorkedPart, name: str) -> None:
    """This is my choice, and on to the next; and why it is none yet."""
    if mine.value.finished:
        return
    st.button(
        view.say("new_text.my_choice"),
        key=f"{name}:{part.place}",
        type="primary",
        on_click=_choose,
        args=(view, here, mine, part),
        shortcut="Ctrl+Enter" if name == "choose" else None,
    )
    at, said = st.session_state.get(SAID, ("", []))
    if at == part.place and said and name == "choose":
        items = prose.joined([Markup("<li>{}</li>").format(words) for words in said])
        prose.show(
            Markup("<div class='troubles' role='alert'><p>{}</p><ul>{}</ul></div>").format(view.say("new_text.no_choice_yet"), items)
        )


def _choose(view: View, here: Held, mine: Mine[ChosenCoding], part: WorkedPart) -> None:
    """Say that this is the choice. Where the suggestion differs it is shown before going on; otherwise the next provision comes."""
    place = part.place or ""
    with mine.turn:
        chosen = mine.value.provisions.get(place)
        if chosen is None or mine.value.finished:
            return
        said = lacks.of_the_choice(view, place, part.text, chosen)
        st.session_state[SAID] = (place, said)
        if said:
            return
        fresh, stays = not chosen.chosen, False
        if fresh:
            order = suggestion.chosen_order(here)
            found = suggestion.of(view, here).get(place) if order is not Order.NEVER else None

            def take(_: ChosenCoding) -> None:
                chosen.chosen = True
                chosen.order = chosen.order or (order if found else Order.NEVER)

            my.change(mine, take)
            stays = order is Order.AFTER and found is not None and bool(suggestion.differs(chosen, found))
        places = here.work.places
        on = places[min(len(places) - 1, places.index(place) + 1)]
        _go(place if stays or mine.not_now else on)


def _suggestion(view: View, here: Held, mine: Mine[ChosenCoding], it: Editor) -> None:
    """The suggestion, where it may be seen; that it was seen is kept."""
    chosen, say, order = it.chosen, view.say, suggestion.chosen_order(here)
    seen = order is Order.BEFORE or (order is Order.AFTER and chosen.is_chosen)
    if not seen:
        prose.show(Markup("<p class='note'>{}</p>").format(say(f"new_text.folded_{order}")))
        return
    with st.spinner(say("new_text.suggesting")):
        found = suggestion.of(view, here).get(it.place)
    if found is None:
        prose.show(Markup("<p class='note'>{}</p>").format(say("new_text.no_suggestion")))
        return
    if not it.fixed and chosen.order in (None, Order.NEVER):
        now = Order.AFTER if chosen.chosen else Order.BEFORE
        it.changed(lambda: setattr(chosen, "order", now))
    suggestion.show(view, chosen, found, it.lang)
    if it.full and chosen.chosen and suggestion.offers(chosen, found):
        st.button(say("new_text.take_over"), key=f"take-over:{it.place}", on_click=_take_over, args=(mine, it, found), shortcut="T")


def _take_over(mine: Mine[ChosenCoding], it: Editor, found: SuggestedProvision) -> None:
    it.changed(lambda: suggestion.take_over(it.chosen, found))
    mine.opened += 1  # the fields are filled anew


# finishing ------------------------------------------------------------------------------------------------------------------


def _finish(view: View, here: Held, mine: Mine[ChosenCoding]) -> None:
    """What is not chosen, what a record still lacks, and finishing for good."""
    say, coding = view.say, mine.value
    prose.heading(say("new_text.finish"), "finish")
    if coding.role == FIRST:
        _for_the_record(view, here, coding)
    if coding.finished:
        prose.show(Markup("<p class='ready' role='status'>{}</p>").format(say(f"new_text.finished_{coding.role}")))
        return
    by_place = {part.place or "": part for part in here.work.provisions if part.place}
    open_ = [
        place
        for place in by_place
        if place in coding.unchosen([place]) or lacks.of_the_choice(view, place, by_place[place].text, coding.provisions[place])
    ]
    if open_:
        links = prose.joined([prose.anchor(held.href(here, held.CODING, at=each), say.place(each), "in") for each in open_], " · ")
        prose.show(Markup("<p class='plain'>{}</p><p>{}</p>").format(say.count("new_text.unchosen", len(open_)), links))
    prose.show(Markup("<p class='plain'>{}</p>").format(say("new_text.final")))
    st.button(say("new_text.finish_now"), key="coding-finish", disabled=bool(open_), on_click=_finish_now, args=(mine,))
    with st.expander(address.escaped_label(say("new_text.give_up")), key="coding-give-up"):
        prose.note(say("new_text.give_up_hint"))
        st.button(say("new_text.give_up_now"), key="coding-give-up-now", on_click=_give_up, args=(view, here, mine))


def _finish_now(mine: Mine[ChosenCoding]) -> None:
    def finish(coding: ChosenCoding) -> None:
        coding.finished = True

    my.change(mine, finish)
    if mine.unkept or mine.other:
        mine.value.finished = False


def _give_up(view: View, here: Held, mine: Mine[ChosenCoding]) -> None:
    """Throw one's own coding away, so that somebody else can have the role."""
    with mine.turn:
        try:
            codings().give_up(here.id, here.person, mine.seen)
        except NotNow as refused:
            st.session_state[FAULT] = view.say(f"new_text.not_now_{refused.why}")
        except Overtaken:
            st.session_state[FAULT] = view.say("new_text.mine_elsewhere")
        except Unkept as failure:
            st.session_state[FAULT] = view.say("new_text.unkept", why=view.say(f"follow_through.unkept_{failure.why}"))


def _for_the_record(view: View, here: Held, coding: ChosenCoding) -> None:
    """What the record still lacks; it can be worded after finishing too. Last, what the check of the records would say."""
    say = view.say
    found: dict[str, int] = {}
    for part in here.work.provisions:
        place = part.place or ""
        number = len(of_a_provision(place, part.text, coding.provisions.get(place, ChosenProvision())))
        if number:
            found[place] = number
    if found:
        links = [
            prose.anchor(held.href(here, held.CODING, at=place), f"{say.place(place)} ({number})", "in") for place, number in found.items()
        ]
        prose.show(Markup("<p class='plain'>{}</p><p>{}</p>").format(say("new_text.record_lacks"), prose.joined(links, " · ")))
    elif not coding.finished:
        said = [each for each in _would_say(view, here, coding) if each.what is What.CHECK]
        if said:
            items = prose.joined([Markup("<li>{}</li>").format(lacks.sentence(view, each)) for each in said])
            prose.show(Markup("<div class='troubles' role='status'><p>{}</p><ul>{}</ul></div>").format(say("new_text.mend_first"), items))


def _would_say(view: View, here: Held, coding: ChosenCoding) -> list[Lacking]:
    as_finished = coding.model_copy(update={"finished": True})
    return lacking(here.work, [as_finished], (), view.register, view.today)
