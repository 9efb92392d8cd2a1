"""The commitments as a table: which columns it has for people and for programs, and what stands in each.

For people everything is in their language and words, and the standing is always a word, so that an empty cell is never
read as “nothing was done”. For programs there are the ids and words of the exported document (docs/export.md).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from exports import addresses
from exports.dataset import WHY_WITHHELD, commitment_entry
from exports.spreadsheet import left_out, table
from models.labels import Say
from models.records.texts import Commitment
from models.register.register import Register

Cell = str | int | dt.date | None

FOR_PEOPLE = (
    "id", "place", "forum", "adopted", "ledger", "force", "precision", "standing", "due", "summary", "quote", "by", "to",
    "themes", "pledges", "permalink",
)  # fmt: skip
"""The columns for people; the labels `method.csv_…` are their names."""

FOR_PROGRAMS = (
    "id", "declaration", "provision", "ledger", "force", "precision", "quote", "verb", "summary_en", "summary_ko",
    "by", "to", "partners", "themes", "groups", "stages", "items", "items_closed", "due", "due_within", "due_words",
    "target_value", "target_unit_en", "target_unit_ko", "test_en", "test_ko", "doubt_en", "doubt_ko",
    "assessable", "pledges", "status", "status_as_of", "withheld",
)  # fmt: skip


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
    found = [_flat(commitment_entry(then, commitment, on), on) for commitment in then.commitment_by_id.values()]
    lacking = [(f"# withheld: {withheld}; why: {WHY_WITHHELD}",)] if withheld else []
    return table([*lacking, FOR_PROGRAMS, *([_text(each[name]) for name in FOR_PROGRAMS] for each in found)])


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


def _flat(entry: dict[str, Any], on: dt.date) -> dict[str, Any]:
    """An entry of the document without anything nested but lists."""
    flat = {**entry, "status_as_of": on.isoformat(), "items": [item["quote"] for item in entry["items"]]}
    for name in ("summary", "test", "doubt"):
        for language in ("en", "ko"):
            flat[f"{name}_{language}"] = (entry[name] or {}).get(language)
    target = entry["target"] or {}
    flat["target_value"] = target.get("value")
    for language in ("en", "ko"):
        flat[f"target_unit_{language}"] = target.get("unit", {}).get(language)
    return flat


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)
    return str(value)
