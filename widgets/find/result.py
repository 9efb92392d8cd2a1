"""One search result: the record in a few lines, the words that were found marked, and where they stood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from models.records.evidence import Evidence
from models.records.notes import Note
from models.records.texts import Commitment
from models.register.standing import Standing
from models.search.entries import Kind, Part
from models.search.index import Found, Hit, Index, Span
from widgets.frame import mine
from widgets.parts import address, citation, marks, note_story, prose
from widgets.parts.view import View

LONG = 360
"""Longer passages are shown from around the first word that was found."""
SHORT = 110

Marks = Mapping[Part, Sequence[Span]]


def hit(view: View, index: Index, found: Found, hit: Hit) -> Markup:
    """A result of any kind."""
    spans = index.marks(found, hit)
    draw = {
        Kind.COMMITMENT: _commitment,
        Kind.PARAGRAPH: _paragraph,
        Kind.PLEDGE: _pledge,
        Kind.NOTE: _note,
        Kind.EVIDENCE: _evidence,
    }[hit.entry.kind]
    missing = found.missing(hit)
    without = (
        Markup("<p class='small missing'>{}</p>").format(view.say("find.missing", words=", ".join(missing))) if missing else Markup("")
    )
    return Markup("<article class='hit'>{}{}</article>").format(draw(view, hit, spans), without)


def marked(text: str, spans: Sequence[Span], width: int = 10_000) -> Markup:
    """A text with the found words marked; from around the first of them where it is longer than `width`."""
    start, end = excerpt(text, spans, width)
    parts, last = [Markup("… ") if start else Markup("")], start
    for first, stop in spans:
        if start <= first and stop <= end:
            parts += [_broken(text[last:first]), Markup("<mark class='hit-word'>{}</mark>").format(text[first:stop])]
            last = stop
    parts += [_broken(text[last:end]), Markup(" …") if end < len(text) else Markup("")]
    return prose.joined(parts)


def excerpt(text: str, spans: Sequence[Span], width: int) -> Span:
    """Where to begin and end, at spaces, so that the first found word has some words before it."""
    if len(text) <= width:
        return 0, len(text)
    start = max(0, (spans[0][0] if spans else 0) - width // 3)
    start = text.find(" ", start) + 1 if start else 0
    end = start + width
    if end >= len(text):
        return start, len(text)
    space = text.rfind(" ", start, end)
    return start, space if space > start else end


def _broken(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def _commitment(view: View, hit: Hit, spans: Marks) -> Markup:
    say, register = view.say, view.register
    commitment = register.commitment_by_id[hit.entry.id]
    where = address.href("commitment", id=commitment.id)
    own = Part.KO if view.lang == "ko" else Part.EN
    summary = prose.anchor(where, marked(commitment.summary[view.lang], spans.get(own, ())), "in")
    precision = say(f"terms.precision_{commitment.precision}") if commitment.precision else say("terms.precision_none")
    facts = [
        marks.force(say, commitment.force),
        Markup("<span class='precision'>{}</span>").format(precision),
        marks.standing(say, register.standing_of(commitment, view.on)) if not commitment.in_name_only else Markup(""),
        Markup("<b>{}</b>").format(say.place(commitment.id)),
        note_story.timing(view, commitment) or Markup("<span class='small'>{}</span>").format(say("find.no_due")),
        mine.quoting(view, commitment.id),
    ]
    return Markup("<h3 class='sub'>{}</h3><p class='mention-head'>{}</p><blockquote>{}</blockquote>{}").format(
        summary, prose.joined(facts, " "), _quote(view, commitment, spans), _where(view, hit, spans, commitment)
    )


def _quote(view: View, commitment: Commitment, spans: Marks) -> Markup:
    language = view.register.declaration_by_id[commitment.declaration].language
    return Markup("<q lang='{}'>{}</q>").format(language, marked(commitment.quote, spans.get(Part.WORDS, ())))


def _where(view: View, hit: Hit, spans: Marks, commitment: Commitment | None) -> Markup:
    """Where the words were found, in words."""
    say = view.say
    own, other = (Part.KO, Part.EN) if view.lang == "ko" else (Part.EN, Part.KO)
    more = Part.MORE_KO if view.lang == "ko" else Part.MORE_EN
    places: list[Markup] = []
    if Part.WORDS in spans:
        places.append(Markup("{}").format(say("find.in_words")))
    if own in spans:
        places.append(Markup("{}").format(say("find.in_summary")))
    elif other in spans:
        places.append(prose.filled(say("find.in_summary_other", words=prose.SLOT), marked(hit.entry.texts[other], spans[other], SHORT)))
    if more in spans and commitment:
        line, inside, first = _one_line(hit.entry.texts[more], spans[more])
        sentence = say("find.in_test", words=prose.SLOT) if first and commitment.test else say("find.in_items", words=prose.SLOT)
        places.append(prose.filled(sentence, marked(line, inside, SHORT)))
    names = _names(view, hit, spans)
    if names[0]:
        places.append(Markup("{}").format(say("find.in_names", words=say.listed(names[0]))))
    if names[1]:
        places.append(Markup("{}").format(say("find.in_everyday", words=say.listed(names[1]))))
    if Part.PLACE in spans and not places:
        places.append(Markup("{}").format(say("find.in_place")))
    if not places:
        return Markup("")
    return Markup("<p class='small'>{}</p>").format(prose.filled(say("find.matched", where=prose.SLOT), prose.joined(places, "; ")))


def _one_line(text: str, spans: Sequence[Span]) -> tuple[str, list[Span], bool]:
    """The first line that holds a found word, the words found in it, and whether it is the first of all."""
    start = text.rfind("\n", 0, spans[0][0]) + 1
    end = text.find("\n", start) if "\n" in text[start:] else len(text)
    return text[start:end], [(first - start, last - start) for first, last in spans if start <= first and last <= end], start == 0


def _names(view: View, hit: Hit, spans: Marks) -> tuple[list[str], list[str]]:
    """The names that hold found words, and those whose everyday words do, in the reader's language."""
    language = 1 if view.lang == "ko" else 0
    named = []
    for part in (Part.NAMES, Part.THEMES):
        lines = hit.entry.texts.get(part, "").split("\n")
        named += [lines[_line(hit, part, span) // 2 * 2 + language] for span in spans.get(part, ())]
    called = [hit.entry.called[_line(hit, Part.EVERYDAY, span) // 2][view.lang] for span in spans.get(Part.EVERYDAY, ())]
    return list(dict.fromkeys(named)), [name for name in dict.fromkeys(called) if name not in named]


def _line(hit: Hit, part: Part, span: Span) -> int:
    return hit.entry.texts[part].count("\n", 0, span[0])


def _paragraph(view: View, hit: Hit, spans: Marks) -> Markup:
    say, register = view.say, view.register
    provision = register.provision_by_id[hit.entry.id]
    place = prose.anchor(address.href("declarations", id=provision.declaration, at=provision.id), say.place(provision.id), "in")
    language = register.declaration_by_id[provision.declaration].language
    quote = Markup("<q lang='{}'>{}</q>").format(language, marked(provision.text, spans.get(Part.WORDS, ()), LONG))
    ours = Markup("")
    if view.lang == "ko" and hit.entry.texts[Part.KO]:
        words = marked(hit.entry.texts[Part.KO], spans.get(Part.KO, ()), LONG)
        ours = Markup("<p class='plain'>{} <span class='small'>({})</span></p>").format(words, say("find.ours"))
    adding = mine.quoting(view, provision.id)
    return Markup("<h3 class='sub'>{}</h3><p class='mention-head'>{} {}</p>{}<blockquote>{}</blockquote>{}").format(
        place, marks.force_or_withheld(say, provision.strongest), adding, ours, quote, _where(view, hit, spans, None)
    )


def _pledge(view: View, hit: Hit, spans: Marks) -> Markup:
    say, register = view.say, view.register
    pledge = register.pledge_by_id[hit.entry.id]
    own, more = (Part.KO, Part.MORE_KO) if view.lang == "ko" else (Part.EN, Part.MORE_EN)
    title = prose.anchor(address.href("pledge", id=pledge.id), marked(pledge.title[view.lang], spans.get(own, ())), "in")
    years = register.recurrence(pledge)
    count = say.count("find.pledge_in", len(years), texts=len(register.declarations), years=say.listed(list(years)))
    return Markup("<h3 class='sub'>{}</h3><p class='plain'>{}</p><p class='small'>{}</p>").format(
        title, marked(pledge.object[view.lang], spans.get(more, ())), count
    )


def _note(view: View, hit: Hit, spans: Marks) -> Markup:
    say, register = view.say, view.register
    note: Note = next(each for each in register.notes if each.id == hit.entry.id)
    commitment = register.commitment_by_id[note.commitment]
    body = register.body_by_id.get(note.actor or "")
    whose = Markup(" <span class='actor'>{}</span>").format(say("find.note_actor", body=body.name[view.lang])) if body else Markup("")
    language = note.reason.said_in(view.lang)
    part = Part.KO if language == "ko" else Part.EN
    place = prose.anchor(address.href("commitment", id=commitment.id), say.place(commitment.id), "in")
    return Markup("<p class='mention-head'>{} <b>{}</b>{}</p><p class='plain' lang='{}'>{}</p><p class='small'>{} {}</p>").format(
        marks.standing(say, Standing(note.status.value)),
        say("find.note_on", date=say.date(note.as_of)),
        whose,
        language,
        marked(note.reason[view.lang], spans.get(part, ())),
        place,
        commitment.summary[view.lang],
    )


def _evidence(view: View, hit: Hit, spans: Marks) -> Markup:
    say = view.say
    source: Evidence = view.register.evidence_by_id[hit.entry.id]
    own = Part.KO if view.lang == "ko" else Part.EN
    title = marked(source.title, _first_line(source.title, spans.get(Part.MORE_EN, ())))
    named = citation.source(view, title, source.publisher, source.url)
    date = source.happened or source.published
    when = say.partial(str(date)) if date else say("notes.undated")
    resting = Markup("<br>{}").format(say.count("find.rests_on_it", len(hit.entry.under))) if hit.entry.under else Markup("")
    return Markup("<p class='plain'>{}</p><p class='small'>{}, {} · {} · {}{}</p>").format(
        marked(source.says[view.lang], spans.get(own, ())),
        named,
        view.register.publisher(source.publisher, view.lang),
        say(f"terms.grade_{view.register.grade_of(source)}"),
        when,
        resting,
    )


def _first_line(text: str, spans: Sequence[Span]) -> list[Span]:
    return [span for span in spans if span[1] <= len(text)]
