"""The house rule for our own sentences: each stands in its language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from models.reading.problems import Location
from models.records.fields import Bilingual, Record
from models.records.notes import Judgement
from models.records.texts import CommitmentTest
from models.register.register import Register
from models.rules.faults import Fault, rule
from models.rules.walks import each_commitment

HANGUL = re.compile(r"[가-힣]")


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


def _bilingual(register: Register) -> Iterator[tuple[str, Location, Bilingual | CommitmentTest | Judgement]]:
    """Every sentence of ours; names alone, which may be the same in both languages, are left out."""

    def fields(subject: str, record: Record, *names: str) -> Iterator[tuple[str, Location, Bilingual | CommitmentTest | Judgement]]:
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
        subject = f"commitment:{commitment.id}"
        yield from fields(subject, commitment, "summary", "test", "doubt")
        if commitment.test:
            yield from ((subject, ("test", *at), words) for _, at, words in fields("", commitment.test, "counted"))
        for name, replaced in (("earlier_tests", commitment.earlier_tests), ("recoded", commitment.recoded)):
            for index, earlier in enumerate(replaced):
                yield from ((subject, (name, index, *at), words) for _, at, words in fields("", earlier, "because"))
    for pledge in register.pledges:
        yield from fields(f"pledge:{pledge.id}", pledge, "title", "object")
        for index, mention in enumerate(pledge.mentions):
            yield from ((f"pledge:{pledge.id}", ("mentions", index, *at), words) for _, at, words in fields("", mention, "because"))
    for evidence in register.evidence:
        yield from fields(f"evidence:{evidence.id}", evidence, "says", "conflict")
    for reviews in register.reviews:
        for index, review in enumerate(reviews.sources):
            yield from ((f"review:{reviews.id}", ("sources", index, *at), words) for _, at, words in fields("", review, "because"))
    for index, ruling in enumerate(register.rulings.differences if register.rulings else ()):
        yield "rulings:", ("differences", index, "because"), ruling.because
    for measure in register.measures:
        yield from fields(f"measure:{measure.id}", measure, "title", "definition", "not_found")
    for note in register.notes:
        yield from fields(f"note:{note.id}", note, "reason", "part")
        if note.search:
            yield f"note:{note.id}", ("search", "where"), note.search.where
