"""The house rules for coding: force, precision, dates, vocabulary (codebook, 2 and 3). Each rule's docstring is the rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from models.records.places import place, text_of
from models.records.terms import Force, Precision
from models.records.texts import Commitment, Provision
from models.register.register import Register
from models.rules.alike import difference
from models.rules.faults import Fault, rule
from models.rules.numbering import is_numbered_well
from models.rules.walks import each_commitment


@rule
def every_provision_is_coded(register: Register, today: dt.date) -> Iterator[Fault]:
    """A provision carries either commitments or its own force (`records` or `states`), themes and summary, never both."""
    for provision in register.provision_by_id.values():
        subject = f"provision:{provision.id}"
        if provision.commitments:
            if provision.force or provision.summary or provision.themes:
                yield Fault(
                    subject,
                    ("force",) if provision.force else ("summary",),
                    "coding",
                    f"{provision.id}: its commitments carry force, themes and summary; remove them from the provision",
                )
            continue
        if any(lost[:-1] == provision.id and lost[-1:].isalpha() for lost in register.lost):
            continue  # its commitment is withheld, and that is said already
        if provision.force not in (Force.RECORDS, Force.STATES):
            yield Fault(
                subject,
                ("force",),
                "coding",
                f"{provision.id}: without a commitment its force is records or states; from hopes up it needs a commitment",
            )
        if provision.summary is None or not provision.themes:
            yield Fault(subject, (), "coding", f"{provision.id}: without a commitment it needs a theme and a summary of its own")


@rule
def force_and_precision_fit(register: Register, today: dt.date) -> Iterator[Fault]:
    """From `hopes` up a commitment has a precision; a promise in name only stands in a numbered commitment or an article, has force `states`, and neither precision nor test."""
    for provision, commitment in each_commitment(register):
        subject = f"commitment:{commitment.id}"
        if commitment.in_name_only:
            if not _is_listed(provision) or commitment.force is not Force.STATES:
                yield Fault(
                    subject,
                    ("force",),
                    "force",
                    f"{commitment.id}: only a numbered commitment or article whose verbs bind nobody is recorded below hopes, and then as states",
                )
            elif len(provision.commitments) > 1:
                yield Fault(
                    subject, ("force",), "force", f"{commitment.id}: the stating parts of a mixed commitment get no record of their own"
                )
            if commitment.precision or commitment.test:
                yield Fault(
                    subject,
                    ("precision",) if commitment.precision else ("test",),
                    "precision",
                    f"{commitment.id}: a promise in name only has no precision and no test",
                )
        elif commitment.precision is None:
            yield Fault(subject, (), "precision", f"{commitment.id}: precision is missing; from hopes up every commitment has one")
        if commitment.assessable and commitment.test is None:
            yield Fault(
                subject,
                (),
                "test",
                f"{commitment.id}: a commitment of {commitment.precision} needs a test: what would count as started, partly done and done",
            )
        if commitment.precision is Precision.ASPIRATION and commitment.test is not None:
            yield Fault(subject, ("test",), "test", f"{commitment.id}: an aspiration cannot be tested; remove the test or code it higher")


def _is_listed(provision: Provision) -> bool:
    at = place(provision.local)
    return at is not None and at.listed


@rule
def tests_say_from_when_and_over_whom(register: Register, today: dt.date) -> Iterator[Fault]:
    """A test has a first day (or counts acts of any day), and says over whom it counts and whether they can be listed; what it replaced is in order of time."""
    for _, commitment in each_commitment(register):
        subject, test = f"commitment:{commitment.id}", commitment.test
        adopted = register.declaration_by_id[commitment.declaration].adopted
        if test and commitment.assessable and (test.first_day is None or test.counted is None or test.listed is None):
            lacking = [name for name in ("first_day", "counted", "listed") if getattr(test, name) is None]
            words = f"add {', '.join(lacking)}: from which day acts count, over whom, and whether they can be listed"
            yield Fault(subject, ("test",), "test", f"{commitment.id}: the test lets two readers count differently; {words}")
        if test and isinstance(test.first_day, dt.date) and test.first_day < adopted:
            words = f"before it was adopted on {adopted}; write any if what was there before counts"
            yield Fault(subject, ("test", "first_day"), "test", f"{commitment.id}: acts count from {test.first_day}, {words}")
        days = [earlier.until for earlier in commitment.earlier_tests]
        if days != sorted(set(days)) or any(not adopted <= day <= today for day in days):
            words = "replaced tests stand in the order of their days, none of them before the adoption or after today"
            yield Fault(subject, ("earlier_tests",), "test", f"{commitment.id}: {words}")
        days = [recoding.on for recoding in commitment.recoded]
        if days != sorted(set(days)) or any(not adopted <= day <= today for day in days):
            words = "recodings stand in the order of their days, none of them before the adoption or after today"
            yield Fault(subject, ("recoded",), "coding", f"{commitment.id}: {words}")


@rule
def dates_and_numbers_are_for_the_dated(register: Register, today: dt.date) -> Iterator[Fault]:
    """What is `dated` has a due day or a number to reach, and nothing else has; a due day lies after adoption and says which words set it."""
    for _, commitment in each_commitment(register):
        subject = f"commitment:{commitment.id}"
        if commitment.precision is Precision.DATED and commitment.due is None and commitment.target is None:
            yield Fault(
                subject, ("precision",), "due", f"{commitment.id}: dated means a day or a number; add due or target, or code it checkable"
            )
        if commitment.precision is not Precision.DATED and (commitment.due or commitment.target):
            yield Fault(
                subject,
                ("due",) if commitment.due else ("target",),
                "due",
                f"{commitment.id}: a due day or a target makes it dated; the precision says {commitment.precision}",
            )
        yield from _within(register, commitment)
        if commitment.due and not commitment.due_words:
            yield Fault(subject, ("due",), "due-words", f"{commitment.id}: due_words is missing; copy the words that set the day")
        declaration = register.declaration_by_id[commitment.declaration]
        if commitment.due and commitment.due < declaration.adopted:
            yield Fault(
                subject, ("due",), "due", f"{commitment.id}: due on {commitment.due}, before it was adopted on {declaration.adopted}"
            )


def _within(register: Register, commitment: Commitment) -> Iterator[Fault]:
    """A due day that comes with a forum is that forum's last, and lies in the month or year that the words name."""
    subject, within, forum = f"commitment:{commitment.id}", commitment.due_within, register.declaration_by_id[commitment.declaration].forum
    if within is None:
        return
    if commitment.due is None or not within.first <= commitment.due <= within.last or within.first == within.last:
        words = f"due_within {within} is a month or a year in which `due` lies; leave it out where the words themselves name the day"
        yield Fault(subject, ("due_within",), "due", f"{commitment.id}: {words}")
    elif not any(each.number > forum and each.end == commitment.due for each in register.forums) and register.knows_all_forums:
        words = f"due_within is for a day that comes with a later forum, and none in forums.yaml ends on {commitment.due}"
        yield Fault(subject, ("due_within",), "due", f"{commitment.id}: {words}")


@rule
def the_vocabulary_is_closed(register: Register, today: dt.date) -> Iterator[Fault]:
    """Themes, groups and bodies are those of vocabulary.yaml."""
    themes, groups, bodies = set(register.theme_by_id), set(register.group_by_id), set(register.body_by_id)

    def unknown(subject: str, field: str, words: Iterable[str], known: set[str], named: str) -> Iterator[Fault]:
        for index, word in enumerate(words):
            if word not in known and not register.is_lost("vocabulary", word):
                yield Fault(
                    subject,
                    (field, index),
                    "vocabulary",
                    f"“{word}” is not among the {named} of vocabulary.yaml; use one that is there or add it with its meaning",
                )

    for provision in register.provision_by_id.values():
        yield from unknown(f"provision:{provision.id}", "themes", provision.themes, themes, "themes")
        yield from unknown(f"provision:{provision.id}", "groups", provision.groups, groups, "groups")
    for _, commitment in each_commitment(register):
        subject = f"commitment:{commitment.id}"
        yield from unknown(subject, "themes", commitment.themes, themes, "themes")
        yield from unknown(subject, "groups", commitment.groups, groups, "groups")
        for field in ("by", "to", "partners"):
            yield from unknown(subject, field, getattr(commitment, field), bodies, "bodies")
    for body in register.bodies:
        yield from unknown(f"bodies:{body.id}", "succeeds", body.succeeds, bodies, "bodies")
        if body.succeeds and (body.begins is None or body.id in body.succeeds):
            words = "another body, and only from its own first day on: add begins"
            yield Fault(f"bodies:{body.id}", ("succeeds",), "vocabulary", f"{body.id}: it succeeds {words}")
        if body.announced and (body.begins is None or body.announced >= body.begins):
            words = "only of a body that begins later, and before its first day"
            yield Fault(f"bodies:{body.id}", ("announced",), "vocabulary", f"{body.id}: `announced` is said {words}")
        for before in (register.body_by_id[id_] for id_ in body.succeeds if id_ in bodies and id_ != body.id):
            if before.begins and body.begins and before.begins >= body.begins:
                words = f"{before.id}, which began no earlier ({before.begins}); a body succeeds one that was there before it"
                yield Fault(f"bodies:{body.id}", ("succeeds",), "vocabulary", f"{body.id}: it succeeds {words}")
    for forum in register.forums:
        for field in ("hosts", "organizers"):
            yield from unknown(f"forum:{forum.number}", field, getattr(forum, field), bodies, "bodies")


@rule
def codings_cover_the_text(register: Register, today: dt.date) -> Iterator[Fault]:
    """Each coder coded every provision of the declaration once it was there, and every unit is quoted to the letter; so with what was settled."""
    texts = {provision.id: provision.text for provision in register.provision_by_id.values()}
    for settled in register.settlements:
        subject, here = (
            f"settlements:{settled.declaration}",
            [coding for coding in register.codings if coding.declaration == settled.declaration],
        )
        if settled.settled > today or any(coding.coded > settled.settled for coding in here):
            words = f"settled on {settled.settled}, which has not come or lies before the codings"
            yield Fault(subject, ("settled",), "date", words)
        for index, each in enumerate(settled.differences):
            if text_of(each.provision) != settled.declaration:
                words = f"{each.provision} is not in the declaration that this file is named by; settle it in the file of its own"
                yield Fault(subject, ("differences", index, "provision"), "reference", words)
    for coding in register.codings:
        subject = f"coding:{coding.coder}/{coding.declaration}"
        given = [provision.id for provision in coding.provisions]
        declaration = register.declaration_by_id.get(coding.declaration)
        if coding.coded > today or (declaration and coding.coded < declaration.adopted <= today):
            words = f"{coding.declaration}: coded on {coding.coded}, which has not come or lies before the declaration was adopted"
            yield Fault(subject, ("coded",), "date", words)
        # A declaration that is itself incomplete or misnumbered says so once; its codings do not repeat it.
        if (
            declaration
            and not any(lost.startswith(coding.declaration) for lost in register.lost)
            and is_numbered_well(register, declaration)
        ):
            wanted = [provision.local for provision in declaration.provisions]
            if given != wanted:
                coded, there = set(given), set(wanted)
                missing, surplus = [place for place in wanted if place not in coded], [place for place in given if place not in there]
                what = "; ".join(
                    [f"{', '.join(places)} {word}" for places, word in ((missing, "missing"), (surplus, "not in the text")) if places]
                    or ["they stand in another order, or one twice"]
                )
                yield Fault(
                    subject,
                    ("provisions",),
                    "coverage",
                    f"{coding.declaration}: the {coding.coder} coding lists other provisions than the declaration: {what}",
                )
        for i, provision in enumerate(coding.provisions):
            for j, unit in enumerate(provision.units):
                text = texts.get(f"{coding.declaration}-{provision.id}", unit.quote)
                if unit.quote not in text:
                    words = f"this quote of the {coding.coder} coding is not in the paragraph"
                    yield Fault(
                        subject,
                        ("provisions", i, "units", j, "quote"),
                        "quote",
                        f"{coding.declaration}-{provision.id}: {difference(unit.quote, text, 'the paragraph') or words}",
                    )
