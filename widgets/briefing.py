"""The brief on screen: the same tree of sentences as the files, with links, and the files to take along."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from exports.brief import docx as briefing_docx
from exports.brief import pdf as briefing_pdf
from models.brief import facts, gathering
from models.brief.facts import Subject
from models.brief.telling.phrases import name
from models.brief.telling.tree import Entry, Section, Sheet
from widgets.parts import address, prose
from widgets.parts.edition import edition
from widgets.parts.table import table
from widgets.parts.view import View

FIRST = "city:gwangju"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def chosen(view: View) -> Sheet | None:
    """The brief that the address asks for; what cannot be briefed on is said."""
    say, register = view.say, view.register
    prose.style("briefing")
    subjects = {subject.address: subject for subject in facts.subjects(register)}
    words = {about: say(f"briefing.option_{subject.kind}", name=name(register, subject, say)) for about, subject in subjects.items()}
    default = FIRST if FIRST in subjects else next(iter(subjects))
    with st.container(key="brief-choice"):
        about = address.pick(say("briefing.choose"), "about", list(subjects), words.__getitem__, multi=False, default=default, width=520)[0]
    given = address.value("about")
    if given and given not in subjects:
        prose.title(say("briefing.unknown", about=given), say("briefing.unknown_hint"))
        return None
    return _sheet(view, subjects[about], view.fingerprint, view.on, view.today, view.lang)


@st.cache_resource(max_entries=100, show_spinner=False)
def _sheet(_view: View, subject: Subject, records: str, on: dt.date, today: dt.date, lang: str) -> Sheet:
    """The fitted brief, made once for each state of the records."""
    gathered = replace(gathering.brief(_view.register, subject, on), withheld=_view.withheld)
    return briefing_pdf.fitted(gathered, _view.say, edition(records, _view.whole))


def take_along(sheet: Sheet, view: View) -> None:
    """The two files."""
    say, stem = view.say, f"brief-{address.value('about') or FIRST}-{view.lang}-{view.on.isoformat()}".replace(":", "-")
    with st.container(key="brief-take", horizontal=True, gap="small", vertical_alignment="center"):
        st.download_button(
            say("briefing.take_docx"), lambda: briefing_docx.docx_file(sheet), f"{stem}.docx", DOCX, key="brief-docx", on_click="ignore"
        )
        st.download_button(
            say("briefing.take_pdf"), lambda: briefing_pdf.pdf(sheet), f"{stem}.pdf", "application/pdf", key="brief-pdf", on_click="ignore"
        )
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
        parts.append(Markup("<p class='facts'>{}{}{}</p>").format(entry.facts, refs if entry.quote else "", _link(entry, view)))
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
        there = address.href("declarations", id=entry.place[:4], at=entry.place)
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
