"""The remarks on a draft as a table: a line for each remark, one for words without any, and one for what is not in the draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from exports.remarks.account import here
from exports.spreadsheet import table
from models.labels import Say
from models.register.register import Register
from models.texts.drafting import carrying, telling
from models.texts.drafting.draft import Draft, Passage, Unit

_COLUMNS = ("place", "words", "force", "precision", "remark", "before", "before_words", "standing", "pledges")


def table_file(draft: Draft, register: Register, say: Say, on: dt.date) -> bytes:
    """The table as CSV, whose cells no spreadsheet takes for formulas."""
    heads = [
        say("remarks.column_standing", date=say.date(on)) if each == "standing" else say(f"remarks.column_{each}") for each in _COLUMNS
    ]
    return table([heads, *_lines(draft, register, say, on)])


def _lines(draft: Draft, register: Register, say: Say, on: dt.date) -> Iterator[list[str]]:
    for passage in draft.passages:
        for remark in passage.remarks:
            yield _line(telling.place(passage.part, "", say), passage.part.text, remark=telling.remark(remark, say))
        for unit in passage.units:
            yield from _unit(draft, passage, unit, register, say, on)
    for each in draft.not_in_draft:
        yield _line(
            "",
            "",
            remark=say("remarks.not_in_draft"),
            before=say.place(each.place),
            before_words=register.words_at(each.place),
            standing=say(f"terms.standing_{each.standing}"),
            pledges=_titles(each.pledges, register, say),
        )


def _unit(draft: Draft, passage: Passage, unit: Unit, register: Register, say: Say, on: dt.date) -> Iterator[list[str]]:
    precision = unit.precision.value if unit.precision else None
    earlier = register.commitment_by_id.get(unit.before.place) if unit.before else None
    told = {
        "force": say(f"terms.force_{unit.force.value}"),
        "precision": say(f"terms.precision_{precision}") if precision else "",
        "before": say.place(unit.before.place) if unit.before else "",
        "before_words": register.words_at(unit.before.place) if unit.before else "",
        "standing": say(f"terms.standing_{register.standing_of(earlier, on)}") if earlier and earlier.ledger else "",
        "pledges": _titles(tuple(each.pledge for each in carrying.belongs(unit.pledges)), register, say),
    }
    for remark in [telling.remark(each, say) for each in unit.remarks] or [""]:
        yield _line(here(draft, unit.place, say), unit.quote, remark=remark, **told)


def _line(place: str, words: str, **told: str) -> list[str]:
    found = {"place": place, "words": words, **told}
    return [found.get(column, "") for column in _COLUMNS]


def _titles(pledges: tuple[str, ...], register: Register, say: Say) -> str:
    return "; ".join(register.pledge_by_id[each].title[say.lang] for each in pledges if each in register.pledge_by_id)
