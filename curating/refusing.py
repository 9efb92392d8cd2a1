"""Why nothing was written, as it is said to whoever called: what a name that is not known may mean, and which there are."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz, process

from models.brief import facts
from models.brief.facts import Subject
from models.brief.telling.phrases import subject_name
from models.labels import LANGUAGES, Say, load_labels
from models.loading import Loaded
from models.register.register import Register

_NEAR: Final = 75
"""Of a hundred: how much of a name has to be alike for it to be meant, perhaps."""


class Refused(Exception):
    """Why nothing was written; what it says is for whoever called."""


def register_on(loaded: Loaded, on: dt.date, purpose: str) -> Register:
    """The register as of a day; refused where no declaration was on record, so that there is nothing `purpose`."""
    if not loaded.register.declarations:
        raise Refused(f"no declaration is on record here, so there is nothing {purpose}")
    register = loaded.register.as_of(on)
    if not register.declarations:
        first = loaded.register.declarations[0].adopted
        raise Refused(f"no declaration on record had been adopted by {on}; the first is of {first}, so choose that day or a later one")
    return register


def subjects(loaded: Loaded, register: Register) -> dict[Subject, list[str]]:
    """What briefs and slides can be about on a day, each with its names: its id, and what it is called in either language."""
    labels = load_labels()
    return {
        subject: [subject.id, *(subject_name(loaded.register, subject, Say(labels, lang)) for lang in LANGUAGES)]
        for subject in facts.subjects(register)
    }


def unknown(given: str, purpose: str, names: Mapping[str, Sequence[str]]) -> str:
    """That there is nothing of that name `purpose`, and which may be meant: by its address, or by one of its `names`."""
    typed = given.rpartition(":")[2].casefold()
    alike = {address: _likeness(typed, [each.casefold() for each in found]) if typed else 0 for address, found in names.items()}
    near = [address for address in sorted(alike, key=alike.__getitem__, reverse=True) if alike[address] >= _NEAR][:3]
    perhaps = f"; perhaps {' or '.join(near)}" if near else ""
    return f"there is nothing called “{shown(given)}” {purpose}{perhaps}"


def _likeness(typed: str, names: Sequence[str]) -> float:
    """Of a hundred: how like what was typed is to one of the names, or that it is one of their words."""
    words = {word for name in names for word in re.split(r"[\s,·()-]+", name)}
    return 100 if typed in words else max(process.cdist([typed], names, scorer=fuzz.ratio)[0])


def shown(given: str) -> str:
    """What was typed, with nothing in it that a terminal would do something with."""
    return "".join(character if character.isprintable() else "�" for character in given)


def listed(known: Sequence[Subject]) -> list[str]:
    """All subjects, a paragraph for each kind."""
    kinds = dict.fromkeys(subject.kind for subject in known)
    return [paragraph(" ".join(subject.address for subject in known if subject.kind is kind)) for kind in kinds]


def paragraph(words: str) -> str:
    """Words in lines that every terminal holds."""
    return textwrap.fill(words, 100, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
