"""The house rules for the words of the texts (codebook, 1): quotes, verbs, footnotes and headings stand where they are said to."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterator

from models.register.register import Register
from models.rules.alike import difference
from models.rules.faults import Fault, rule
from models.rules.walks import each_commitment


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
