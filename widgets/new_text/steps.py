"""The steps of a text on its way onto the record, in the address as `step`: its parts, what is known of it, the coding, settling, saving."""

from __future__ import annotations

import datetime as dt

import streamlit as st
from markupsafe import Markup

from models.keeping.codings import codings
from models.keeping.new_texts import Coder
from models.keeping.store import Unkept
from models.keeping.works import works
from models.writing.permission import Access
from models.writing.works.lacking import lacking
from models.writing.works.settling import differences, unsettled
from models.writing.works.work import Work
from widgets.new_text import adding, coding, facts, held, part, parts, saving, settling
from widgets.new_text.held import ADDING, CODING, FACTS, PARTS, SAVING, SETTLING, STEPS, Held
from widgets.parts import address, prose
from widgets.parts.view import SEOUL, View

MOST = 30
"""So many differences of another version are shown."""


def show(view: View, here: Held, access: Access) -> None:
    """The text's name, the steps with how far each is, and the step that the address names."""
    say, asked = view.say, address.value("step")
    step = asked if asked in (*STEPS, ADDING) else PARTS
    work = here.work
    prose.show(
        Markup("<p class='way-up'><a href='{}'>{}</a></p><h1 class='title printed-name'>{}</h1>").format(
            address.href("new_text"), say("new_text.to_the_list"), work.title or say("new_text.untitled")
        )
    )
    prose.show(_bar(view, here, work, step))
    _told(view, here)
    if step == PARTS:
        parts.show(view, here, access)
    elif step == FACTS:
        facts.show(view, here, access)
    elif step == CODING:
        coding.show(view, here, access)
    elif step == SETTLING:
        settling.show(view, here, access)
    elif step == SAVING:
        saving.show(view, here, access)
    else:
        adding.show(view, here, access)


def _told(view: View, here: Held) -> None:
    """Whether the text is kept; where another was quicker, both ways out."""
    say = view.say
    if here.not_now:
        _alert(say(f"new_text.not_now_{here.not_now}"))
    if here.unkept:
        _alert(say("follow_through.unkept", why=say(f"follow_through.unkept_{here.unkept}")))
    if here.joined:
        prose.show(Markup("<p class='as-of' role='status'>{}</p>").format(say("new_text.elsewhere_joined")))
    if here.other is None:
        return
    when = dt.datetime.fromtimestamp(here.other.touched, dt.UTC).astimezone(SEOUL)
    _alert(say("new_text.elsewhere", date=say.date(when.date()), time=f"{when:%H:%M}"))
    if rows := _theirs(view, here.work, here.other.work):
        prose.show(
            Markup("<details class='elsewhere' open><summary>{}</summary><dl>{}</dl></details>").format(
                say("new_text.elsewhere_other"), prose.joined(rows[:MOST])
            )
        )
    with st.container(key="ways-out", horizontal=True, gap="small"):
        st.button(say("new_text.elsewhere_keep"), key="keep-mine", on_click=held.keep_mine, args=(here,))
        st.button(say("new_text.elsewhere_take_up"), key="take-up-other", on_click=held.take_up_other, args=(here,))


def _theirs(view: View, mine: Work, theirs: Work) -> list[Markup]:
    """What the other version says where it is not like this one, to choose by."""
    say = view.say
    found = [
        (say(f"new_text.fact_{name}"), str(value or "–"))
        for name, value in theirs.facts.model_dump().items()
        if value != getattr(mine.facts, name) and name != "year"
    ]
    here = {(each.kind, each.number, each.text, each.level) for each in mine.parts}
    found += [
        (part.name(view, each), " ".join(words for words in (each.mark, each.text) if words))
        for each in theirs.parts
        if (each.kind, each.number, each.text, each.level) not in here
    ]
    return [Markup("<dt>{}</dt><dd>{}</dd>").format(*each) for each in found]


def _alert(words: str) -> None:
    prose.show(Markup("<p class='banner' role='alert'>{}</p>").format(words))


def _bar(view: View, here: Held, work: Work, step: str) -> Markup:
    """All steps in one line, each with how far it is; the one that is shown is said to be so."""
    items = [
        Markup("<li><a href='{}'{}><b>{}</b><span class='small'>{}</span></a></li>").format(
            held.href(here, name),
            Markup(" aria-current='step'") if name == step else "",
            view.say(f"new_text.step_{name}"),
            far,
        )
        for name, far in _how_far(view, here, work).items()
    ]
    return Markup("<nav class='steps' aria-label='{}'><ol>{}</ol></nav>").format(view.say("new_text.steps"), prose.joined(items))


def _how_far(view: View, here: Held, work: Work) -> dict[str, str]:
    say = view.say
    missing = len({each.field for each in lacking(work, (), (), view.whole, view.today) if each.field})
    try:
        coders = _coders(here)
        coded, settled = _far_coded(view, coders, len(work.provisions)), _far_settled(view, here, work)
    except Unkept:  # the text itself can still be read, and what is typed stays in the session
        coders, coded, settled = (), say("new_text.far_unknown"), say("new_text.far_unknown")
    sure = work.parted and not missing and any(coder.finished for coder in coders)
    return {
        PARTS: say("new_text.far_parted") if work.parted else say.count("new_text.far_parts", len(work.provisions)),
        FACTS: say.count("new_text.far_facts", missing) if missing else say("new_text.far_known"),
        CODING: coded,
        SETTLING: settled,
        SAVING: say("new_text.far_to_save" if sure else "new_text.far_not_yet"),
    }


def _far_coded(view: View, coders: tuple[Coder, ...], provisions: int) -> str:
    if not coders:
        return view.say("new_text.far_uncoded")
    return " · ".join(
        view.say("new_text.far_finished") if coder.finished else view.say("new_text.far_coded", chosen=coder.chosen, count=provisions)
        for coder in coders
    )


def _far_settled(view: View, here: Held, work: Work) -> str:
    both, kept = codings().both(here.id, here.person), codings().settling(here.id, here.person)
    if both is None or kept is None:
        return view.say("new_text.far_not_two")
    found = differences(work, both[0].coding, both[1].coding)
    return view.say("new_text.far_settled", settled=len(found) - len(unsettled(found, kept.settlements)), count=len(found))


def _coders(here: Held) -> tuple[Coder, ...]:
    """Who codes this text and how far; nothing of what they chose."""
    return next((each.coders for each in works().listed(here.person) if each.id == here.id), ())
