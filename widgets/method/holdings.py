"""What has not been found, how to cite what has, and the data to take along."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from exports import dataset
from exports.commitments import for_people
from exports.snapshot import document
from exports.tables.every import TABLES
from models.labels import LANGUAGES, Say
from models.records.notes import Note
from models.records.places import text_of
from models.records.terms import Ledger
from models.records.texts import Commitment
from models.register.standing import Standing, notes_until
from widgets.method.passages import Cell, folded, plain, points, table
from widgets.parts import address, citation, download, prose
from widgets.parts.edition import edition
from widgets.parts.kept import Kept
from widgets.parts.view import View

_SNAPSHOTS: Kept[bytes] = Kept(2)
"""The snapshots that readers took last, by records and day; making one takes a second or two, and each has some 6 MB."""


def unfound(view: View) -> None:
    """What is not assessed or without evidence on the day, the searches, and the figures that were not found."""
    say = view.say
    adopted = [declaration for declaration in view.register.declarations if declaration.adopted <= view.on]
    prose.heading(say("method.unfound"), "unfound")
    if not adopted:
        prose.show(plain(say("method.unfound_none", date=say.date(view.on))))
        return
    years = {declaration.id for declaration in adopted}
    rows = [
        _ledger(view, ledger, [each for each in view.register.commitments_in(ledger) if each.declaration in years]) for ledger in Ledger
    ]
    lost = bool(view.register.withheld_on(view.on))
    heads = (
        say("method.unfound_head"),
        say("method.unfound_head_total"),
        say("terms.standing_not-assessable"),
        say("terms.standing_not-assessed"),
        say("terms.standing_no-evidence"),
        *([say("terms.standing_withheld")] if lost else []),
    )
    caption = say("method.unfound_caption", date=say.date(view.on))
    prose.show(
        table(heads, rows, caption=caption, numbers=(1, 2, 3, 4, 5) if lost else (1, 2, 3, 4))
        + plain(say("method.unfound_hint"))
        + _searches(view, years)
        + _figures(view)
    )


def _ledger(view: View, ledger: Ledger, commitments: list[Commitment]) -> list[Cell]:
    say = view.say
    stand = [view.register.standing_of(commitment, view.on) for commitment in commitments]
    outside = stand.count(Standing.NOT_ASSESSABLE)
    judged = len(stand) - outside
    return [
        say(f"terms.ledger_{ledger}"),
        len(stand),
        say("method.unfound_of", n=outside, total=len(stand)),
        say("method.unfound_of", n=stand.count(Standing.NOT_ASSESSED), total=judged),
        say("method.unfound_of", n=stand.count(Standing.NO_EVIDENCE), total=judged),
        *([say("method.unfound_of", n=stand.count(Standing.WITHHELD), total=judged)] if view.register.withheld_on(view.on) else []),
    ]


def _searches(view: View, years: set[str]) -> Markup:
    say, register = view.say, view.register
    order = list(register.commitment_by_id)
    notes = [
        note
        for note in notes_until(register.notes, view.on)
        if note.search and text_of(note.commitment) in years and note.commitment in order
    ]
    notes.sort(key=lambda note: order.index(note.commitment))
    rows: list[list[Cell]] = []
    for note in notes:
        if note.search:
            place = citation.place(view, note.commitment)
            whose = Markup("{} <span class='small'>{}</span>").format(place, _of(view, note))
            rows.append(
                [
                    whose,
                    note.search.where[view.lang],
                    ", ".join(f"“{word}”" for word in note.search.words),
                    Markup("<span class='day'>{}</span>").format(say.date(note.search.on)),
                ]
            )
    heads = (
        say("method.searches_head"),
        say("method.searches_head_where"),
        say("method.searches_head_words"),
        say("method.searches_head_on"),
    )
    return (
        folded(say.count("method.searches", len(rows)), table(heads, rows, css="places"))
        if rows
        else plain(say("method.searches_none", date=say.date(view.on)))
    )


def _of(view: View, note: Note) -> str:
    """Of which day a note speaks, and of which body if it is that body's own record."""
    body = view.register.body_by_id.get(note.actor or "")
    day = view.say("method.searches_of", date=view.say.date(note.as_of))
    return f"{day}, {body.name[view.lang]}" if body else day


def _figures(view: View) -> Markup:
    found = [
        Markup("<b>{}</b> {}").format(measure.title[view.lang], measure.not_found[view.lang])
        for measure in view.register.measures
        if measure.not_found
    ]
    return folded(view.say("method.numbers_missing"), points(found)) if found else Markup("")


def cite(view: View) -> None:
    """A citation in both languages, with the day and the edition of the data."""
    say, register = view.say, view.whole
    which = edition(view.fingerprint, register)
    names = {"en": say("method.cite_english"), "ko": say("method.cite_korean")}
    lines = []
    for lang in LANGUAGES:
        own = Say(say.labels, lang)
        where = address.full("", {"lang": lang, "on": view.on.isoformat()})
        words = own("method.citation", title=own("frame.product"), date=own.date(view.on), edition=which, address=where)
        lines.append(Markup("<dt>{}</dt><dd lang='{}' class='citation'>{}</dd>").format(names[lang], lang, words))
    last = register.declarations[-1]
    example = say("method.cite_example", title=last.title[view.lang], place=say.place(last.provisions[-1].id))
    prose.heading(say("method.cite"), "cite")
    prose.show(
        plain(say("method.cite_lede"))
        + Markup("<dl class='facts'>{}</dl>").format(prose.joined(lines))
        + plain(say("method.cite_words", example=example))
    )


def downloads(view: View) -> None:
    """The commitments as a table, everything as one document, and the addresses of all that there is."""
    say, whole, on, root = view.say, view.whole, view.on, address.root()
    prose.heading(say("method.downloads"), "downloads")
    prose.show(plain(say("method.downloads_lede", date=say.date(on))))
    name = on.isoformat()
    with st.container(key="method-downloads", horizontal=True, gap="small"):
        download.button(
            say("method.download_csv"),
            lambda: for_people(whole, say, on, view.withheld, root),
            f"human-rights-cities-commitments-{view.lang}-{name}.csv",
            "text/csv",
            key="method-csv",
        )
        download.button(
            say("method.download_json"),
            lambda: dataset.as_json(whole, on, view.withheld),
            f"human-rights-cities-register-{name}.json",
            "application/json",
            key="method-json",
        )
        download.button(
            say("method.download_snapshot"),
            lambda: _SNAPSHOTS.get(
                (view.fingerprint, view.today, on), lambda: document.snapshot(whole, on, say.labels, LANGUAGES, view.withheld)
            ),
            document.name(on),
            document.MEDIA_TYPE,
            key="method-snapshot",
        )
    prose.show(plain(say("method.downloads_snapshot")))
    prose.show(plain(say("method.data_lede")) + points([_at_address(view, *each) for each in _addresses(say)]))


def _addresses(say: Say) -> list[tuple[str, str, str, str]]:
    """All that is answered beside the pages: a file and its ending, its name, and what it is."""
    tables = [(name, "csv", say(f"tables.table_{name}"), say(f"method.data_{name}")) for name in TABLES]
    return [
        *tables,
        ("register", "ics", say("method.data_dates_name"), say("method.data_dates")),
        ("notes", "atom", say("method.data_feed_name"), say("method.data_feed")),
        ("datapackage", "zip", say("method.data_archive_name"), say("method.data_archive")),
        ("datapackage", "json", say("method.data_description_name"), say("method.data_description")),
        ("register", "json", say("tables.table_register"), say("method.data_register")),
    ]


def _at_address(view: View, file: str, ending: str, name: str, what: str) -> Markup:
    return Markup("{}<br>{}").format(prose.anchor(address.href(f"data/{file}.{ending}", lang=view.lang), name, "in"), what)
