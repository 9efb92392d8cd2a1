"""A list of commitments to take along, exactly as it was filtered: a workbook, a table, or a document for programs.

The workbook has two sheets: the list, and what it is: what was asked for, as of which day, what every column and term
means, and which edition of the records it comes from.
"""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from exports import spreadsheet
from exports.commitments import Cell, cells, plain
from exports.dataset import document
from exports.spreadsheet import harmless
from models.labels import Say
from models.records.terms import Force, Ledger, Precision
from models.records.texts import Commitment
from models.register.passages import unthreaded
from models.register.register import Register
from models.register.standing import Standing

FONT = "Malgun Gothic"
"""On every Korean Windows; elsewhere office programs take their own Korean font for it."""


@dataclass(frozen=True)
class Selection:
    """The commitments that fit, and how they were asked for."""

    register: Register
    commitments: Sequence[Commitment]
    say: Say
    on: dt.date
    asked: Sequence[tuple[str, str]]
    """What was searched and filtered by, each as a name and the words for it."""
    address: str
    """The list in the register, from the stroke after its address."""
    fingerprint: str
    """The beginning of that of the whole register, whatever the day."""
    withheld: int = 0
    """How many records are missing because something is wrong with them."""
    held: Sequence[str] = ()
    """For each commitment, whether it has the words of the search itself (`said`), by a theme or a usual word alone (`common`) or only
    `some` of them; empty where that is no question."""
    root: str = ""
    """The full address of the register, where it is known."""


@dataclass(frozen=True)
class Column:
    """One column of the list: its name in the labels, its width in signs, and whether its words wrap."""

    name: str
    width: int
    wraps: bool = False


COLUMNS = (
    Column("place", 22),
    Column("forum", 9),
    Column("adopted", 12),
    Column("ledger", 11),
    Column("force", 11),
    Column("precision", 13),
    Column("summary", 44, True),
    Column("quote", 60, True),
    Column("standing", 18),
    Column("judged", 12),
    Column("reason", 48, True),
    Column("due", 12),
    Column("by", 26, True),
    Column("to", 26, True),
    Column("partners", 26, True),
    Column("themes", 24, True),
    Column("groups", 20, True),
    Column("target", 16, True),
    Column("test", 48, True),
    Column("pledges", 28, True),
    Column("doubt", 40, True),
    Column("id", 12),
    Column("permalink", 38),
)
HELD = Column("held", 22, True)
"""The last column, where not every commitment of the list has every word of the search."""


def columns(selection: Selection) -> tuple[Column, ...]:
    """The columns of a list."""
    return (*COLUMNS, HELD) if selection.held else COLUMNS


def rows(selection: Selection) -> list[list[Cell]]:
    """The list without its heads; dates as dates, everything else as words."""
    say, found = selection.say, []
    for place, commitment in enumerate(selection.commitments):
        words = cells(selection.register, say, selection.on, commitment, selection.root)
        if selection.held:
            words |= {HELD.name: say(f"find.held_{selection.held[place]}")}
        found.append([words[column.name] for column in columns(selection)])
    return found


def heads(selection: Selection) -> list[str]:
    """The names of the columns, as the list's day has them."""
    say = selection.say
    return [say(f"find.column_{column.name}", date=say.date(selection.on)) for column in columns(selection)]


def table(selection: Selection) -> bytes:
    """The list as CSV, in UTF-8 with the mark that spreadsheets need."""
    above = spreadsheet.left_out(selection.say, selection.withheld)
    return spreadsheet.table([*above, heads(selection), *([plain(cell) for cell in row] for row in rows(selection))])


def for_programs(selection: Selection) -> bytes:
    """The commitments as the exported document has them (docs/export.md), with what was asked for beside its facts."""
    whole = document(selection.register, selection.on, selection.withheld)
    wanted = {commitment.id: place for place, commitment in enumerate(selection.commitments)}
    chosen: list[dict[str, Any]] = sorted(
        (each for each in whole["commitments"] if each["id"] in wanted), key=lambda each: wanted[each["id"]]
    )
    asked = {
        "asked": [{"name": name, "words": words} for name, words in selection.asked],
        "address": selection.root + selection.address,
        "count": len(chosen),
    }
    if selection.held:
        asked["held"] = {each["id"]: selection.held[wanted[each["id"]]] for each in chosen}
    kept = {name: words for name, words in whole["meta"].items() if name != "counts"}
    meta = {**kept, "fingerprint": selection.fingerprint, "selection": asked}
    text = json.dumps({"meta": meta, "commitments": chosen}, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode() + b"\n"


def workbook(selection: Selection) -> bytes:
    """The list as a workbook; no cell is a formula or a live link. The same list gives the same bytes."""
    stream, say = io.BytesIO(), selection.say
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"title": say("find.about_title"), "created": dt.datetime.combine(selection.on, dt.time())})
    _list(book, selection)
    _about(book, selection)
    book.close()
    return stream.getvalue()


def _list(book: Any, selection: Selection) -> None:
    sheet = book.add_worksheet(selection.say("find.sheet_list"))
    base = {"font_name": FONT, "font_size": 10, "valign": "top", "border": 1, "border_color": "#CDD1D5"}
    head = book.add_format({**base, "bold": True, "bg_color": "#132C52", "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"})
    plain, wrapped = book.add_format(base), book.add_format({**base, "text_wrap": True})
    day = book.add_format({**base, "num_format": "yyyy-mm-dd", "align": "left"})
    above = spreadsheet.left_out(selection.say, selection.withheld)
    top = len(above)
    for line, cells_above in enumerate(above):
        sheet.write_string(line, 0, harmless("".join(cells_above)), book.add_format({"font_name": FONT, "font_size": 10, "bold": True}))
    sheet.set_row(top, 34)
    for number, (column, words) in enumerate(zip(columns(selection), heads(selection), strict=True)):
        sheet.set_column(number, number, column.width)
        sheet.write_string(top, number, harmless(words), head)
    found = rows(selection)
    for line, row in enumerate(found, start=top + 1):
        sheet.set_row(line, _height(row, columns(selection)))
        for number, (column, cell) in enumerate(zip(columns(selection), row, strict=True)):
            if isinstance(cell, dt.date):
                sheet.write_datetime(line, number, dt.datetime.combine(cell, dt.time()), day)
            else:
                sheet.write_string(line, number, harmless("" if cell is None else str(cell)), wrapped if column.wraps else plain)
    sheet.freeze_panes(top + 1, 1)
    sheet.autofilter(top, 0, top + max(len(found), 1), len(columns(selection)) - 1)
    _printed(sheet, selection)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(2, 0)
    sheet.repeat_rows(top)
    sheet.repeat_columns(0)


def _height(row: Sequence[Cell], columns: Sequence[Column]) -> float:
    """Points for the longest cell of a row; Korean signs are twice as wide as Latin ones."""
    lines = 1
    for column, cell in zip(columns, row, strict=True):
        if column.wraps and isinstance(cell, str):
            signs = sum(1.8 if letter > "ᄀ" else 1 for letter in cell)
            lines = max(lines, cell.count("\n") + int(signs / (column.width * 1.1)) + 1)
    return min(15.0 * lines + 3, 400)


def _about(book: Any, selection: Selection) -> None:
    say = selection.say
    sheet = book.add_worksheet(say("find.sheet_about"))
    base = {"font_name": FONT, "font_size": 10, "valign": "top", "text_wrap": True}
    title = book.add_format({**base, "bold": True, "font_size": 14, "text_wrap": False})
    section = book.add_format({**base, "bold": True, "font_size": 12, "bottom": 1, "bottom_color": "#6D7882"})
    name, words = book.add_format({**base, "bold": True}), book.add_format(base)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, harmless(say("find.about_title")), title)
    line = 2
    for heading, entries in about(selection):
        if heading:
            sheet.write_string(line, 0, harmless(heading), section)
            sheet.write_blank(line, 1, None, section)
            line += 1
        for left, right in entries:
            sheet.write_string(line, 0, harmless(left), name)
            sheet.write_string(line, 1, harmless(right), words)
            line += 1
        line += 1
    _printed(sheet, selection)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def about(selection: Selection) -> list[tuple[str, list[tuple[str, str]]]]:
    """What the list is, section by section: each a heading and pairs of a name and words."""
    say, register = selection.say, selection.register
    forums, texts, all_known = len(register.begun(selection.on)), len(register.declarations), register.knows_all_forums
    unrecorded = {"missing": say.at_least(forums - texts, all_known), "forums": say.at_least(forums, all_known)}
    lacking = [(say("frame.left_out_name"), say.count("frame.left_out", selection.withheld))] if selection.withheld else []
    once = [(say("frame.coded_once_name"), words)] if (words := say.coded_once(register.coded_once)) else []
    silent = [(say("frame.unthreaded_name"), words)] if (words := say.unthreaded(unthreaded(register))) else []
    facts = [
        *lacking,
        *once,
        *silent,
        (say("find.about_rows"), say.count("find.about_count", len(selection.commitments), all=len(register.commitment_by_id))),
        (say("find.about_as_of"), say.date(selection.on)),
        (say("find.about_apart"), say("find.about_apart_words")),
        (say("find.about_unrecorded"), say("find.about_unrecorded_words", **unrecorded)),
        (say("find.about_address"), selection.root + selection.address),
        (say("find.about_permalinks"), say("find.about_permalinks_full" if selection.root else "find.about_permalinks_words")),
        (say("find.about_fingerprint"), selection.fingerprint),
        (say("find.about_text"), say("find.about_text_words")),
    ]
    asked = list(selection.asked) or [("", say("find.about_no_filters"))]
    standings = [each for each in Standing if each is not Standing.WITHHELD or register.withheld_on(selection.on)]
    meanings = [(head, say(f"find.means_{column.name}")) for head, column in zip(heads(selection), columns(selection), strict=True)]
    return [
        ("", facts),
        (say("find.about_filters"), asked),
        (say("find.about_columns"), meanings),
        (say("find.about_terms"), _terms(say, standings)),
    ]


def _terms(say: Say, shown: Sequence[Standing]) -> list[tuple[str, str]]:
    ledgers = [(say(f"terms.ledger_{ledger}"), say(f"terms.ledger_meaning_{ledger}")) for ledger in Ledger]
    forces = [(say(f"terms.force_{force}"), say(f"terms.meaning_{force}")) for force in reversed(Force)]
    precisions = [(say(f"terms.precision_{precision}"), say(f"terms.meaning_{precision}")) for precision in reversed(Precision)]
    standings = [(say(f"terms.standing_{standing}"), say(f"method.rule_{standing}")) for standing in shown]
    return [*ledgers, *forces, *precisions, *standings]


def _printed(sheet: Any, selection: Selection) -> None:
    say = selection.say
    sheet.set_footer(f"&L{say('find.about_as_of')}: {say.date(selection.on)}&R&P / &N")
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
