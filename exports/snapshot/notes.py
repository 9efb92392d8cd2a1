"""Where a commitment stood and why: every note up to the day, newest first, and what it means that there is none."""

from __future__ import annotations

import datetime as dt
from typing import Final

from markupsafe import Markup

from exports.snapshot.passages import NOTHING, facts, heading, joined, link, paragraph, points, standing
from exports.snapshot.reading import Reading
from models.records.notes import Judgement, Note, Search
from models.records.terms import Grade, Status
from models.records.texts import Commitment, EarlierTest
from models.register import standing as standings
from models.register.standing import Standing
from models.register.withheld import WithheldNote

CURATORS: Final = {"curation-2026": "notes.by_curation", "second-reading-2026": "notes.by_second_reading"}
"""Those who keep the register, as notes name them, and what readers are told."""


def who(reading: Reading, by: str) -> str:
    """Who judged or compared, as readers are told."""
    return reading.say(CURATORS[by]) if by in CURATORS else by


def story(reading: Reading, commitment: Commitment) -> Markup:
    """What would count, and how the commitment was judged: as a whole, by the own records of single bodies, and what no longer counts."""
    register, say = reading.register, reading.say
    notes = list(reversed(register.notes_of(commitment.id)))
    withheld = register.withheld_of(commitment.id) if commitment.assessable else ()
    whole, own = [each for each in notes if each.actor is None], [each for each in notes if each.actor]
    parts = [test(reading, commitment)]
    if not commitment.assessable:
        parts.append(paragraph(say("notes.in_name_only" if commitment.in_name_only else "notes.not_assessable")))
    elif register.is_hidden(commitment.id, reading.on):
        parts.append(paragraph(say("notes.withheld")))
    elif not whole:
        parts.append(paragraph(say("notes.none", date=say.date(reading.on))))
    parts.append(_listed(reading, whole, [each for each in withheld if each.may_judge(None)]))
    alone = [each for each in withheld if not each.may_judge(None)]
    if own or alone:
        parts += [heading(5, say("commitment.own")), paragraph(say("commitment.own_note"), "small"), _listed(reading, own, alone)]
    if aside := list(reversed(register.set_aside(commitment.id))):
        parts += [heading(5, say.count("notes.set_aside", len(aside))), _listed(reading, aside)]
    return joined(parts)


def test(reading: Reading, commitment: Commitment) -> Markup:
    """What would count, from which day on and over whom, and the tests that were replaced."""
    say, lang, asked = reading.say, reading.lang, commitment.test
    parts = []
    if asked:
        day = asked.first_day
        told = [say("notes.test_any") if day == "any" else say("notes.test_from", date=say.date(day))] if day else []
        told += [say("notes.test_counted", counted=asked.counted[lang].rstrip("."))] if asked.counted else []
        told += [say("notes.test_unlisted")] if asked.listed is False else []
        parts += [paragraph(say("notes.test", test=asked[lang])), paragraph(" ".join(told), "small")]
    for earlier in reversed(commitment.earlier_tests):
        words = say("notes.test_until", date=say.date(earlier.until), because=earlier.because[lang])
        parts.append(paragraph(Markup("{}: {} {}").format(say("notes.tests_before"), earlier[lang], words), "small"))
    return joined(parts)


def _listed(reading: Reading, notes: list[Note], withheld: list[WithheldNote] | None = None) -> Markup:
    """Notes one below the other, those that are withheld at their day among them; of unknown days first."""
    rows = [(each.as_of or dt.date.max, _withheld(reading, each)) for each in withheld or []]
    rows += [(each.as_of, _note(reading, each)) for each in notes]
    rows.sort(key=lambda row: row[0], reverse=True)
    return joined(row for _, row in rows)


def _withheld(reading: Reading, note: WithheldNote) -> Markup:
    """A note that cannot be shown: its file, the day it speaks of, and why."""
    say = reading.say
    key = "notes.withheld_file" if note.commitment and note.as_of else "notes.withheld_anywhere"
    key = "notes.withheld_source" if note.sources else key
    day = say("notes.as_of", date=say.date(note.as_of)) if note.as_of else ""
    head = Markup("<p class='head'>{} <b>{}</b></p>\n").format(standing(say, Standing.WITHHELD), day)
    return Markup("<article class='note'>{}{}</article>\n").format(
        head, paragraph(say(key, file=note.path, sources=", ".join(note.sources)))
    )


def _note(reading: Reading, note: Note) -> Markup:
    say, register, lang = reading.say, reading.register, reading.lang
    body = register.body_by_id.get(note.actor or "")
    whose = say("notes.actor", body=body.name[lang] if body else note.actor) if note.actor else ""
    head = Markup("<p class='head'>{} <b>{}</b> {} <small>{}</small></p>\n").format(
        standing(say, Standing(note.status.value)),
        say("notes.as_of", date=say.date(note.as_of)),
        whose,
        say("notes.written", date=say.date(note.written), by=who(reading, note.by)),
    )
    parts = [head, _why_set_aside(reading, note), said(reading, note.reason)]
    parts += [paragraph(say("notes.corrects", date=say.date(note.as_of)), "small")] if note.corrects else []
    commitment = register.commitment_by_id.get(note.commitment)
    judged_by = commitment.test_on(note.written) if commitment else None
    if isinstance(judged_by, EarlierTest):
        parts.append(paragraph(say("notes.by_earlier_test", test=judged_by[lang]), "small"))
    if note.part:
        parts.append(said(reading, note.part, say("notes.part", part=note.part[lang])))
    cited = [register.evidence_by_id[id_] for id_ in note.evidence if id_ in register.evidence_by_id]
    grades = {register.grade_of(each) for each in cited}
    if cited and note.status is not Status.NO_EVIDENCE and grades <= {Grade.SELF_REPORTED, Grade.INFERRED}:
        parts.append(paragraph(say("notes.self_reported_only"), "small"))
    if note.search:
        parts.append(_search(reading, note.search))
    rows = [
        Markup("{} <small>{}, {}</small>").format(
            link(f"#{reading.at('source', each.id)}", each.title),
            register.publisher(each.publisher, lang),
            say(f"terms.grade_{register.grade_of(each)}"),
        )
        for each in cited
    ]
    if rows:
        parts.append(facts([(say("snapshot.evidence"), points(rows))]))
    return Markup("<article class='note' id='{}'>{}</article>\n").format(reading.at("note", note.id), joined(parts))


def _why_set_aside(reading: Reading, note: Note) -> Markup:
    correction = reading.register.correction_of(note)
    if correction:
        return paragraph(Markup("<b>{}</b>").format(reading.say("notes.corrected", date=reading.say.date(correction.written))))
    if reading.register.is_from_before_recoding(note):
        return paragraph(Markup("<b>{}</b>").format(reading.say("notes.before_recoding")))
    return NOTHING


def _search(reading: Reading, search: Search) -> Markup:
    """A search that found nothing, so that it can be repeated."""
    say = reading.say
    words = ", ".join(f"“{word}”" for word in search.words)
    told = [say("notes.search", where=search.where[reading.lang].rstrip("."), words=words, date=say.date(search.on))]
    if search.languages and search.kinds:
        languages = say.listed([_language(reading, each) for each in search.languages])
        told.append(say("notes.search_wide", languages=languages, kinds=say.listed([say(f"notes.kind_{kind}") for kind in search.kinds])))
    return said(reading, search.where, " ".join(told), "small")


def _language(reading: Reading, code: str) -> str:
    key = f"notes.language_{code}"
    return reading.say(key) if key in reading.say.labels else code


def said(reading: Reading, words: Judgement, sentence: str | None = None, css: str = "") -> Markup:
    """What a note says; in the other language where the translation is missing, and said so."""
    spoken = words.said_in(reading.lang)
    told = words[reading.lang] if sentence is None else sentence
    if spoken == reading.lang:
        return paragraph(told, css)
    passage = Markup("<span lang='{}'>{}</span> <small>{}</small>").format(spoken, told, reading.say("notes.translation_missing"))
    return paragraph(passage, css)


def timing(reading: Reading, commitment: Commitment) -> str:
    """The due date in words: due, overdue, done on time or late; empty for what has none."""
    if commitment.due_by is None:
        return ""
    say, register, day = reading.say, reading.register, reading.say.due(commitment)
    now = register.standing_of(commitment, reading.on)
    if now is Standing.WITHHELD:
        return say("notes.past_withheld", date=day) if standings.is_past(commitment, reading.on) else day
    if standings.is_overdue(commitment, now, reading.on):
        return say("note_story.overdue_headed", date=day)
    when = standings.punctuality(commitment, register.notes_of(commitment.id), reading.on, register.withheld_of(commitment.id))
    return f"{day}, {say(f'notes.{when}')}" if when else day
