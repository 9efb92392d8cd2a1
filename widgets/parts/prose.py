"""Passages of text: always escaped, never Markdown, so that what a record says is shown and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Final

import streamlit as st
from markupsafe import Markup, escape

STYLES = Path(__file__).resolve().parent.parent / "styles"
SLOT: Final = "\0"
"""Said in place of a value where a passage is to stand within a sentence."""
_KOREAN_DATE = re.compile(r"\b\d{4}\. \d{1,2}\.(?: \d{1,2}\.)?")
"""A line never breaks within one."""
_COLLECTED: ContextVar[list[str] | None] = ContextVar("collected", default=None)
"""Where passages go that are not drawn at once."""


def show(markup: Markup) -> None:
    """Draw a passage. Only `Markup` is taken: text becomes part of it by `Markup("…{}…").format(text)`, which escapes."""
    if not isinstance(markup, Markup):
        raise TypeError("a passage is built with Markup, so that record text in it is escaped")
    words = _KOREAN_DATE.sub(lambda date: date[0].replace(" ", "\u00a0"), str(markup))
    collecting = _COLLECTED.get()
    if collecting is None:
        again(words)
    else:
        collecting.append(words)


def collected(part: Callable[[], None]) -> str:
    """The passages that a part of a page draws, in one and not drawn yet, for `again`; each one that is sent costs 0.2 ms."""
    found: list[str] = []
    before = _COLLECTED.set(found)
    try:
        part()
    finally:
        _COLLECTED.reset(before)
    return f"<div class='passages'>{''.join(f'<div>{words}</div>' for words in found)}</div>" if found else ""


def again(words: str) -> None:
    """Draw a passage that `collected` has found."""
    st.html(words)


def style(name: str = "style") -> None:
    """Load one of our style sheets."""
    st.html(_sheet(name))


@lru_cache
def _sheet(name: str) -> str:
    return f"<style>{(STYLES / f'{name}.css').read_text(encoding='utf-8')}</style>"


def title(words: str, lede: str = "") -> None:
    """The page's title and the sentence that answers its reader's question."""
    show(Markup("<h1 class='title'>{}</h1>{}").format(words, Markup("<p class='lede'>{}</p>").format(lede) if lede else ""))


def heading(words: str, anchor: str = "") -> None:
    """A heading within a page; `anchor` is the name by which a link finds it."""
    show(
        Markup("<h2 class='heading' id='{}'>{}</h2>").format(anchor, words)
        if anchor
        else Markup("<h2 class='heading'>{}</h2>").format(words)
    )


def note(words: str) -> None:
    """Small print."""
    show(Markup("<p class='note'>{}</p>").format(words))


def joined(parts: list[Markup], between: str = "") -> Markup:
    """Passages one after another, with text between them."""
    return Markup(escape(between)).join(parts)


def filled(sentence: str, passage: Markup) -> Markup:
    """A sentence that was said with a `SLOT`, and the passage in its place."""
    before, after = sentence.split(SLOT)
    return Markup("{}{}{}").format(before, passage, after)


def quoted(text: str, lang: str = "en") -> Markup:
    """Quoted words with quotation marks, keeping their paragraphs and their language."""
    return Markup("<q lang='{}'>{}</q>").format(lang, Markup("<br>").join(text.split("\n")))


def anchor(address: str, words: str | Markup, css: str = "") -> Markup:
    """A link within the register, opened in the same window."""
    return Markup("<a class='{}' href='{}' target='_self'>{}</a>").format(css, address, words)
