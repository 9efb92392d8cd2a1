"""From a source to the paragraphs of the declaration; everything else is listed with the reason why it was taken away."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from models.texts.cleaning import bounds, copies, footnotes, joining, languages, pages, writing
from models.texts.cleaning.breaks import Words
from models.texts.cleaning.sheet import Sheet
from models.texts.paragraphs import Cleaned
from models.texts.parts import Caution, Warning
from models.texts.source import Source, Stretch

_MOST_EXAMPLES: Final = 8


def cleaned(source: Source, put_back: Collection[Stretch] = (), taken_away: Collection[Stretch] = ()) -> Cleaned:
    """The paragraphs and footnotes of a source, and all that was left out of it.

    What is in `put_back` stays in whatever the rules say; `taken_away` is what somebody took away by hand.
    """
    sheet = Sheet(source, put_back, taken_away)
    pages.furniture(sheet)
    copies.second(sheet)
    bounds.around(sheet)
    languages.other(sheet)
    notes = footnotes.found(sheet)
    standing = sheet.standing
    noted = notes.rows
    body = [row for row in standing if row.index not in noted]
    words = Words((row.words, not row.line.whole) for row in standing)
    width = joining.Print.of(body).width
    told = writing.Told()
    groups = joining.joined(body, sheet.rows, sheet.single)
    paragraphs = writing.paragraphs(sheet, groups, notes, words, width, told)
    below = writing.paragraphs(sheet, [note.rows for note in notes.notes], notes, words, width, told)
    return Cleaned(source, tuple(paragraphs), tuple(below), sheet.left_out(), _warnings(told))


def _warnings(told: writing.Told) -> tuple[Warning, ...]:
    """What a reader must be told of how the text was written out."""
    found = []
    if told.forms:
        signs = ", ".join(f"{sign} → {plain}" for sign, plain in list(told.forms.items())[:_MOST_EXAMPLES])
        found.append(Warning(Caution.PLAIN_FORM, {"signs": signs}, told.first_form))
    if told.guessed:
        seen = list(dict.fromkeys(told.guessed))[:_MOST_EXAMPLES]
        found.append(Warning(Caution.JOINED, {"words": ", ".join(f"“{each}”" for each in seen)}, told.first_guess))
    return tuple(found)
