"""Which pledges come back: pledges by forums, and how often, how long and how lately each is on record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from typing import Final, Literal

import pandas as pd

from models.records.forums import Forum
from models.records.places import text_of, year_of
from models.records.pledges import Mention, Pledge
from models.records.terms import Holding
from models.register.register import Register

Order = Literal["often", "long", "lately"]
ORDERS: Final[dict[Order, list[str]]] = {
    "often": ["declarations", "mentions", "last", "years"],
    "long": ["years", "declarations", "last", "mentions"],
    "lately": ["last", "declarations", "mentions", "years"],
}
"""What the rows are sorted by, most first; equals stand in the order of their titles."""

PLEDGES: Final = ["pledge", "title", "declarations", "of", "mentions", "background", "first", "last", "years"]
MENTIONS: Final = [
    "pledge", "title", "declaration", "forum", "year", "place", "force", "precision", "change", "since",
    "words", "language", "mentions", "background",
]  # fmt: skip
FORUMS: Final = ["forum", "year", "declaration", "held", "text"]


def forums(register: Register, day: dt.date) -> pd.DataFrame:
    """Every forum that had begun or was announced to begin by `day`; `declaration` is None where its text is not on record."""
    rows = [_forum(register, forum, day) for forum in register.begun(day)]
    return pd.DataFrame(rows, columns=FORUMS).astype({"declaration": object})


def _forum(register: Register, forum: Forum, day: dt.date) -> dict[str, object]:
    declaration = register.declaration_of(forum.number)
    on_record = declaration is not None and declaration.adopted <= day
    found = declaration.id if declaration is not None and on_record else None
    # Of a forum that is only announced it is no news that no text was found.
    text = forum.held.value if forum.held is Holding.ANNOUNCED else forum.text.value
    return {"forum": forum.number, "year": forum.year, "declaration": found, "held": forum.held.value, "text": text}


def mentions(register: Register, day: dt.date, lang: str) -> pd.DataFrame:
    """One row for each pledge and declaration that speaks of it: the strongest mention and how many there are.

    Where a declaration touches the subject only, `background` is true, `mentions` is 0 and no words are quoted.
    """
    known = {declaration.id: declaration for declaration in register.declarations if declaration.adopted <= day}
    rows = []
    for pledge in register.pledges:
        for declaration in known.values():
            here = [mention for mention in pledge.mentions if mention.declaration == declaration.id]
            if here:
                row = _cell(register, pledge, declaration.id, here)
                rows.append({**row, "title": pledge.title[lang], "forum": declaration.forum, "language": declaration.language})
    return pd.DataFrame(rows, columns=MENTIONS)


def _cell(register: Register, pledge: Pledge, declaration: str, here: list[Mention]) -> dict[str, object]:
    own = [mention for mention in here if not mention.background]
    row: dict[str, object] = {"pledge": pledge.id, "declaration": declaration, "year": year_of(declaration), "mentions": len(own)}
    strongest = register.strongest_mention(pledge, declaration)
    if strongest is None:
        nothing = dict.fromkeys(["force", "precision", "change", "since"], "")
        return {**row, **nothing, "place": here[0].at, "words": "", "background": True}
    wording, change = register.wording_at(strongest.at), register.change_at(strongest)
    return {
        **row,
        "place": strongest.at,
        "force": wording.force.value,
        "precision": wording.precision.value if wording.precision else "",
        "change": change.value if change else "",
        "since": text_of(strongest.source) if strongest.source else "",
        "words": register.words_at(strongest.at),
        "background": False,
    }


def pledges(register: Register, day: dt.date, lang: str, order: Order = "often") -> pd.DataFrame:
    """One row for each pledge on record by `day`.

    `declarations` (how often, background left out) is out of `of`; `years` (how long) from the `first` to the `last` year
    on record; `mentions` counts the single mentions, background apart.
    """
    known = {declaration.id for declaration in register.declarations if declaration.adopted <= day}
    rows = []
    for pledge in register.pledges:
        here = [mention for mention in pledge.mentions if mention.declaration in known]
        own = {mention.declaration for mention in here if not mention.background}
        if not own:
            continue
        first, last = year_of(min(own)), year_of(max(own))
        rows.append(
            {
                "pledge": pledge.id,
                "title": pledge.title[lang],
                "declarations": len(own),
                "of": len(known),
                "mentions": sum(not mention.background for mention in here),
                "background": len({mention.declaration for mention in here} - own),
                "first": first,
                "last": last,
                "years": last - first,
            }
        )
    return ordered(pd.DataFrame(rows, columns=PLEDGES), order)


def ordered(frame: pd.DataFrame, order: Order) -> pd.DataFrame:
    """The pledges sorted by how often, how long or how lately they are on record."""
    by = ORDERS[order]
    return frame.sort_values([*by, "title"], ascending=[False] * len(by) + [True], ignore_index=True)


def narrowed(register: Register, themes: Collection[str], groups: Collection[str], forces: Collection[str]) -> Register:
    """The register with those pledges that have one of the themes, one of the groups and one of the strongest forces that are named."""
    kept = tuple(
        pledge
        for pledge in register.pledges
        if (not themes or set(themes) & themes_of(register, pledge))
        and (not groups or set(groups) & groups_of(register, pledge))
        and (not forces or strongest(register, pledge) in forces)
    )
    return replace(register, pledges=kept)


def _places(register: Register, pledge: Pledge) -> list[str]:
    return [mention.at for mention in pledge.mentions if not mention.background]


def themes_of(register: Register, pledge: Pledge) -> set[str]:
    """The themes of the words that make a pledge; those that only touch its subject are left out."""
    found: set[str] = set()
    for place in _places(register, pledge):
        commitment = register.commitment_by_id.get(place)
        found |= set(commitment.themes if commitment else register.themes_of(register.provision_by_id[place]))
    return found


def groups_of(register: Register, pledge: Pledge) -> set[str]:
    """The groups of people that the words of a pledge name."""
    found: set[str] = set()
    for place in _places(register, pledge):
        commitment = register.commitment_by_id.get(place)
        found |= set(commitment.groups if commitment else register.provision_by_id[place].groups)
    return found


def strongest(register: Register, pledge: Pledge) -> str:
    """How firm the strongest words of a pledge are."""
    return max((register.wording_at(place).force for place in _places(register, pledge)), key=lambda force: force.rank).value
