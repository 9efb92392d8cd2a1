"""Presenting a deck, and taking it along as a file of each kind."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote, urlencode

import streamlit as st
from markupsafe import Markup

from decks.deck import Deck
from decks.sets import choosing
from exports.deck import template
from exports.deck.file import FORMS, Form
from widgets.frame import mine
from widgets.parts import address, download, prose
from widgets.slides import choice, keeping
from widgets.slides.choice import Looked


def present(looked: Looked) -> None:
    """The deck on the wall, in a window of its own, and as files."""
    say = looked.view.say
    with st.container(key="slides-take", horizontal=True, gap="small", vertical_alignment="center"):
        prose.show(
            Markup("<a class='present' href='{}' target='_blank' rel='noopener'>{}</a>").format(_on_the_wall(looked), say("slides.present"))
        )
        for ending, form in FORMS.items():
            download.button(
                say(f"slides.take_{ending}"),
                lambda form=form: form.write(_for_a_file(looked, form), say),  # type: ignore[misc]
                f"{looked.deck.name}.{ending}",
                form.media,
                key=f"slides-{ending}",
            )
    prose.note(say("slides.present_hint"))


def asked_for(looked: Looked) -> dict[str, str]:
    """The deck as an address says it: the day only where it is fixed, slides only where they were chosen."""
    said = {"lang": looked.view.lang}
    if address.value("on") == looked.view.on.isoformat():
        said["on"] = looked.view.on.isoformat()
    slides = mine.said(choosing.written(looked.names, looked.every))
    return said | ({"slides": slides} if slides else {})


def own_template(looked: Looked) -> None:
    """The same as PowerPoint in an office's own template, which is handed in for it and not kept."""
    say = looked.view.say
    prose.heading(say("slides.template"), "template")
    params = {"set": looked.asked.address, **asked_for(looked), "title": choice.given_title(), "mine": mine.said(mine.names())}
    where = f"./handed-in/template?{urlencode({name: value for name, value in params.items() if value})}"
    prose.show(keeping.form(where, say("slides.template_take"), say("slides.template_file"), ".pptx,.potx"))
    prose.note(say("slides.template_hint", layout=template.LAYOUT, most=template.TOO_LARGE // 1_000_000))


def _on_the_wall(looked: Looked) -> str:
    return f"./deck/{quote(looked.asked.address, safe=':+')}?{urlencode(asked_for(looked))}"


def _for_a_file(looked: Looked, form: Form) -> Deck:
    """The deck in the colours of the file, whatever those of the page are, under the title that was given to it."""
    made = choice.made(looked.view, looked.chosen, form.theme)[0]
    deck = made if isinstance(made, Deck) else looked.deck
    title = choice.given_title()
    return replace(deck, title=title) if title else deck
