"""The house rules for sources: whose word they are (codebook, 4). Each rule's docstring is the rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from models.records.evidence import Evidence, Review, Reviews
from models.records.terms import Basis, Grade
from models.register.register import Register
from models.register.withheld import WithheldReview
from models.rules.faults import Fault, rule


def basis_faults(name: str, grade: Grade, basis: Basis | None) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a grade and how it was judged: field, code, sentence. Serves the check and the form alike."""
    if basis is None:
        if grade is Grade.INDEPENDENT:
            yield (
                "grade",
                "basis",
                f"{name}: it says independent; say in basis how that was judged, such as own-reporting, audit or research",
            )
    elif grade is Grade.INDEPENDENT and not basis.independent:
        yield "basis", "basis", f"{name}: {basis} is the word of whoever promised or of somebody close to them; grade it self-reported"
    elif grade is Grade.SELF_REPORTED and basis.independent:
        yield "basis", "basis", f"{name}: {basis} is somebody else's word; grade it independent, or give the reason why it is not"
    elif grade in (Grade.PRIMARY, Grade.INFERRED):
        yield "basis", "basis", f"{name}: only independent and self-reported sources have a basis; remove this line"


@rule
def sources_say_whose_word_they_are(register: Register, today: dt.date) -> Iterator[Fault]:
    """An independent source says, itself or in its last review, how that was judged."""
    for source in register.evidence:
        if source.basis is None and register.review_of(source):
            continue
        for field, code, sentence in basis_faults(source.id, source.grade, source.basis):
            yield Fault(f"evidence:{source.id}", (field,), code, sentence)


@rule
def reviews_are_of_sources_on_record(register: Register, today: dt.date) -> Iterator[Fault]:
    """A review names sources on record, each once; it says why where it changes a grade, and is written by today and after the source was seen."""
    for reviews in register.reviews:
        subject = f"review:{reviews.id}"
        if reviews.reviewed > today:
            yield Fault(subject, (), "future", f"the review of {reviews.reviewed} lies in the future; today is {today}")
        before = set[str]()
        for index, review in enumerate(reviews.sources):
            here = ("sources", index)
            if review.source in before:
                yield Fault(subject, (*here, "source"), "duplicate-id", f"{review.source} is reviewed twice here; keep one of the two")
            before.add(review.source)
            source = register.evidence_by_id.get(review.source)
            if source is None:
                if not register.is_lost("evidence", review.source):
                    yield Fault(subject, (*here, "source"), "reference", f"there is no evidence {review.source}")
                continue
            for field, code, sentence in basis_faults(review.source, review.grade, review.basis):
                yield Fault(subject, (*here, field), code, sentence)
            yield from _changed_for_a_reason(subject, here, reviews, review, source)


def refused(register: Register, faults: Collection[Fault]) -> list[WithheldReview]:
    """The reviews that break a rule: what their sources count as nobody can tell until they are mended."""
    places = {(fault.subject, fault.at[1] if fault.at else None) for fault in faults}
    return [
        WithheldReview(reviews.id, reviews.reviewed, review.source)
        for reviews in register.reviews
        for index, review in enumerate(reviews.sources)
        if (f"review:{reviews.id}", index) in places or (f"review:{reviews.id}", None) in places
    ]


def _changed_for_a_reason(subject: str, here: tuple[str | int, ...], reviews: Reviews, review: Review, source: Evidence) -> Iterator[Fault]:
    if review.grade is not source.grade and review.because is None:
        words = f"{source.id}: recorded as {source.grade}, reviewed as {review.grade}; say in because (English and Korean) why"
        yield Fault(subject, here, "reason", words)
    if reviews.reviewed < source.seen:
        yield Fault(subject, here, "date", f"{source.id}: reviewed on {reviews.reviewed}, before it was seen on {source.seen}")
