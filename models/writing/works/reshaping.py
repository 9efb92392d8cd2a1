"""What somebody does by hand to the parts of a text that was read: each a function from one state of the work to the next.

No character of the source is lost by any of them: it stands in the words of a part, in its mark, or in what is left out, and only words
that are typed (`reworded`) are somebody's own. Places are reckoned anew each time, until the parts were said to be right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.texts.parts import Kind, LeftOut, Part, Reading, Why
from models.texts.source import Stretch
from models.writing.works.places import with_places
from models.writing.works.said import said
from models.writing.works.work import Facts, Work, WorkedPart

Place = Callable[[int], int | None]


class Settled(Exception):
    """The parts were said to be right, so they stay as they are until that is taken back."""


def begun(reading: Reading, facts: Facts | None = None) -> Work:
    """A text as it was read, with nothing done to it."""
    parts = [_worked(part) for part in reading.parts]
    known = facts or said(reading)
    placed = with_places(parts)
    return Work(source=reading.source, parts=placed, left_out=list(reading.left_out), warnings=list(reading.warnings), facts=known)


def _worked(part: Part) -> WorkedPart:
    return WorkedPart(
        kind=part.kind,
        text=part.text,
        at=list(part.at),
        number=part.number,
        mark=part.mark,
        marked=part.marked,
        level=part.level,
        place=part.place,
        title=part.title,
        after=part.after,
        hangs_on=part.hangs_on,
    )


# one part ---------------------------------------------------------------------------------------------------------------


def renumbered(work: Work, index: int, number: str | None) -> Work:
    """A part with another printed number; None for one that has none."""
    return _with(work, index, number=number or None)


def retyped(work: Work, index: int, kind: Kind) -> Work:
    """A part of another kind. What becomes a footnote hangs on the provision before it; what stops being one hangs nowhere."""
    changes: dict[str, object] = {"kind": kind}
    if kind is Kind.FOOTNOTE:
        before = [each for each in range(index) if work.parts[each].kind.is_provision]
        changes |= {"hangs_on": before[-1] if before else None, "after": None}
    elif work.parts[index].kind is Kind.FOOTNOTE:
        changes |= {"hangs_on": None, "after": None}
    return _with(work, index, **changes)


def levelled(work: Work, index: int, level: int) -> Work:
    """A part so deep: 1 for what stands alone, 2 for what is part of a numbered one."""
    return _with(work, index, level=max(1, level))


def reworded(work: Work, index: int, text: str) -> Work:
    """A part with words that somebody typed; it says so from then on."""
    words = _spaced(text)
    if words == work.parts[index].text:
        return work
    return _with(work, index, text=words, by_hand=True)


def hung(work: Work, index: int, on: int, after: str) -> Work:
    """A footnote on another provision, after these words of it."""
    return _with(work, index, hangs_on=on, after=after or None)


def with_footnote(work: Work, index: int, number: str, after: str) -> Work:
    """A footnote whose mark stands in a part while its words are missing from the copy; they can be typed, or why they are missing."""
    _open(work)
    note = WorkedPart(kind=Kind.FOOTNOTE, text="", number=number or None, mark=number, hangs_on=index, after=after or None, by_hand=True)
    return _reshaped(work, [*work.parts[: index + 1], note, *work.parts[index + 1 :]], lambda old: old if old <= index else old + 1)


def explained(work: Work, index: int, note_en: str, note_ko: str) -> Work:
    """A footnote whose words are missing from the copy, with the reason."""
    return _with(work, index, note_en=_spaced(note_en), note_ko=_spaced(note_ko))


def titled(work: Work, index: int, title: str) -> Work:
    """An article with another heading, or with none."""
    words = " ".join(title.split())
    return work if words == (work.parts[index].title or "") else _with(work, index, title=words or None, by_hand=True)


def with_mark(work: Work, index: int, letters: int, number: str | None) -> Work:
    """The first letters of a part's words made its mark, as where a number was taken for a word."""
    _open(work)
    part = work.parts[index]
    if part.mark or not 0 < letters < len(part.text):
        return work
    placed = placed_letters(work, part)
    rest = part.text[letters:].lstrip()
    marked = _joined([at for at in placed[:letters] if at is not None])
    at = _joined([each for each in placed[len(part.text) - len(rest) :] if each is not None])
    new = {"text": rest, "mark": part.text[:letters].strip(), "number": number, "marked": marked[0] if marked else None, "at": at}
    return _with(work, index, **new)


# several parts ----------------------------------------------------------------------------------------------------------


def merged(work: Work, index: int, *, as_paragraph: bool = False) -> Work:
    """A part and the next one of the text as one; the mark of the second is among the words then.

    With `as_paragraph` the second begins a line of its own, as an unnumbered paragraph below a numbered one does.
    """
    _open(work)
    after = index + 1
    if after >= len(work.parts):
        return work
    one, other = work.parts[index], work.parts[after]
    rest = " ".join(each for each in (other.mark, other.text) if each)
    between = "\n" if as_paragraph else " "
    words = f"{one.text}{between}{rest}".strip()
    at = [*one.at, *([other.marked] if other.marked and other.mark else []), *other.at]
    new = one.model_copy(update={"text": words, "at": _tidy(at), "by_hand": one.by_hand or other.by_hand})
    parts = [*work.parts[:index], new, *work.parts[after + 1 :]]
    return _reshaped(work, parts, lambda old: old if old <= index else old - 1)


def split(work: Work, index: int, at: int) -> Work:
    """A part as two, the second from this letter on; it has no number until it is given one."""
    _open(work)
    part = work.parts[index]
    left, right = part.text[:at].rstrip(), part.text[at:].lstrip()
    if not left or not right:
        return work
    placed = placed_letters(work, part)
    first = _joined([each for each in placed[: len(left)] if each is not None])
    second = _joined([each for each in placed[len(part.text) - len(right) :] if each is not None])
    one = part.model_copy(update={"text": left, "at": first})
    other = part.model_copy(update={"text": right, "at": second, "number": None, "mark": "", "marked": None, "title": None})
    parts = [*work.parts[:index], one, other, *work.parts[index + 1 :]]

    def moved(old: int) -> int:
        return old if old <= index else old + 1

    done = _reshaped(work, parts, moved)
    for number, note in enumerate(done.parts):
        if note.kind is Kind.FOOTNOTE and note.hangs_on == index and note.after and note.after not in left and note.after in right:
            done.parts[number] = note.model_copy(update={"hangs_on": index + 1})
    return done


def moved(work: Work, index: int, to: int) -> Work:
    """A part at another place in the order, as where a file gave its columns in the wrong one."""
    _open(work)
    order = [each for each in range(len(work.parts)) if each != index]
    order.insert(max(0, min(to, len(order))), index)
    return _reshaped(work, [work.parts[each] for each in order], order.index)


def taken_away(work: Work, index: int, start: int = 0, end: int | None = None) -> Work:
    """Some letters of a part, or all of it, left out by hand."""
    _open(work)
    part = work.parts[index]
    stop = len(part.text) if end is None else end
    gone, rest = part.text[start:stop], _spaced(f"{part.text[:start]} {part.text[stop:]}")
    if not gone.strip():
        return work
    placed = placed_letters(work, part)
    at = _joined([each for each in placed[start:stop] if each is not None])
    if part.text[:start].strip() and part.text[stop:].strip() and not (part.text[start - 1].isspace() or part.text[stop].isspace()):
        rest = part.text[:start] + part.text[stop:]
    if rest:
        left = _joined([each for each in [*placed[:start], *placed[stop:]] if each is not None])
        parts = [*work.parts[:index], part.model_copy(update={"text": rest, "at": left}), *work.parts[index + 1 :]]
        done = _reshaped(work, parts, lambda old: old)
    else:
        at = _tidy([*([part.marked] if part.marked else []), *part.at])
        parts = [*work.parts[:index], *work.parts[index + 1 :]]
        done = _reshaped(work, parts, lambda old: None if old == index else old if old < index else old - 1)
    text = work.source.text
    left_out = [LeftOut(each, text[each.start : each.end], Why.BY_HAND) for each in at]
    all_out = sorted([*work.left_out, *left_out], key=lambda each: each.at.start)
    return done.model_copy(update={"left_out": all_out, "taken_away": [*work.taken_away, *at]})


def put_back(work: Work, which: LeftOut) -> Work:
    """Something that was left out, put back where it stood: into the part around it, or as a paragraph of its own."""
    _open(work)
    if which not in work.left_out:
        return work
    left_out = [each for each in work.left_out if each != which]
    away = [each for each in work.taken_away if each != which.at]
    base = work.model_copy(update={"left_out": left_out, "taken_away": away, "put_back": [*work.put_back, which.at]})
    words = " ".join(which.text.split())
    if not words:
        return base
    around = next((n for n, each in enumerate(work.parts) if each.at and _is_within(work, each, which.at)), None)
    if around is not None:
        part = work.parts[around]
        text, at = _inserted(work, part, which, words)
        parts = [*work.parts[:around], part.model_copy(update={"text": text, "at": at}), *work.parts[around + 1 :]]
        return _reshaped(base, parts, lambda old: old)
    new = WorkedPart(kind=Kind.PARAGRAPH, text=words, at=[which.at])
    before = [n for n, each in enumerate(work.parts) if each.at and each.kind is not Kind.FOOTNOTE and each.at[0].start < which.at.start]
    here = before[-1] + 1 if before else 0
    return _reshaped(base, [*work.parts[:here], new, *work.parts[here:]], lambda old: old if old < here else old + 1)


def all_parted(work: Work) -> Work:
    """The parts said to be right: coding can begin, and places stay as they are."""
    return work.model_copy(update={"parts": with_places(work.parts), "parted": True})


def not_parted(work: Work) -> Work:
    """Taken back, so that the parts can be changed again; the store lets that happen only while nobody codes."""
    return work.model_copy(update={"parted": False})


# letters of the source --------------------------------------------------------------------------------------------------


def placed_letters(work: Work, part: WorkedPart) -> list[int | None]:
    """Where in the source each letter of a part stands; None for a blank in place of the end of a line, and for typed words."""
    there = [at for stretch in part.at for at in range(stretch.start, stretch.end)]
    source, found, next_ = work.source.text, list[int | None](), 0
    for letter in part.text:
        while next_ < len(there) and source[there[next_]] != letter and source[there[next_]].isspace():
            next_ += 1
        if next_ < len(there) and source[there[next_]] == letter:
            found.append(there[next_])
            next_ += 1
        else:
            found.append(None)
    return found


def _is_within(work: Work, part: WorkedPart, at: Stretch) -> bool:
    """Whether it stood among the words of this part, or so near to them that no line ends in between."""
    first, last = min(each.start for each in part.at), max(each.end for each in part.at)
    if part.marked is not None and part.marked.end <= at.start < first:
        return True
    if first < at.end and at.start < last:
        return True
    source = work.source.text
    return (at.start >= last and "\n" not in source[last : at.end]) or (at.end <= first and "\n" not in source[at.start : first])


def _inserted(work: Work, part: WorkedPart, which: LeftOut, words: str) -> tuple[str, list[Stretch]]:
    """The words of a part with those put back among them, blanks only where the source has some."""
    placed = placed_letters(work, part)
    before = [n for n, at in enumerate(placed) if at is not None and at < which.at.start]
    cut = before[-1] + 1 if before else 0
    left, right = part.text[:cut], part.text[cut:]
    after = next((at for at in placed[cut:] if at is not None), None)
    plain = which.why is Why.HYPHEN
    blank_before = left and not plain and _is_blank_between(work, (placed[cut - 1] or 0) + 1, which.at.start, which.text[:1])
    blank_after = right and not plain and after is not None and _is_blank_between(work, which.at.end, after, which.text[-1:])
    text = f"{left}{' ' if blank_before else ''}{words}{' ' if blank_after else ''}{right}"
    return (text if plain else _spaced(text)), _around(placed, cut, which.at)


def _is_blank_between(work: Work, start: int, end: int, beside: str) -> bool:
    """Whether the source has a blank there that parts two words, and none that breaks a word or went with what is left out."""
    parting = (Why.LINE_BREAK, Why.BLANKS)
    out = [each.at for each in work.left_out if each.why not in parting and each.at.start < end and start < each.at.end]
    blanks = (at for at in range(start, end) if work.source.text[at].isspace())
    return beside.isspace() or any(not any(each.start <= at < each.end for each in out) for at in blanks)


def _around(placed: Sequence[int | None], cut: int, at: Stretch) -> list[Stretch]:
    """The stretches of a part with one more where its words are cut."""
    before, after = ([each for each in letters if each is not None] for letters in (placed[:cut], placed[cut:]))
    return _tidy([*_joined(before), at, *_joined(after)])


def _spaced(words: str) -> str:
    """Words with one blank between them, and each paragraph on a line of its own."""
    return "\n".join(line for line in (" ".join(line.split()) for line in words.splitlines()) if line)


def _joined(letters: Sequence[int]) -> list[Stretch]:
    return _tidy([Stretch(at, at + 1) for at in letters])


def _tidy(stretches: Sequence[Stretch]) -> list[Stretch]:
    """In the order given, neighbours joined."""
    found: list[Stretch] = []
    for each in stretches:
        if found and found[-1].end == each.start:
            found[-1] = Stretch(found[-1].start, each.end)
        else:
            found.append(each)
    return found


# the next state ---------------------------------------------------------------------------------------------------------


def _open(work: Work) -> None:
    if work.parted:
        raise Settled("the parts were said to be right; take that back before you change them")


def _with(work: Work, index: int, **changes: object) -> Work:
    _open(work)
    parts = [part.model_copy(update=changes) if n == index else part for n, part in enumerate(work.parts)]
    return _reshaped(work, parts, lambda old: old)


def _reshaped(work: Work, parts: Sequence[WorkedPart], place: Place) -> Work:
    """The work with these parts: footnotes hang where what they hang on stands by now, and all places are reckoned anew."""
    hung_on = [
        part.model_copy(update={"hangs_on": place(part.hangs_on)})
        if part.hangs_on is not None and place(part.hangs_on) != part.hangs_on
        else part
        for part in parts
    ]
    return work.model_copy(update={"parts": with_places(hung_on)})
