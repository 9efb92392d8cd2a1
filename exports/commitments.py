"""The commitments as a table: which columns it has for people and for programs, and what stands in each.

For people everything is in their language and words, and the standing is always a word, so that an empty cell is never
read as “nothing was done”. For programs there are the ids and words of the exported document (docs/export.md).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from exports import addresses, columns
from exports.columns import Column, flat, in_both
from exports.dataset import commitment_entry
from exports.spreadsheet import left_out, table
from models.labels import Say
from models.records.texts import Commitment
from models.register.register import Register

Cell = str | int | dt.date | None

FOR_PEOPLE = (
    "id", "place", "forum", "adopted", "ledger", "force", "precision", "standing", "due", "summary", "quote", "by", "to",
    "themes", "pledges", "coded", "permalink",
)  # fmt: skip
"""The columns for people; the labels `method.csv_…` are their names."""

COLUMNS = (
    Column("id", "the commitment"),
    Column("declaration", "id of the declaration that it stands in"),
    Column("provision", "id of the provision that it stands in"),
    Column("ledger", "promises, asks or hopes, never to be added together; empty for a promise in name only"),
    Column("force", "what its words ask, and of whom: states, hopes, asks, urges, undertakes"),
    Column("precision", "aspiration, direction, checkable or dated; empty for a promise in name only"),
    Column("quote", "its words, to the letter"),
    Column("verb", "the governing words in the quote"),
    *in_both("summary", "what it says, in a plain sentence"),
    Column("by", "ids of the bodies that are bound or speak"),
    Column("to", "ids of the bodies that are asked"),
    Column("partners", "ids of the bodies that are named with “with”"),
    Column("themes", "ids of themes"),
    Column("groups", "ids of groups of people"),
    Column("stages", "stages of one act that the words name, in their order"),
    Column("items", "the words of its checklist"),
    Column("items_closed", "whether that list is named and exhaustive", "boolean"),
    Column("due", "the day by which; empty where there is no date, or only due_within is known", "date"),
    Column("due_within", "the month or year that the words name, where the day comes with a forum"),
    Column("due_words", "the words that set it"),
    Column("target_value", "the number to reach", "integer"),
    *in_both("target_unit", "what that number counts"),
    *in_both("test", "what would count as started, partly done and done"),
    *in_both("doubt", "what is doubtful about the coding"),
    Column("assessable", "whether it can be judged at all", "boolean"),
    Column("pledges", "ids of the pledges that name it, background left out"),
    Column("status", "no-evidence, started, partly-done, done or contrary; empty where it is not assessed, not assessable or withheld"),
    Column("status_as_of", "the day as of which the table speaks", "date"),
    Column("coded_twice", "whether two people coded the declaration that it stands in, each alone", "boolean"),
    Column("withheld", "whether its status is withheld for a mistake in a record that it rests on", "boolean"),
)


def for_people(register: Register, say: Say, on: dt.date, withheld: int = 0, root: str = "") -> bytes:
    """The commitments of the declarations adopted by `on`, with their standing on that day, in one language.

    `withheld` is how many records, or whole files, are missing because something is wrong with them; the table says so before it begins.
    `root` is the full address of the register, for that of each commitment.
    """
    then = register.as_of(on)
    head = [say(f"method.csv_{name}", date=say.date(on)) for name in FOR_PEOPLE]
    found = [_in_words(then, say, on, commitment, root) for commitment in then.commitment_by_id.values()]
    return table([*left_out(say, withheld), head, *([plain(each[name]) for name in FOR_PEOPLE] for each in found)])


def _in_words(register: Register, say: Say, on: dt.date, commitment: Commitment, root: str) -> dict[str, Cell]:
    found = cells(register, say, on, commitment, root)
    # What binds nobody has a word for it under its ledger already; its precision stays empty.
    return found if commitment.precision else {**found, "precision": None}


def for_programs(register: Register, on: dt.date, withheld: int = 0) -> bytes:
    """The same commitments with the ids and words of the document; a table that lacks records begins with a line that says so."""
    then = register.as_of(on)
    entries = (commitment_entry(then, commitment, on) for commitment in then.commitment_by_id.values())
    return columns.for_programs(COLUMNS, rows(entries, on), withheld)


def rows(entries: Iterable[dict[str, Any]], on: dt.date) -> Iterator[dict[str, Any]]:
    """Entries of the document as lines of the table for programs."""
    for entry in entries:
        target = entry["target"] or {}
        yield {
            **entry,
            "status_as_of": on.isoformat(),
            "items": [item["quote"] for item in entry["items"]],
            **{name: words for each in ("summary", "test", "doubt") for name, words in flat(each, entry[each]).items()},
            "target_value": target.get("value"),
            **flat("target_unit", target.get("unit")),
        }


def cells(register: Register, say: Say, on: dt.date, commitment: Commitment, root: str = "") -> dict[str, Cell]:
    """Everything a table for people can say of a commitment as of a day, by the name of the column; dates as dates."""
    lang = say.lang
    declaration = register.declaration_by_id[commitment.declaration]
    note = register.decision_on(commitment.id, on) if commitment.assessable else None
    pledges = [pledge.title[lang] for pledge, mention in register.pledges_at(commitment.id) if not mention.background]
    target = commitment.target
    return {
        "place": say.place(commitment.id),
        "forum": say.ordinal(declaration.forum),
        "adopted": declaration.adopted,
        "ledger": say(f"terms.ledger_{commitment.ledger}") if commitment.ledger else say("terms.precision_none"),
        "force": say(f"terms.force_{commitment.force}"),
        "precision": say(f"terms.precision_{commitment.precision}") if commitment.precision else say("terms.precision_none"),
        "summary": commitment.summary[lang],
        "quote": commitment.quote,
        "standing": say(f"terms.standing_{register.standing_of(commitment, on)}"),
        "judged": note.as_of if note else None,
        "reason": note.reason[lang] if note else None,
        "due": commitment.due or say.due(commitment) or None,
        "by": _bodies(register, lang, commitment.by),
        "to": _bodies(register, lang, commitment.to),
        "partners": _bodies(register, lang, commitment.partners),
        "themes": "; ".join(register.theme_by_id[id_].name[lang] for id_ in commitment.themes if id_ in register.theme_by_id),
        "groups": "; ".join(register.group_by_id[id_].name[lang] for id_ in commitment.groups if id_ in register.group_by_id),
        "target": f"{target.value:,} {target.unit[lang]}" if target else None,
        "test": commitment.test[lang] if commitment.test else None,
        "pledges": "; ".join(dict.fromkeys(pledges)),
        "doubt": commitment.doubt[lang] if commitment.doubt else None,
        "coded": say("frame.coded_once_name" if declaration.id in register.coded_once else "frame.coded_twice_name"),
        "id": commitment.id,
        "permalink": permalink(commitment.id, on, lang, root),
    }


def permalink(commitment: str, on: dt.date, lang: str, root: str = "") -> str:
    """The page of a commitment as it stood on a day; `root` is the address of the register, where that is known."""
    return addresses.page(root, "commitment", lang, on, id=commitment)


def _bodies(register: Register, lang: str, ids: Sequence[str]) -> str:
    return "; ".join(register.body_by_id[id_].name[lang] for id_ in ids if id_ in register.body_by_id)


def plain(cell: Cell) -> str:
    """A cell as a table without types has it."""
    return cell.isoformat() if isinstance(cell, dt.date) else "" if cell is None else str(cell)
