"""Every declaration with its whole text: title, epigraphs, headings, paragraphs and footnotes, and what is coded in each paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from markupsafe import Markup

from exports.snapshot import notes
from exports.snapshot.commitments import commitment, pledges_at
from exports.snapshot.passages import NOTHING, Words, facts, force, heading, joined, link, paragraph, source
from exports.snapshot.reading import Reading
from models.records.terms import Force
from models.records.texts import Commitment, Declaration, Provision


def declaration(reading: Reading, text: Declaration) -> Markup:
    """One declaration, whole and to the letter, in its own language."""
    say, lang = reading.say, text.language
    title = text.title[reading.lang]
    parts = [
        heading(3, title, reading.at(text.id), say("declarations.option", year=text.id, forum=say.ordinal(text.forum))),
        facts(_about(reading, text)),
        Markup("<p class='printed-title' lang='{}'>{}</p>\n").format(lang, _marked(reading, text, "title", text.title[lang], [])),
        *(Markup("<p class='epigraph' lang='{}'>{}</p>\n").format(lang, line) for line in text.epigraphs),
    ]
    for provision in text.provisions:
        parts += [
            Markup("<h4 class='printed' lang='{}'>{}</h4>\n").format(lang, each.text)
            for each in text.headings
            if each.before == provision.local
        ]
        parts.append(_provision(reading, text, provision))
    return Markup("<section>{}{}</section>\n").format(joined(parts), _footnotes(reading, text))


def _about(reading: Reading, text: Declaration) -> list[tuple[str, Words]]:
    """Where the text comes from."""
    say, lang, copy, seal = reading.say, reading.lang, text.source, text.sealed
    date = say.partial(str(copy.published)) if copy.published else say("declarations.source_no_date")
    publisher = reading.register.publisher(copy.publisher, lang) if copy.publisher else say("declarations.source_no_publisher")
    named = Markup("<q lang='{}'>{}</q>").format(text.language, copy.title)
    language = {"en": say("declarations.language_en"), "ko": say("declarations.language_ko")}.get(text.language, text.language)
    return [
        (say("declarations.fact_adopted"), say.date(text.adopted)),
        (say("declarations.fact_language"), language),
        (
            say("declarations.fact_source"),
            Markup("{} · {} · {}").format(source(say, named, copy.publisher or "", copy.url), publisher, date),
        ),
        (say("declarations.fact_note"), copy.note[lang] if copy.note else ""),
        (say("declarations.fact_coded"), say.coded_once([text.id]) if text.id in reading.register.coded_once else ""),
        (
            say("declarations.fact_sealed"),
            say("declarations.fact_sealed_words", date=say.date(seal.on), by=notes.who(reading, seal.by)) if seal else "",
        ),
    ]


def _provision(reading: Reading, text: Declaration, provision: Provision) -> Markup:
    """Place and words, and beneath them what the register makes of them."""
    say, lang = reading.say, reading.lang
    words = Markup("<p class='adopted' lang='{}'>{}</p>\n").format(
        text.language, _marked(reading, text, provision.local, provision.text, provision.commitments)
    )
    beneath = [commitment(reading, each) for each in provision.commitments]
    if not provision.commitments:
        told = [force(say, provision.strongest)]
        if provision.summary:
            told.append(Markup("<span><small>{}:</small> {}</span>").format(say("declarations.ours"), provision.summary[lang]))
        if provision.themes:
            told.append(Markup("<small>{}: {}</small>").format(say("declarations.field_themes"), reading.themes(provision.themes)))
        if provision.groups:
            told.append(Markup("<small>{}: {}</small>").format(say("declarations.field_groups"), reading.groups(provision.groups)))
        beneath.append(paragraph(joined(told, " "), "head"))
    pledges = pledges_at(reading, provision.id)
    if pledges:
        beneath.append(paragraph(Markup("{}: {}").format(say("declarations.field_pledges"), pledges), "small"))
    return Markup("<article class='provision' id='{}'><p class='number'>{}</p>{}{}</article>\n").format(
        reading.at(provision.id), say.place(provision.id), words, joined(beneath)
    )


def _marked(reading: Reading, text: Declaration, at: str, words: str, coded: list[Commitment]) -> Markup:
    """Words to the letter, those of commitments tinted and their governing words bold, with the marks of footnotes."""
    tinted = [(*found, each.force) for each in coded if (found := _span(words, each.quote, 0, len(words)))]
    bold = [found for each in coded if (quote := _span(words, each.quote, 0, len(words))) and (found := _span(words, each.verb, *quote))]
    footnotes = {words.index(note.after) + len(note.after): note.mark for note in text.footnotes if note.at == at and note.after in words}
    breaks = [place for place, letter in enumerate(words) if letter == "\n"]
    cuts = {0, len(words), *footnotes, *breaks, *(each + 1 for each in breaks)}
    cuts |= {cut for start, end, _ in tinted for cut in (start, end)} | {cut for pair in bold for cut in pair}
    parts = []
    for start, end in pairwise(sorted(cuts)):
        piece = Markup("<br>") if words[start:end] == "\n" else Markup("{}").format(words[start:end])
        if any(first <= start and end <= last for first, last in bold):
            piece = Markup("<b>{}</b>").format(piece)
        forces = [each for first, last, each in tinted if first <= start and end <= last]
        if forces:
            piece = Markup("<mark class='said said-{}'>{}</mark>").format(max(forces, key=_rank).value, piece)
        parts.append(piece)
        if end in footnotes:
            parts.append(_footnote_mark(reading, text, footnotes[end]))
    return joined(parts)


def _rank(force: Force) -> int:
    return force.rank


def _span(words: str, wanted: str, start: int, end: int) -> tuple[int, int] | None:
    """Where words stand between two places, whole words before parts of words."""
    found = re.compile(rf"\b{re.escape(wanted)}\b").search(words, start, end) or re.compile(re.escape(wanted)).search(words, start, end)
    return found.span() if found else None


def _footnote_mark(reading: Reading, text: Declaration, mark: str) -> Markup:
    return Markup("<sup><a href='#{}' id='{}' aria-label='{}'>{}</a></sup>").format(
        reading.at(text.id, "footnote", mark),
        reading.at(text.id, "mark", mark),
        reading.say("declarations.footnote_mark", mark=mark),
        mark,
    )


def _footnotes(reading: Reading, text: Declaration) -> Markup:
    """The footnotes at the end; one whose text the copy does not have says so."""
    if not text.footnotes:
        return NOTHING
    say, rows = reading.say, []
    for note in text.footnotes:
        words = Markup("<span lang='{}'>{}</span>").format(text.language, note.text) if note.text else say("declarations.footnote_missing")
        ours = Markup(" <small>{}</small>").format(note.note[reading.lang]) if note.note else NOTHING
        back = link(f"#{reading.at(text.id, 'mark', note.mark)}", say("declarations.footnote_back"))
        rows.append(
            Markup("<li id='{}'><b>{}</b> {}{} {}</li>\n").format(reading.at(text.id, "footnote", note.mark), note.mark, words, ours, back)
        )
    return Markup("{}<ul class='footnotes'>{}</ul>\n").format(heading(4, say("declarations.footnotes")), joined(rows))
