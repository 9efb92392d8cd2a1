"""Notes as a story: where a commitment stood, why, and on what evidence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from models.records.evidence import Evidence
from models.records.notes import Judgement, Note, Search
from models.records.terms import Grade, Status
from models.records.texts import Commitment, EarlierTest
from models.register import standing
from models.register.standing import Standing
from models.register.withheld import WithheldNote
from widgets.parts import citation, marks, prose
from widgets.parts.view import View


def history(view: View, commitment: Commitment, newest_only: bool = False) -> Markup:
    """All notes on a commitment up to the day that is looked at, newest first; or what it means that there are none."""
    say = view.say
    if not commitment.assessable:
        return Markup("<p class='plain'>{}</p>").format(say("notes.in_name_only" if commitment.in_name_only else "notes.not_assessable"))
    notes = list(reversed(standing.notes_until(view.register.notes_of(commitment.id), view.on)))
    withheld = [each for each in view.register.withheld_of(commitment.id) if each.speaks_by(view.on)]
    hidden = Markup("")
    if view.register.is_hidden(commitment.id, view.on):
        hidden = Markup("<p class='plain'>{} {}</p>").format(marks.standing(say, Standing.WITHHELD), say("notes.withheld"))
    elif not notes and not withheld:
        return Markup("<p class='plain'>{}</p>").format(say("notes.none", date=say.date(view.on)))
    if newest_only:
        # What can be read and is older never stands here for what is withheld, nor what one body did for the whole.
        whole = [each for each in notes if each.actor is None]
        return hidden or (
            listed(view, whole[:1]) if whole else Markup("<p class='plain'>{}</p>").format(say("notes.none", date=say.date(view.on)))
        )
    return hidden + listed(view, notes, withheld)


def apart(view: View, commitment: Commitment, level: int = 3) -> Markup:
    """How it was judged as a whole, newest first; below it and apart the own records of single bodies, never counted as the whole."""
    say, register = view.say, view.register
    notes = list(reversed(standing.notes_until(register.notes_of(commitment.id), view.on)))
    whole, own = [each for each in notes if each.actor is None], [each for each in notes if each.actor]
    withheld = withheld_on(view, commitment.id, None) if commitment.assessable else ()
    head, parts = Markup("<h{0} class='sub'>{{}}</h{0}>").format(level), []
    if withheld and register.is_hidden(commitment.id, view.on):
        parts.append(Markup("<p class='plain'>{}</p>").format(say("notes.withheld")))
    if not commitment.assessable or not (whole or withheld):
        # The story itself says what it means that nobody has judged, or can judge, the words.
        parts.append(
            history(view, commitment) if not own else Markup("<p class='plain'>{}</p>").format(say("notes.none", date=say.date(view.on)))
        )
    else:
        parts.append(head.format(say("commitment.earlier_judgements")) + listed(view, whole, withheld))
    # Of what may be on the whole it is said above; here stand those that are surely on one body alone.
    alone = [note for note in register.withheld_of(commitment.id) if note.speaks_by(view.on) and note not in withheld]
    if own or alone:
        lede = Markup("<p class='note'>{}</p>").format(say("commitment.own_note"))
        parts.append(
            Markup("<section class='own'>{}{}{}</section>").format(head.format(say("commitment.own")), lede, listed(view, own, alone))
        )
    return prose.joined(parts)


def withheld_on(view: View, commitment: str, actor: str | None) -> tuple[WithheldNote, ...]:
    """The notes that are withheld and may be on the commitment as a whole (for None), or on one body's own record."""
    return tuple(note for note in view.register.withheld_of(commitment) if note.speaks_by(view.on) and note.may_judge(actor))


def _withheld(view: View, note: WithheldNote) -> Markup:
    """A note that cannot be shown: its file, the day it speaks of, and why."""
    say = view.say
    day = Markup("<b>{}</b>").format(say("notes.as_of", date=say.date(note.as_of))) if note.as_of else Markup("")
    # Without a commitment or a day it is a folder, or a file of which nobody can tell that it is just this note.
    key = "notes.withheld_file" if note.commitment and note.as_of else "notes.withheld_anywhere"
    key = "notes.withheld_source" if note.sources else key
    why = say(key, file=note.path, sources=", ".join(note.sources))
    body = view.register.body_by_id.get(note.actor or "")
    whose = Markup("<span class='actor'>{}</span>").format(say("notes.actor", body=body.name[view.lang])) if body else ""
    head = Markup("<p class='note-head'>{} {} {}</p>").format(marks.standing(say, Standing.WITHHELD), day, whose)
    return Markup("{}<p class='plain'>{}</p>").format(head, why)


def note(view: View, note: Note) -> Markup:
    """One note: the standing it found, the day it speaks of, the reason, and the evidence."""
    say = view.say
    whose = ""
    if note.actor:
        body = view.register.body_by_id.get(note.actor)
        whose = Markup("<span class='actor'>{}</span>").format(say("notes.actor", body=body.name[view.lang] if body else note.actor))
    head = Markup("<p class='note-head'>{} <b>{}</b> {} <span class='small'>{}</span></p>").format(
        marks.standing(say, Standing(note.status.value)),
        say("notes.as_of", date=say.date(note.as_of)),
        whose,
        say("notes.written", date=say.date(note.written), by=say.judge(note.by)),
    )
    parts = [head, *_why_set_aside(view, note), _said("plain", view, note.reason)]
    if note.corrects:
        parts.append(Markup("<p class='small'>{}</p>").format(say("notes.corrects", date=say.date(note.as_of))))
    commitment = view.register.commitment_by_id.get(note.commitment)
    judged_by = commitment.test_on(note.written) if commitment else None
    if isinstance(judged_by, EarlierTest):
        parts.append(Markup("<p class='small'>{}</p>").format(say("notes.by_earlier_test", test=judged_by[view.lang])))
    if note.part:
        parts.append(_said("plain", view, note.part, say("notes.part", part=note.part[view.lang])))
    cited = [view.register.evidence_by_id[id_] for id_ in note.evidence if id_ in view.register.evidence_by_id]
    if (
        cited
        and note.status is not Status.NO_EVIDENCE
        and all(view.register.grade_of(each) in (Grade.SELF_REPORTED, Grade.INFERRED) for each in cited)
    ):
        parts.append(Markup("<p class='small'>{}</p>").format(say("notes.self_reported_only")))
    if note.search:
        how = _how_wide(view, note.search)
        words = ", ".join(f"“{word}”" for word in note.search.words)
        found = say("notes.search", where=note.search.where[view.lang].rstrip("."), words=words, date=say.date(note.search.on))
        parts.append(_said("small", view, note.search.where, f"{found} {how}".rstrip()))
    if cited:
        items = prose.joined([Markup("<li>{}</li>").format(evidence(view, each)) for each in cited])
        parts.append(
            Markup("<details class='evidence'><summary>{}</summary><ul>{}</ul></details>").format(
                say("notes.evidence", n=len(cited), grades=_grades(view, cited)), items
            )
        )
    return prose.joined(parts)


def _grades(view: View, cited: Sequence[Evidence]) -> str:
    """How many of the sources have which grade, nearest to the act first."""
    counted = Counter(view.register.grade_of(each) for each in cited)
    say = view.say
    return ", ".join(say("notes.evidence_grade", n=counted[grade], grade=say(f"terms.grade_{grade}")) for grade in Grade if counted[grade])


def set_aside(view: View, notes: list[Note]) -> Markup:
    """Notes that no longer count, folded; nothing where there are none."""
    if not notes:
        return Markup("")
    return Markup("<details class='evidence'><summary>{}</summary>{}</details>").format(
        view.say.count("notes.set_aside", len(notes)), listed(view, notes)
    )


def listed(view: View, notes: list[Note], withheld: Sequence[WithheldNote] = ()) -> Markup:
    """Notes one below the other, newest first, those that are withheld at their day among them; of unknown days first."""
    rows = [(each.as_of or dt.date.max, _withheld(view, each)) for each in withheld]
    rows += [(each.as_of, note(view, each)) for each in notes]
    if withheld:
        rows.sort(key=lambda row: row[0], reverse=True)
    return Markup("<ol class='notes'>{}</ol>").format(prose.joined([Markup("<li>{}</li>").format(row) for _, row in rows]))


def test(view: View, commitment: Commitment, *, headed: bool) -> Markup:
    """What would count, from which day on and over whom; tests that were replaced are folded beneath.

    Where it is `headed`, what stands above it says already that this is what would count.
    """
    say, asked = view.say, commitment.test
    parts = []
    if asked:
        words = asked[view.lang] if headed else say("commitment.test", test=asked[view.lang])
        parts.append(Markup("<p class='plain'>{}</p>").format(words))
        day = asked.first_day
        facts = [say("notes.test_any") if day == "any" else say("notes.test_from", date=say.date(day))] if day else []
        facts += [say("notes.test_counted", counted=asked.counted[view.lang].rstrip("."))] if asked.counted else []
        facts += [say("notes.test_unlisted")] if asked.listed is False else []
        parts.append(Markup("<p class='small'>{}</p>").format(" ".join(facts)) if facts else Markup(""))
    if commitment.earlier_tests:
        rows = [
            Markup("<li>{}<br><span class='small'>{}</span></li>").format(
                earlier[view.lang], say("notes.test_until", date=say.date(earlier.until), because=earlier.because[view.lang])
            )
            for earlier in reversed(commitment.earlier_tests)
        ]
        parts.append(
            Markup("<details class='evidence'><summary>{}</summary><ul>{}</ul></details>").format(
                say("notes.tests_before"), prose.joined(rows)
            )
        )
    return prose.joined(parts)


def _why_set_aside(view: View, note: Note) -> list[Markup]:
    """That a note no longer counts, and why; nothing for one that does."""
    say, correction = view.say, view.register.correction_of(note)
    if correction:
        said = say("notes.corrected", date=say.date(correction.written))
    elif view.register.is_from_before_recoding(note):
        said = say("notes.before_recoding")
    else:
        return []
    return [Markup("<p class='plain'><b>{}</b></p>").format(said)]


def _how_wide(view: View, search: Search) -> str:
    """In which languages and kinds of source a search was made; empty for searches from before that was asked for."""
    if not search.languages or not search.kinds:
        return ""
    say = view.say
    languages = say.listed([language(view, each) for each in search.languages])
    return say("notes.search_wide", languages=languages, kinds=say.listed([say(f"notes.kind_{kind}") for kind in search.kinds]))


def language(view: View, code: str) -> str:
    """The name of a language; its two letters where it has no label."""
    key = f"notes.language_{code}"
    return view.say(key) if key in view.say.labels else code


def judgement(view: View, words: Judgement) -> Markup:
    """What a note says, within a passage; in the other language where the translation is missing, and said so."""
    spoken = words.said_in(view.lang)
    if spoken == view.lang:
        return Markup("{}").format(words[view.lang])
    return Markup("<span lang='{}'>{}</span> <span class='small'>{}</span>").format(
        spoken, words[view.lang], view.say("notes.translation_missing")
    )


def _said(css: str, view: View, words: Judgement, sentence: str | None = None) -> Markup:
    """A judgement, or a sentence that quotes one, in the reader's language; in the other one where the translation is missing, and said so."""
    if sentence is None:
        return Markup("<p class='{}'>{}</p>").format(css, judgement(view, words))
    if words.said_in(view.lang) == view.lang:
        return Markup("<p class='{}'>{}</p>").format(css, sentence)
    return Markup("<p class='{}'>{} <span class='small'>{}</span></p>").format(css, sentence, view.say("notes.translation_missing"))


def evidence(view: View, source: Evidence) -> Markup:
    """One source: what it says, who published it, when, how near it stands to the act."""
    say = view.say
    dates = []
    if source.happened:
        dates.append(say("notes.happened", date=say.partial(str(source.happened))))
    dates.append(say("notes.published", date=say.partial(str(source.published))) if source.published else say("notes.undated"))
    basis = view.register.basis_of(source)
    grade = say(f"terms.grade_{view.register.grade_of(source)}") + (f" ({say(f'notes.basis_{basis}')})" if basis else "")
    facts = " · ".join([grade, say(f"notes.confidence_{source.confidence}"), *dates])
    title = citation.source(view, source.title, source.publisher, source.url)
    extra = [say("notes.conflict", conflict=source.conflict[view.lang])] if source.conflict else []
    extra += [say("notes.rebuilt")] if source.rebuilt else []
    extra += say.reviewed(source.grade, view.register.review_of(source))
    more = Markup("").join(Markup("<br><span class='small'>{}</span>").format(words) for words in extra)
    return Markup("{}<br><span class='small'>{}, {} · {}</span>{}").format(
        source.says[view.lang], title, view.register.publisher(source.publisher, view.lang), facts, more
    )


def timing(view: View, commitment: Commitment, *, headed: bool = False) -> Markup:
    """The due date in words: due, overdue, done on time or late; empty for what has none.

    Where it is `headed`, a column or a field before it says already that this is the due date.
    """
    if commitment.due_by is None:
        return Markup("")
    say, now = view.say, view.register.standing_of(commitment, view.on)
    if now is Standing.WITHHELD and standing.is_past(commitment, view.on):
        return Markup("<b>{}</b>").format(say("notes.past_withheld", date=say.due(commitment)))
    if standing.is_overdue(commitment, now, view.on):
        late = say("note_story.overdue_headed" if headed else "notes.overdue", date=say.due(commitment))
        return Markup("<b class='overdue'>{}</b>").format(late)
    register = view.register
    when = standing.punctuality(commitment, register.notes_of(commitment.id), view.on, register.withheld_of(commitment.id))
    when = None if now is Standing.WITHHELD else when
    day = say.due(commitment)
    words = day if headed else say("notes.due", date=day)
    return Markup("{}{}").format(words, f", {say(f'notes.{when}')}" if when else "")
