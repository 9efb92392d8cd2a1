"""A cleaned text, parted: into its title, headings, provisions and footnotes, with what a reader must be told of its marks.

The rule in words stands in the codebook (docs/CODEBOOK.md, 1). Every character that is not blank goes into the words of one part or
into its mark; what was left out before is handed on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.texts.paragraphs import Cleaned, NoteMark
from models.texts.parting import footnotes, language, lines, marks, numerals, outline, sequence
from models.texts.parting.outline import Draft
from models.texts.parting.pieces import Piece, pieces
from models.texts.parting.places import places
from models.texts.parts import Caution, Kind, LeftOut, Part, Reading, Warning
from models.texts.source import Stretch

LONG = 3_000
"""A part of more letters than this may have swallowed marks."""


def parted(cleaned: Cleaned) -> Reading:
    """The parts of a text."""
    found = pieces(cleaned.paragraphs)
    lines.find_headings(found)
    warnings = sequence.settle(found)
    drafts, has_marks = outline.drafts(found)
    warnings += _inline(drafts)
    parts: list[Part] = []
    hanging: list[footnotes.Place] = []
    places_ = places(drafts)
    warnings += _counted(drafts, places_, warnings)
    for draft, place in zip(drafts, places_, strict=True):
        part, notes = _part(draft, place, cleaned.source.text)
        hanging += [(len(parts), before, note) for before, note in notes]
        parts.append(part)
    provisions = [part for part in parts if part.kind.is_provision]
    if provisions and not has_marks:
        warnings.append(Warning(Caution.UNMARKED))
    warnings += [
        Warning(
            Caution.LONG, {"number": part.number or part.place or "–", "letters": f"{len(part.text):,}"}, part.at[0] if part.at else None
        )
        for part in provisions
        if len(part.text) > LONG
    ]
    notes_, said = footnotes.hung(cleaned.footnotes, hanging, parts)
    code = language.language_of("\n".join(part.text for part in provisions or parts)[: language.LOOKED_AT])
    if code not in ("en", "ko", None):
        warnings.append(Warning(Caution.ODD_LANGUAGE, {"language": code or ""}))
    return Reading(
        cleaned.source,
        _in_order(parts, notes_),
        _left_out(cleaned.left_out, parts),
        (*cleaned.warnings, *warnings, *said),
        None if code == language.UNKNOWN else code,
    )


def _part(draft: Draft, place: str | None, source: str) -> tuple[Part, list[tuple[int, NoteMark]]]:
    """A part out of its pieces, and the marks of footnotes in its words."""
    first = draft.pieces[0]
    mark = first.mark if draft.marked or draft.kind is Kind.HEADING else None
    boxed = mark is not None and mark.family == marks.BULLET
    as_text = (draft.kind is Kind.HEADING and not boxed) or (mark is not None and not first.words and len(draft.pieces) == 1)
    marked, printed = None, ""
    if mark is not None and not as_text:
        last = draft.pieces[draft.whole_mark - 1] if draft.whole_mark else first
        here = first.stretches(first.start, _trimmed(first, first.end) if draft.whole_mark else first.start + mark.printed)
        here += last.stretches(_first(last), _trimmed(last, last.end)) if last is not first else ()
        marked = Stretch(here[0].start, here[-1].end)
        printed = source[marked.start : marked.end]
    words = ""
    at: list[Stretch] = []
    notes: list[tuple[int, NoteMark]] = []
    for index, piece in enumerate(draft.pieces):
        if index < draft.whole_mark and not as_text:
            continue
        begin = piece.words_from if mark is not None and index == 0 and not as_text else _first(piece)
        end = _trimmed(piece, piece.end)
        if begin >= end:
            continue
        if words:
            words += _between(draft, piece, words)
        notes += [(len(words) + note.after - begin, note) for note in piece.paragraph.marks if _its(note, begin, piece)]
        words += piece.paragraph.text[begin:end]
        at.extend(piece.stretches(begin, end))
    return (
        Part(
            draft.kind,
            words,
            tuple(at),
            mark.number if mark else None,
            printed if not as_text else "",
            marked,
            draft.level,
            place,
            draft.title,
        ),
        notes,
    )


def _between(draft: Draft, piece: Piece, before: str) -> str:
    """What stands between two paragraphs of one part: a new line, or a blank where a line or a sentence only goes on."""
    return " " if draft.kind in (Kind.TITLE, Kind.EPIGRAPH) or piece.inline or (piece.text[0].islower() and before[-1:].isalnum()) else "\n"


def _its(note: NoteMark, begin: int, piece: Piece) -> bool:
    """Whether the mark of a footnote stands in this piece of the paragraph and not at the end of the one before."""
    return begin <= note.after <= piece.end and (note.after > begin or piece.start == 0)


def _first(piece: Piece) -> int:
    text, start = piece.paragraph.text, piece.start
    while start < piece.end and text[start].isspace():
        start += 1
    return start


def _trimmed(piece: Piece, end: int) -> int:
    text = piece.paragraph.text
    while end > piece.start and text[end - 1].isspace():
        end -= 1
    return end


def _inline(drafts: Sequence[Draft]) -> list[Warning]:
    """Which marks stand in the middle of a paragraph and were taken for parts."""
    found: list[Warning] = []
    paragraph, row = None, list[Piece]()
    for draft in [*drafts, None]:
        piece = draft.pieces[0] if draft is not None and draft.marked else None
        if piece is not None and paragraph is piece.paragraph and piece.inline and not piece.printed:
            row.append(piece)
            continue
        if any(each.inline and not each.printed for each in row):
            styles = {each.mark.style.partition("@")[0] for each in row if each.mark and each.inline}
            printed = [each.text[: each.mark.printed] for each in row if each.mark and each.mark.style.partition("@")[0] in styles]
            here = row[0].stretches(row[0].start, row[0].start + 1)
            found.append(Warning(Caution.INLINE, {"marks": _listed(printed)}, here[0] if here else None))
        if draft is not None:
            its = draft.pieces[-1].paragraph if draft.marked or draft.pieces[-1].end < len(draft.pieces[-1].paragraph.text) else None
            paragraph, row = its, [piece] if piece is not None else []
    return found


def _counted(drafts: Sequence[Draft], found: Sequence[str | None], said: Sequence[Warning]) -> list[Warning]:
    """Where ids stop counting what is printed, which they do not count by; not again where a gap or a repeat was said to be there."""
    known = {warning.at.start for warning in said if warning.at is not None}
    ahead: dict[str, int] = {}
    warnings: list[Warning] = []
    for draft, place in zip(drafts, found, strict=True):
        mark = draft.pieces[0].mark if draft.marked else None
        if mark is None or place is None or not mark.values or mark.value == numerals.LAST:
            continue
        row, number = _COUNT.fullmatch(place).groups()  # type: ignore[union-attr]
        first = draft.pieces[0].stretches(draft.pieces[0].start, draft.pieces[0].start + 1)
        differs = mark.value - int(number)
        if differs != ahead.get(row, 0) and not (first and first[0].start in known):
            warnings.append(Warning(Caution.COUNTED, {"number": mark.number or "", "place": place}, first[0] if first else None))
        ahead[row] = differs
    return warnings


_COUNT = re.compile(r"(.*?)(\d+)")


def _listed(printed: Sequence[str]) -> str:
    return " ".join(printed) if len(printed) <= 6 else f"{' '.join(printed[:3])} … {printed[-1]}"


def _left_out(left_out: Sequence[LeftOut], parts: Sequence[Part]) -> tuple[LeftOut, ...]:
    """What was left out, less the signs inside a mark that stand in it as printed (`1\\.`)."""
    taken = [part.marked for part in parts if part.marked is not None]
    inside = {at for stretch in taken for at in range(stretch.start, stretch.end)}
    return tuple(item for item in left_out if not len(item.at) or not all(at in inside for at in (item.at.start, item.at.end - 1)))


def _in_order(parts: Sequence[Part], notes: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with the footnotes where they stand in the source; those without words come last."""
    rows = [(part.marked or (part.at[0] if part.at else None), index, part) for index, part in enumerate([*parts, *notes])]
    end = max((stretch.end for stretch, *_ in rows if stretch), default=0)
    rows.sort(key=lambda row: (row[0].start if row[0] else end, row[1]))
    moved = {old: new for new, (_, old, _) in enumerate(rows)}
    return tuple(replace(part, hangs_on=moved[part.hangs_on]) if part.hangs_on is not None else part for _, _, part in rows)
