"""The house rules for the words of the texts (codebook, 1): they are what was sealed, and quotes, verbs, footnotes and headings stand where they are said to."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from models.reading.problems import Location
from models.records.texts import Declaration
from models.register.register import Register
from models.rules.alike import difference
from models.rules.faults import Fault, rule
from models.rules.walks import each_commitment, each_provision

PARTS = (("headings",), ("footnotes",))
"""Where in a declaration a part stands that can be withheld without the rest."""


@rule
def quotes_are_in_the_text(register: Register, today: dt.date) -> Iterator[Fault]:
    """A commitment's quote stands in its provision to the letter; its verb and checklist stand in its quote; the words that set its date stand in the provision."""
    for provision, commitment in each_commitment(register):
        subject = f"commitment:{commitment.id}"
        if commitment.quote not in provision.text:
            yield Fault(
                subject,
                ("quote",),
                "quote",
                f"{commitment.id}: this quote is not in the paragraph; {_nearest(commitment.quote, provision.text, 'the paragraph')}",
            )
            continue
        if commitment.verb not in commitment.quote:
            why = difference(commitment.verb, commitment.quote, "the quote") or "copy the governing words from it"
            yield Fault(subject, ("verb",), "verb", f"{commitment.id}: “{commitment.verb}” is not in the quote; {why}")
        for index, item in enumerate(commitment.items):
            if item.quote not in commitment.quote:
                why = difference(item.quote, commitment.quote, "the quote") or "a checklist names what the words name"
                yield Fault(subject, ("items", index, "quote"), "item", f"{commitment.id}: “{item.quote}” is not in the quote; {why}")
        if commitment.due_words and commitment.due_words not in provision.text:
            why = difference(commitment.due_words, provision.text, "the paragraph") or "copy the words that set the date"
            yield Fault(subject, ("due_words",), "due-words", f"{commitment.id}: “{commitment.due_words}” is not in the paragraph; {why}")


def _nearest(quote: str, text: str, where: str) -> str:
    """Says in which sign the quote differs, or what the paragraph has at the first point where it parts from the quote."""
    if differs := difference(quote, text, where):
        return differs
    length = bisect.bisect_left(range(1, len(quote) + 1), True, key=lambda end: quote[:end] not in text)
    if length < 8:
        return f"the paragraph begins “{text[:60]}…”"
    start = text.index(quote[:length])
    return f"the paragraph says “…{text[max(0, start + length - 30) : start + length + 30]}…”"


@rule
def footnotes_and_headings_have_their_place(register: Register, today: dt.date) -> Iterator[Fault]:
    """A footnote hangs on words that are there, a heading before a provision that is there; a footnote without text says why."""
    for declaration in register.declarations:
        texts = {provision.local: provision.text for provision in declaration.provisions} | {"title": declaration.title.en}
        for index, note in enumerate(declaration.footnotes):
            if note.at in texts and note.after not in texts[note.at]:
                why = difference(note.after, texts[note.at], note.at) or "copy the words before the mark"
                yield Fault(
                    f"declaration:{declaration.id}",
                    ("footnotes", index, "after"),
                    "footnote",
                    f"{declaration.id}: the words “{note.after}” are not in {note.at}; {why}",
                )
            if note.at not in texts and not register.is_lost("declarations", f"{declaration.id}-{note.at}"):
                yield Fault(
                    f"declaration:{declaration.id}",
                    ("footnotes", index, "at"),
                    "footnote",
                    f"{declaration.id}: there is no {note.at} for this footnote",
                )
            if note.text is None and note.note is None:
                yield Fault(
                    f"declaration:{declaration.id}",
                    ("footnotes", index),
                    "footnote",
                    f"{declaration.id}: footnote {note.mark} has no text; say in a note why",
                )
        for index, heading in enumerate(declaration.headings):
            if heading.before not in texts and not register.is_lost("declarations", f"{declaration.id}-{heading.before}"):
                yield Fault(
                    f"declaration:{declaration.id}",
                    ("headings", index, "before"),
                    "heading",
                    f"{declaration.id}: there is no {heading.before} for this heading",
                )


@rule
def texts_are_as_sealed(register: Register, today: dt.date) -> Iterator[Fault]:
    """An adopted text is sealed, and says to the letter what it said when somebody compared it with its source and sealed it."""
    for declaration in register.declarations:
        found = _seal_is_whole(register, declaration, today)
        yield from [found] if found else _parts_are_as_sealed(declaration)


def without_broken(register: Register, faults: Collection[Fault]) -> Register:
    """The register without the texts and paragraphs whose seal is broken: what else is wrong there would only echo that."""
    copies = Counter(provision.id for _, _, provision in each_provision(register))
    named = {fault.subject.partition(":")[2] for fault in faults if fault.at[:1] not in PARTS}
    gone = frozenset(id_ for id_ in named if copies[id_] < 2)
    declarations = [
        each.model_copy(update={"provisions": [part for part in each.provisions if part.id not in gone]})
        for each in register.declarations
        if each.id not in gone
    ]
    return replace(register, declarations=tuple(declarations), lost=register.lost | gone)


def _seal_is_whole(register: Register, declaration: Declaration, today: dt.date) -> Fault | None:
    """What is wrong with the text as a whole: no seal, or another opening, another order, or fewer parts than were sealed."""
    year, seal = declaration.id, declaration.sealed
    if seal is None:
        words = f"{year}: this text is not sealed; compare it with its source, to the letter, and run: python curate.py seal {year}"
        return Fault(f"declaration:{year}", (), "seal", words)

    def changed(at: Location, what: str) -> Fault:
        return Fault(f"declaration:{year}", at, "seal", f"{year}: {what} {_since(declaration)}")

    now, parts = declaration.digests, seal.parts
    if parts.whole != seal.digest:
        words = f"{year}: this is not the digest of the parts below it, so the seal itself was changed; restore it from git"
        return Fault(f"declaration:{year}", ("sealed", "digest"), "seal", words)
    if not min(declaration.adopted, today) <= seal.on <= today:
        words = f"{year}: a text is sealed after it was adopted and not in the future; {seal.on} cannot be"
        return Fault(f"declaration:{year}", ("sealed", "on"), "date", words)
    if now.opening != parts.opening:
        return changed(("title",), "its title, day, language or epigraphs are not what")
    for name, present, sealed in (("headings", now.headings, parts.headings), ("footnotes", now.footnotes, parts.footnotes)):
        known, here = set(sealed), set(present)
        kept = [digest for digest in present if digest in known]
        fewer = len(present) < len(sealed) and f"{name}/{year}" not in register.lost
        if fewer or kept != [digest for digest in sealed if digest in here]:
            return changed((name,), f"the {name} are fewer than, or stand in another order than, what")
    if missing := [id_ for id_ in parts.provisions if id_ not in now.provisions and not register.is_lost("declarations", f"{year}-{id_}")]:
        return changed(("provisions",), f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing from what")
    if [id_ for id_ in now.provisions if id_ in parts.provisions] != [id_ for id_ in parts.provisions if id_ in now.provisions]:
        return changed(("provisions",), "the paragraphs stand in another order than in what")
    return None


def _parts_are_as_sealed(declaration: Declaration) -> Iterator[Fault]:
    """The paragraphs, headings and footnotes that were changed or added."""
    if declaration.sealed is None:
        return
    parts, seen = declaration.sealed.parts, set[str]()
    for provision in declaration.provisions:
        if provision.local not in seen and parts.provisions.get(provision.local) != provision.digest:
            what = "the words of this paragraph are not" if provision.local in parts.provisions else "this paragraph is not in"
            yield Fault(f"provision:{provision.id}", ("text",), "seal", f"{provision.id}: {what} what {_since(declaration)}")
        seen.add(provision.local)  # a copy under the same id is refused as such
    of_headings = ("headings", [heading.digest for heading in declaration.headings], set(parts.headings))
    of_footnotes = ("footnotes", [note.digest for note in declaration.footnotes], set(parts.footnotes))
    for name, digests, sealed in (of_headings, of_footnotes):
        for index, digest in enumerate(digests):
            if digest not in sealed:
                words = f"{declaration.id}: this {name[:-1]} is not what {_since(declaration)}"
                yield Fault(f"declaration:{declaration.id}", (name, index), "seal", words)


def _since(declaration: Declaration) -> str:
    seal = declaration.sealed
    by = f"{seal.by} sealed on {seal.on}" if seal else "was sealed"
    return f"{by}; python curate.py seal {declaration.id} shows what changed: restore it, or compare it with the source and seal it anew"
