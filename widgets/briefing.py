"""The brief on screen: the same tree of sentences as the files, with links, and the files to take along."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from exports import typesetting
from exports.brief import docx as briefing_docx
from exports.brief import files
from exports.brief import pdf as briefing_pdf
from exports.turns import Wait
from models.brief import facts, gathering
from models.brief.facts import About, Kind, Subject, Why
from models.brief.telling.phrases import subject_name
from models.brief.telling.tree import Entry, Section, Sheet
from models.labels import Say
from models.records.places import text_of
from widgets.frame import mine
from widgets.parts import address, download, prose
from widgets.parts.edition import edition
from widgets.parts.kept import Kept
from widgets.parts.table import table
from widgets.parts.view import View

FIRST = "city:gwangju"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_KEPT: Final[Kept[Sheet]] = Kept(100)
"""The briefs that were asked for last, some 20 kB each: at most so many, so that memory does not grow with what is asked."""


def chosen(view: View) -> About | None:
    """What the address asks a brief about; what cannot be briefed on is said."""
    say, register = view.say, view.register
    prose.style("briefing")
    subjects = facts.subjects(register)
    if not subjects:
        prose.title(say("briefing.withheld_all"), say("briefing.withheld_hint"))
        return None
    given = facts.in_link(address.value("about") or "")
    with st.container(key="brief-choice"):
        prose.show(Markup("<p class='note'><b>{}</b> {}</p>").format(say("briefing.choose"), say("briefing.choose_hint")))
        with st.container(key="brief-boxes", horizontal=True, gap="small"):
            for kind in Kind:
                _box(kind, [subject for subject in subjects if subject.kind is kind], facts.named(given), view)
    default = FIRST if FIRST in (subject.address for subject in subjects) else subjects[0].address
    found = facts.about(register, given or default)
    if isinstance(found, About):
        return found
    if found.why is Why.UNKNOWN:
        prose.title(say("briefing.unknown", about=facts.AND.join(found.named)), say("briefing.unknown_hint"))
    else:
        why = say(f"briefing.refused_{found.why}", most=facts.MOST, n=len(found.named))
        prose.title(why, say(f"briefing.refused_{found.why}_hint"))
    return None


def _box(kind: Kind, subjects: list[Subject], given: tuple[str, ...], view: View) -> None:
    """The list of one kind, to choose from and to search; what is chosen elsewhere stays."""
    if not subjects:
        return
    words = {subject.address: _listed(subject, view) for subject in subjects}
    others = [each for each in given if each and each not in words]
    address.pick(
        view.say(f"briefing.box_{kind}"),
        "about",
        list(words),
        words.__getitem__,
        placeholder=view.say("briefing.box_search"),
        given=[each for each in given if each in words],
        into=lambda chosen: [facts.AND.join([*others, *chosen])] if others or chosen else [],
    )


def _listed(subject: Subject, view: View) -> str:
    """A subject as the list of its kind names it."""
    if subject.kind is Kind.PLEDGE:
        return view.register.pledge_by_id[subject.id].title[view.lang]
    return subject_name(view.register, subject, view.say)


def made(about: About, view: View, place: DeltaGenerator) -> Sheet:
    """The fitted brief, made once for each state of the records. Briefs are made one after the other; who waits is told so at `place`.

    Streamlit ends this run where the reader has gone on, or has gone, at the next word that is told; the place in the line is free then.
    """
    key = (about, view.fingerprint, view.on, view.today, view.lang, address.root())
    if _KEPT.has(key):
        return _KEPT.get(key, lambda: _fitted(about, view))

    def told(wait: Wait) -> None:
        with place.container():
            prose.show(Markup("<div class='brief-waiting' role='status'>{}</div>").format(waiting(wait, view.say)))

    told(Wait(0, None))  # as long as nobody is before
    with typesetting.turn("brief", told) as turn:
        turn.counts = not _KEPT.has(key)  # it may have been made meanwhile for somebody who was before
        return _KEPT.get(key, lambda: _fitted(about, view))


def _fitted(about: About, view: View) -> Sheet:
    gathered = replace(gathering.brief(view.register, about, view.on), withheld=view.withheld, root=address.root())
    return briefing_pdf.fitted(gathered, view.say, edition(view.fingerprint, view.whole))


def waiting(wait: Wait, say: Say) -> Markup:
    """How many are before and how long it takes, rounded up as people say it."""
    if not wait.before:
        return Markup("<p class='lede'>{}</p>").format(say("briefing.making"))
    when = say("briefing.waiting_unknown")
    if wait.seconds is not None and wait.seconds > 90:
        when = say.count("briefing.waiting_minutes", math.ceil(wait.seconds / 60))
    elif wait.seconds is not None:
        step = 1 if wait.seconds <= 10 else 5
        when = say.count("briefing.waiting_seconds", max(1, step * math.ceil(wait.seconds / step)))
    return Markup("<p class='lede'>{}</p><p class='note'>{}</p>").format(
        say.count("briefing.waiting", wait.before, when=when), say("briefing.waiting_leave")
    )


def take_along(sheet: Sheet, about: About, view: View) -> None:
    """The two files."""
    say = view.say
    word, paper = (files.name(about, view.lang, view.on, ending) for ending in ("docx", "pdf"))
    with st.container(key="brief-take", horizontal=True, gap="small", vertical_alignment="center"):
        download.button(say("briefing.take_docx"), lambda: briefing_docx.docx_file(sheet), word, DOCX, key="brief-docx")
        download.button(say("briefing.take_pdf"), lambda: briefing_pdf.pdf(sheet), paper, "application/pdf", key="brief-pdf")
        prose.show(Markup("<p class='note'>{}</p>").format(say("briefing.take_hint")))


def show(sheet: Sheet, view: View) -> None:
    """The whole brief as one passage, so that it prints as one."""
    parts = [
        Markup("<h1 class='title'>{}</h1><p class='note brief-line'>{}</p><p class='lede'>{}</p>").format(
            sheet.title, sheet.line, sheet.lede
        ),
        *(_section(section, view) for section in sheet.sections),
        _sources(sheet),
        Markup("<p class='note brief-foot'>{}</p>").format(" ".join(sheet.foot)),
    ]
    prose.show(Markup("<article class='brief' lang='{}'>{}</article>").format(sheet.lang, prose.joined(parts)))


def _section(section: Section, view: View) -> Markup:
    parts = [Markup("<h2 class='heading' id='brief-{}'>{}</h2>").format(section.id, section.heading)]
    if section.lede:
        parts.append(Markup("<p class='plain'>{}</p>").format(section.lede))
    if section.table:
        rows = [tuple(row) for row in section.table.rows]
        parts.append(table(section.table.head, rows, caption=section.table.caption, numbers=range(1, len(section.table.head))))
        parts.append(Markup("<p class='plain'>{}</p>").format(section.after) if section.after else Markup(""))
    if section.subheading:
        parts.append(Markup("<h3 class='sub'>{}</h3>").format(section.subheading))
    if section.entries:
        items = prose.joined([Markup("<li>{}</li>").format(_entry(entry, view)) for entry in section.entries])
        parts.append(Markup("<ol>{}</ol>" if section.numbered else "<ul>{}</ul>").format(items))
    if section.more:
        parts.append(Markup("<p class='note'>{}</p>").format(section.more))
    return Markup("<section>{}</section>").format(prose.joined(parts))


def _entry(entry: Entry, view: View) -> Markup:
    refs, parts = _references(entry), []
    if entry.lead or entry.text:
        lang = Markup(" lang='{}'").format(entry.text_lang) if entry.text_lang else Markup("")
        lead = Markup("<b>{}</b> ").format(entry.lead) if entry.lead else Markup("")
        parts.append(Markup("<p>{}<span{}>{}</span>{}</p>").format(lead, lang, entry.text, "" if entry.quote else refs))
    if entry.quote:
        parts.append(Markup("<blockquote>{}</blockquote>").format(prose.quoted(_quote(entry), entry.quote_lang)))
    if entry.facts or entry.place:
        adding = mine.quoting(view, entry.place) if entry.quote and entry.place else ""
        parts.append(Markup("<p class='facts'>{}{}{} {}</p>").format(entry.facts, refs if entry.quote else "", _link(entry, view), adding))
    return prose.joined(parts)


def _quote(entry: Entry) -> str:
    """The words, bold where they stand within their sentence."""
    if not (entry.quote_before or entry.quote_after):
        return entry.quote
    return Markup("{}<b>{}</b>{}").format(entry.quote_before, entry.quote, entry.quote_after)


def _link(entry: Entry, view: View) -> Markup:
    """The way into the register; on paper its permanent address stands there instead."""
    if not entry.place:
        return Markup("")
    if entry.place in view.register.commitment_by_id:
        there = address.href("commitment", id=entry.place)
    else:
        there = address.href("declarations", id=text_of(entry.place), at=entry.place)
    between = Markup("<span class='between'> · </span>") if entry.facts else Markup("")
    return between + Markup("<a class='in' href='{}' target='_self' data-path='{}'><span>{}</span></a>").format(
        there, entry.path, view.say("briefing.open")
    )


def _references(entry: Entry) -> Markup:
    links = [Markup("<a class='in' href='#brief-source-{}'>[{}]</a>").format(number, number) for number in entry.refs]
    return Markup("<span class='refs'>{}</span>").format(prose.joined(links)) if links else Markup("")


def _sources(sheet: Sheet) -> Markup:
    if not sheet.sources:
        return Markup("")
    items = []
    for source in sheet.sources:
        there: Markup | str = source.shown
        if source.address:
            there = Markup("<a class='in' href='{}' target='_blank' rel='noopener noreferrer'>{}</a>").format(source.address, source.shown)
        items.append(Markup("<li id='brief-source-{}'><b>{}</b> {} {}</li>").format(source.number, source.title, source.words, there))
    return Markup("<section><h2 class='heading' id='brief-sources'>{}</h2><ol class='sources'>{}</ol></section>").format(
        sheet.sources_heading, prose.joined(items)
    )
