"""Fields whose content goes at once into what they are fields of; what is missing is said below its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from markupsafe import Markup
from pydantic import BaseModel

from widgets.parts import address, prose
from widgets.parts.view import View

Changed = Callable[[Callable[[], None]], None]
"""Does a change in its turn, and keeps what came of it."""


@dataclass(frozen=True)
class Fields:
    """The fields of one thing that is `held`; `key` tells its widgets from all others."""

    view: View
    held: BaseModel
    key: str
    changed: Changed
    lacking: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The sentences on what is missing, by the name of the field."""
    fixed: bool = False
    """Whether it can be read and not changed any more."""

    def _keep(self, name: str, key: str, into: Callable[[Any], Any]) -> Callable[[], None]:
        def keep() -> None:
            value = into(st.session_state[key])
            self.changed(lambda: setattr(self.held, name, value))

        return keep

    def missing(self, *names: str) -> None:
        """What is missing in fields of these names."""
        said = [words for name in names for words in self.lacking.get(name, ())]
        if said:
            prose.show(Markup("<p class='lacking'>{}</p>").format(prose.joined([Markup("{}").format(words) for words in said], " ")))

    def words(self, name: str, label: str, *, lines: int = 1, hint: str | None = None, fixed: bool | None = None) -> None:
        """Words that are typed."""
        key = f"{self.key}:{name}"
        st.session_state.setdefault(key, getattr(self.held, name))
        keep = self._keep(name, key, lambda typed: str(typed or ""))
        shut = self.fixed if fixed is None else fixed
        if lines == 1:
            st.text_input(label, key=key, on_change=keep, placeholder=hint, disabled=shut)
        else:
            st.text_area(label, key=key, on_change=keep, height=26 * lines + 22, placeholder=hint, disabled=shut)
        self.missing(name)

    def both(self, name: str, label: str, *, lines: int = 2) -> None:
        """Words in both languages; `label` is the key of a sentence that takes the language."""
        say = self.view.say
        for language in ("en", "ko"):
            self.words(f"{name}_{language}", say(label, language=say(f"new_text.language_{language}")), lines=lines)

    def choice(self, name: str, label: str, options: Mapping[str, str], *, into: Callable[[str], Any] = str) -> None:
        """One of several, from a drop-down; nothing chosen is empty."""
        key = address.worded(f"{self.key}:{name}", options.values())
        value = getattr(self.held, name)
        st.session_state.setdefault(key, value if value in options else None)
        st.selectbox(
            label,
            list(options),
            format_func=lambda each: options.get(each, each),
            key=key,
            on_change=self._keep(name, key, lambda chosen: into(chosen or "")),
            placeholder=self.view.say("follow_through.choose"),
            disabled=self.fixed,
        )
        self.missing(name)

    def several(self, name: str, label: str, options: Mapping[str, str], *, most: int | None = None, fixed: bool | None = None) -> None:
        """Some of a list, in the order in which they were chosen."""
        key = address.worded(f"{self.key}:{name}", options.values())
        st.session_state.setdefault(key, [each for each in getattr(self.held, name) if each in options])
        st.multiselect(
            label,
            list(options),
            format_func=lambda each: options.get(each, each),
            key=key,
            on_change=self._keep(name, key, lambda chosen: list(chosen or [])),
            max_selections=most,
            select_all=False,
            placeholder=self.view.say("follow_through.choose"),
            disabled=self.fixed if fixed is None else fixed,
        )
        self.missing(name)

    def scale(self, name: str, label: str, options: Mapping[Any, str], meanings: Mapping[Any, str], *, fixed: bool | None = None) -> None:
        """One of a scale, all of it to be seen with what each word means; moved through by the arrow keys."""
        key = f"{self.key}:{name}"
        value = getattr(self.held, name)
        if key not in st.session_state:
            st.session_state[key] = value if value in options else None
        st.radio(
            label,
            list(options),
            format_func=lambda each: address.escaped_label(options[each]),
            captions=[address.escaped_label(meanings[each]) for each in options] if meanings else None,
            key=key,
            on_change=self._keep(name, key, lambda chosen: chosen),
            disabled=self.fixed if fixed is None else fixed,
            horizontal=not meanings,
        )
        self.missing(name)

    def tick(self, name: str, label: str) -> None:
        """Yes or no."""
        key = f"{self.key}:{name}"
        st.session_state.setdefault(key, bool(getattr(self.held, name)))
        st.checkbox(label, key=key, on_change=self._keep(name, key, bool), disabled=self.fixed)
        self.missing(name)
