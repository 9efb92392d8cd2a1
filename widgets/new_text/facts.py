"""What is known of the text as a whole: who adopted it and when, what it is called, and what copy was read."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from models.labels import LANGUAGES
from models.writing.permission import Access
from models.writing.works.lacking import Lacking, lacking
from models.writing.works.work import Work
from widgets.new_text import held
from widgets.new_text.held import ADDING, CODING, Held
from widgets.parts import address, prose
from widgets.parts.view import View

LONGEST = 600


def show(view: View, here: Held, access: Access) -> None:
    """Every field with what is still missing in it, as soon as it was typed."""
    say, work = view.say, here.work
    missing: dict[str, list[Lacking]] = {}
    for each in lacking(work, (), (), view.whole, view.today):
        if each.field and each.place is None:
            missing.setdefault(each.field, []).append(each)
    prose.heading(say("new_text.facts_heading"), "facts")
    prose.note(say("new_text.facts_hint"))
    with st.container(key="new-text-facts", gap="small"):
        _forum(view, here, work)
        _said(view, missing, "forum")
        prose.show(Markup("<p><a class='in' href='{}'>{}</a></p>").format(held.href(here, ADDING), say("new_text.forum_new")))
        for name in ("title_en", "title_ko", "adopted"):
            _text(view, here, work, name, missing)
        _language(view, here, work)
        prose.show(Markup("<h3 class='sub'>{}</h3>").format(say("new_text.copy_heading")))
        for name in ("publisher", "source_title", "url", "published", "note_en", "note_ko"):
            _text(view, here, work, name, missing)
    prose.show(Markup("<p><a class='in' href='{}'>{}</a></p>").format(held.href(here, CODING), say("new_text.to_coding")))


def _key(here: Held, name: str) -> str:
    """The key of a field: another one where it has to be filled anew."""
    return f"fact:{name}:{here.opened}"


def _said(view: View, missing: dict[str, list[Lacking]], name: str) -> None:
    """What is missing in a field, beside it."""
    for each in missing.get(name, ()):
        words = {key: view.say(f"new_text.language_{value}") if key == "language" else value for key, value in each.words.items()}
        prose.show(Markup("<p class='missing-fact' role='status'>{}</p>").format(view.say(each.label, **words)))


def _text(view: View, here: Held, work: Work, name: str, missing: dict[str, list[Lacking]]) -> None:
    key = _key(here, name)
    value = str(getattr(work.facts, name))
    label = view.say(f"new_text.fact_{name}")
    if name.startswith("note"):
        st.text_area(label, value, key=key, max_chars=LONGEST * 4, on_change=_typed, args=(here, name, key))
    else:
        st.text_input(label, value, key=key, max_chars=LONGEST, on_change=_typed, args=(here, name, key))
    _said(view, missing, name)


def _forum(view: View, here: Held, work: Work) -> None:
    numbers = sorted((each.number for each in view.whole.forums), reverse=True)
    shown = {number: _of_forum(view, number) for number in numbers}
    key = address.worded(_key(here, "forum"), shown.values())
    st.selectbox(
        view.say("new_text.fact_forum"),
        numbers,
        numbers.index(work.facts.forum) if work.facts.forum in numbers else None,
        key=key,
        format_func=shown.__getitem__,
        placeholder=view.say("new_text.choose"),
        on_change=_typed,
        args=(here, "forum", key),
    )


def _of_forum(view: View, number: int) -> str:
    forum = view.whole.forum_by_number[number]
    return view.say("new_text.forum_option", forum=view.say.ordinal(number), year=forum.start.year)


def _language(view: View, here: Held, work: Work) -> None:
    languages = list(dict.fromkeys([*LANGUAGES, work.facts.language]))
    key = address.worded(_key(here, "language"), [view.lang])
    st.selectbox(
        view.say("new_text.fact_language"),
        languages,
        languages.index(work.facts.language),
        key=key,
        format_func=lambda code: view.say(f"new_text.language_{code}") if code in LANGUAGES else code,
        on_change=_typed,
        args=(here, "language", key),
    )


def _typed(here: Held, name: str, key: str) -> None:
    """Keep what was typed into one field."""
    held.change(here, partial(_with, name=name, said=st.session_state.get(key)))


def _with(work: Work, name: str, said: object) -> Work:
    value = " ".join(str(said or "").split()) if name != "forum" else said
    return work.model_copy(update={"facts": work.facts.model_copy(update={name: value})})
