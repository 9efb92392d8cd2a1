"""Parts of a page that open: what a reader did not come for stays closed, and a link that names a part finds it open and first.

What is folded is on the page all the same, so that it is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from widgets.parts import address, prose
from widgets.parts.view import View


@dataclass(frozen=True)
class Fold:
    """A part with its name in the address, the line that can be chosen, and what it draws."""

    name: str
    title: str
    draw: Callable[[], None]


def asked(folds: Sequence[Fold]) -> Fold | None:
    """The part that the address names."""
    return next((fold for fold in folds if fold.name == address.value("part")), None)


def show(view: View, page: str, folds: Sequence[Fold]) -> None:
    """The parts one below the other, each closed unless the address names it, with a link that opens it."""
    for fold in folds:
        with st.expander(address.escaped_label(fold.title), key=f"part-{fold.name}", expanded=fold == asked(folds)):
            fold.draw()
            link = prose.anchor(address.href(page, id=address.value("id"), part=fold.name), view.say("frame.part_link"), "in")
            prose.show(Markup("<p class='small'>{}</p>").format(link))
