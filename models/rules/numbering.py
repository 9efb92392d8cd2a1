"""The house rules for forums and the words of their texts (codebook, 1). Each rule's docstring is the rule."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from models.reading.problems import Location
from models.records.fields import Bilingual, Record
from models.records.notes import Judgement
from models.records.terms import Holding
from models.records.texts import Commitment, Declaration, Provision
from models.register.register import Register
from models.rules.faults import Fault, rule

HANGUL = re.compile(r"[가-힣]")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FAR = 1_000
"""A number this much higher than expected is a slip of the pen, not a row of lost paragraphs."""


def each_provision(register: Register) -> Iterator[tuple[Declaration, int, Provision]]:
    for declaration in register.declarations:
        for position, provision in enumerate(declaration.provisions):
            yield declaration, position, provision


def each_commitment(register: Register) -> Iterator[tuple[Provision, Commitment]]:
    for _, _, provision in each_provision(register):
        for commitment in provision.commitments:
            yield provision, commitment


# ids ---------------------------------------------------------------------------------------------------------------


@rule
def ids_are_unique(register: Register, today: dt.date) -> Iterator[Fault]:
    """No two records of a kind have the same id."""
    kinds: list[tuple[str, Iterable[str]]] = [
        ("provision", (provision.id for _, _, provision in each_provision(register))),
        ("forum", (str(forum.number) for forum in register.forums)),
        ("themes", (theme.id for theme in register.themes)),
        ("groups", (group.id for group in register.groups)),
        ("bodies", (body.id for body in register.bodies)),
        ("evidence", (evidence.id for evidence in register.evidence)),
    ]
    # Letters are counted inside each copy of a paragraph: a paragraph that stands twice is one mistake.
    kinds.extend(("commitment", [commitment.id for commitment in provision.commitments]) for _, _, provision in each_provision(register))
    for kind, ids in kinds:
        for id_, times in Counter(ids).items():
            for copy in range(2, times + 1):
                yield Fault(f"{kind}:{id_}#{copy}", (), "duplicate-id", f"{id_}: this id is used {times} times; give each record its own")


@rule
def provisions_stand_in_the_order_of_the_text(register: Register, today: dt.date) -> Iterator[Fault]:
    """Numbered paragraphs, then numbered commitments, each counted up without a gap; intro first, close last."""
    for declaration in register.declarations:
        yield from _numbering_faults(register, declaration)


def _numbering_faults(register: Register, declaration: Declaration) -> Iterator[Fault]:
    places = [provision.local for provision in declaration.provisions]
    kinds = [place if place in ("intro", "close") else place[0] for place in places]
    ranks = [["intro", "p", "c", "close"].index(kind) for kind in kinds]
    early = next((index for index in range(1, len(ranks)) if ranks[index] < ranks[index - 1]), None)
    if early is not None:
        here = f"{declaration.id}-{places[early]}"
        yield Fault(
            f"provision:{here}",
            ("id",),
            "order",
            f"{here}: it stands after {places[early - 1]}; provisions stand as in the text: intro, p1 …, c1 …, close",
        )
    for kind in ("p", "c"):
        numbers = [int(place[1:9]) for place, its in zip(places, kinds, strict=True) if its == kind]
        break_ = _first_break(numbers, partial(_is_lost, register, "declarations", f"{declaration.id}-{kind}"))
        moved = break_ is not None and early is not None and places[early] == f"{kind}{break_[1]}"
        if break_ is None or moved:
            continue
        here = f"{declaration.id}-{next(place for place in places if place[0] == kind and place[1:9] == str(break_[0]))}"
        if break_[1] in numbers:
            yield Fault(
                f"provision:{here}",
                ("id",),
                "order",
                f"{here}: {kind}{break_[1]} belongs before it; paragraphs stand in the order of the text",
            )
        else:
            words = f"{here}: {kind}{break_[1]} is expected here; every numbered paragraph is recorded, none is left out"
            yield Fault(f"provision:{here}", ("id",), "gap", words)


def missed_places(register: Register) -> frozenset[str]:
    """The paragraphs that the numbering is found to lack; what names them is no second mistake."""
    found: set[str] = set()
    for declaration in register.declarations:
        numbers: dict[str, list[int]] = {"p": [], "c": []}
        for provision in declaration.provisions:
            if provision.local[1:].isdigit():
                numbers[provision.local[0]].append(int(provision.local[1:9]))
        for kind, given in numbers.items():
            break_ = _first_break(given, partial(_is_lost, register, "declarations", f"{declaration.id}-{kind}"))
            if break_ and break_[1] not in given:
                found.add(f"{declaration.id}-{kind}{break_[1]}")
    return frozenset(found)


def is_numbered_well(register: Register, declaration: Declaration) -> bool:
    places = [provision.id for provision in declaration.provisions]
    return len(set(places)) == len(places) and not any(_numbering_faults(register, declaration))


def _first_break(numbers: list[int], lost: Callable[[int], bool]) -> tuple[int, int] | None:
    """The first number that does not follow from those before it, and the one expected; what comes after would only echo it."""
    expected, repeated = 1, False
    for position, number in enumerate(numbers):
        if number in numbers[:position]:
            repeated = True  # reported as a repeated id; the next may follow it or the number it should have had
            continue
        follows = number == expected or (repeated and number == expected + 1)
        if not follows and (not 0 < number - expected < FAR or not all(lost(missing) for missing in range(expected, number))):
            return number, expected
        expected, repeated = number + 1, False
    return None


def _is_lost(register: Register, kind: str, before: str, number: int) -> bool:
    return register.is_lost(kind, f"{before}{number}")


@rule
def commitments_are_lettered_in_order(register: Register, today: dt.date) -> Iterator[Fault]:
    """The letters of a provision's commitments rise in the order in which their words begin."""
    for provision in register.provision_by_id.values():
        letters = [commitment.letter for commitment in provision.commitments]
        if letters != sorted(letters):
            yield Fault(
                f"provision:{provision.id}",
                ("commitments",),
                "order",
                f"{provision.id}: the commitments are lettered {', '.join(letters)}; put them in order",
            )
            continue
        starts = [provision.text.find(commitment.quote) for commitment in provision.commitments]
        if -1 not in starts and starts != sorted(starts):
            yield Fault(
                f"provision:{provision.id}",
                ("commitments",),
                "order",
                f"{provision.id}: the commitments do not follow the order of the text; sort them by where their quotes begin",
            )


# words -------------------------------------------------------------------------------------------------------------


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
                f"{commitment.id}: this quote is not in the paragraph; {_nearest(commitment.quote, provision.text)}",
            )
            continue
        if commitment.verb not in commitment.quote:
            yield Fault(
                subject, ("verb",), "verb", f"{commitment.id}: “{commitment.verb}” is not in the quote; copy the governing words from it"
            )
        for index, item in enumerate(commitment.items):
            if item.quote not in commitment.quote:
                yield Fault(
                    subject,
                    ("items", index, "quote"),
                    "item",
                    f"{commitment.id}: “{item.quote}” is not in the quote; a checklist names what the words name",
                )
        if commitment.due_words and commitment.due_words not in provision.text:
            yield Fault(
                subject,
                ("due_words",),
                "due-words",
                f"{commitment.id}: “{commitment.due_words}” is not in the paragraph; copy the words that set the date",
            )


def _nearest(quote: str, text: str) -> str:
    """Says what the paragraph has at the first point where it parts from the quote."""
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
                yield Fault(
                    f"declaration:{declaration.id}",
                    ("footnotes", index, "after"),
                    "footnote",
                    f"{declaration.id}: the words “{note.after}” are not in {note.at}; copy the words before the mark",
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
def korean_is_korean(register: Register, today: dt.date) -> Iterator[Fault]:
    """What stands as Korean has Hangul in it, and what stands as English has none outside quotation marks."""
    for subject, at, words in _bilingual(register):
        if words.ko and not HANGUL.search(words.ko):
            yield Fault(subject, (*at, "ko"), "korean", f"“{words.ko[:60]}” is not Korean; write the sentence in Korean")
        if words.en and HANGUL.search(re.sub(r"“[^”]*”|‘[^’]*’|\([^)]*\)", "", words.en)):
            yield Fault(
                subject,
                (*at, "en"),
                "english",
                f"“{words.en[:60]}” has Korean in it; write the sentence in English, Korean names in brackets",
            )


def _bilingual(register: Register) -> Iterator[tuple[str, Location, Bilingual | Judgement]]:
    """Every sentence of ours; names alone, which may be the same in both languages, are left out."""

    def fields(subject: str, record: Record, *names: str) -> Iterator[tuple[str, Location, Bilingual | Judgement]]:
        yield from ((subject, (name,), words) for name in names if (words := getattr(record, name)) is not None)

    for theme in register.themes:
        yield from fields(f"themes:{theme.id}", theme, "definition")
    for body in register.bodies:
        yield from fields(f"bodies:{body.id}", body, "note")
    for forum in register.forums:
        yield from fields(f"forum:{forum.number}", forum, "dates_note", "text_note")
        yield from ((f"forum:{forum.number}", ("notes", index), words) for index, words in enumerate(forum.notes))
    for declaration in register.declarations:
        subject = f"declaration:{declaration.id}"
        yield from ((subject, ("source", *at), words) for _, at, words in fields("", declaration.source, "note"))
        for index, footnote in enumerate(declaration.footnotes):
            yield from ((subject, ("footnotes", index, *at), words) for _, at, words in fields("", footnote, "note"))
    for provision in register.provision_by_id.values():
        yield from fields(f"provision:{provision.id}", provision, "summary")
    for _, commitment in each_commitment(register):
        yield from fields(f"commitment:{commitment.id}", commitment, "summary", "test", "doubt")
    for pledge in register.pledges:
        yield from fields(f"pledge:{pledge.id}", pledge, "title", "object")
        for index, mention in enumerate(pledge.mentions):
            yield from ((f"pledge:{pledge.id}", ("mentions", index, *at), words) for _, at, words in fields("", mention, "because"))
    for evidence in register.evidence:
        yield from fields(f"evidence:{evidence.id}", evidence, "says", "conflict")
    for measure in register.measures:
        yield from fields(f"measure:{measure.id}", measure, "title", "definition", "not_found")
    for note in register.notes:
        yield from fields(f"note:{note.id}", note, "reason", "part")
        if note.search:
            yield f"note:{note.id}", ("search", "where"), note.search.where


# forums ------------------------------------------------------------------------------------------------------------


@rule
def forums_and_declarations_agree(register: Register, today: dt.date) -> Iterator[Fault]:
    """Forums are numbered without a gap, end after they start, lie in the past unless announced, name sources that are listed; a text is on record exactly where a declaration is, one for a forum, adopted while its forum met or after."""
    sources = {source.id for source in register.forum_sources}
    break_ = _first_break([forum.number for forum in register.forums], partial(_is_lost, register, "forums", ""))
    if break_:
        yield Fault(
            f"forum:{break_[0]}",
            ("number",),
            "gap",
            f"forum {break_[0]}: forum {break_[1]} is missing before it; every edition is listed, also those not on record",
        )
    for forum in register.forums:
        subject = f"forum:{forum.number}"
        if forum.end < forum.start:
            yield Fault(subject, ("end",), "date", f"forum {forum.number}: it ends on {forum.end}, before it starts on {forum.start}")
        if forum.start.year != forum.year:
            yield Fault(subject, ("year",), "date", f"forum {forum.number}: the year is {forum.year}, but it starts on {forum.start}")
        if forum.held is Holding.HELD and forum.start > today:
            yield Fault(
                subject,
                ("held",),
                "future",
                f"forum {forum.number}: it starts on {forum.start}, which has not come; until then it is announced",
            )
        if forum.on_record and register.declaration_of(forum.number) is None and not register.is_lost("declarations", str(forum.year)):
            yield Fault(
                subject, ("text",), "text", f"forum {forum.number}: no declaration of it is on record here, so text is known or not-found"
            )
        for index, source in enumerate(forum.sources):
            if source not in sources and not register.is_lost("forums", source):
                yield Fault(
                    subject, ("sources", index), "reference", f"forum {forum.number}: there is no source {source} in the list below"
                )
    for declaration in register.declarations:
        held = register.forum_by_number.get(declaration.forum)
        subject = f"declaration:{declaration.id}"
        if held is None and register.is_lost("forums", str(declaration.forum)):
            continue
        if held is None:
            yield Fault(subject, ("forum",), "reference", f"{declaration.id}: forum {declaration.forum} is not in forums.yaml")
            continue
        if register.declaration_of(declaration.forum) is not declaration:
            yield Fault(
                subject,
                ("forum",),
                "duplicate-id",
                f"{declaration.id}: forum {declaration.forum} has another declaration; one forum adopts one",
            )
            continue
        if declaration.adopted > today:
            yield Fault(
                subject, ("adopted",), "future", f"{declaration.id}: adopted on {declaration.adopted}, which has not come; today is {today}"
            )
            continue
        if not held.start <= declaration.adopted <= held.end + dt.timedelta(days=31):
            yield Fault(
                subject,
                ("adopted",),
                "date",
                f"{declaration.id}: adopted on {declaration.adopted}, but forum {held.number} met from {held.start} to {held.end}",
            )
        if not held.on_record:
            yield Fault(
                f"forum:{held.number}", ("text",), "text", f"forum {held.number}: its declaration is on record here, so text is on-record"
            )
