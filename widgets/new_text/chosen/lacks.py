"""What is missing in a coding, in sentences of the reader's language, and what keeps a provision from being chosen."""

from __future__ import annotations

from collections.abc import Sequence

from models.records.places import place as place_of
from models.records.terms import Force
from models.writing.works.coding import ChosenProvision
from models.writing.works.lacking import Lacking, of_a_provision
from widgets.parts.view import View

CODES = ("quote", "force", "precision", "by")
"""The fields in which something may be missing that both coders fill in; when a coding is finished they stay as they are."""


def sentence(view: View, lacking: Lacking) -> str:
    """What is missing, as a sentence."""
    say = view.say
    words = dict(lacking.words)
    if "language" in words:
        words["language"] = say(f"new_text.language_{words['language']}")
    if "role" in words:
        words["role"] = say(f"new_text.role_{words['role']}")
    return say(lacking.label, **words)


def by_field(view: View, found: Sequence[Lacking], unit: int | None) -> dict[str, list[str]]:
    """The sentences for one commitment, or for the provision itself, by their fields."""
    said: dict[str, list[str]] = {}
    for each in found:
        if each.unit == unit and each.field:
            said.setdefault(each.field, []).append(sentence(view, each))
    return said


def of_the_choice(view: View, place: str, text: str, chosen: ChosenProvision) -> list[str]:
    """What is still missing or wrong in what both coders choose, so that it cannot be chosen yet."""
    several = len(chosen.units) > 1
    said = []
    for each in of_a_provision(place, text, chosen):
        if each.field in CODES:
            letter = f"({chr(ord('a') + each.unit)}) " if several and each.unit is not None else ""
            said.append(letter + sentence(view, each))
    at = place_of(place)
    weak = [unit for unit in chosen.units if unit.force is not None and unit.force.rank < Force.HOPES.rank]
    if weak and (several or at is None or not at.listed or weak[0].force is not Force.STATES):
        said.append(view.say("new_text.weak_unit"))
    quotes = [unit.quote.strip() for unit in chosen.units if unit.quote.strip()]
    if len(set(quotes)) < len(quotes):
        said.append(view.say("new_text.same_quote"))
    return said
