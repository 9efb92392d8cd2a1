"""The register at a glance: the parts of the page Overview, in the order in which they are read."""

from __future__ import annotations

from markupsafe import Markup

from charts import standing as drawing
from charts.theme import theme as colours
from models import standing
from models.follow_through import Note
from models.records import Commitment, Forum, Holding, Ledger
from models.standing import Standing
from models.tables import recurrence as recurrence_tables
from models.tables import standing as tables
from widgets import address, citation, marks, note_story, prose
from widgets import chart as charts
from widgets.view import View

MOST = 8
"""So many pledges are named on the overview; the page Pledges has all."""


def opening(view: View) -> None:
    """What the register holds, and for whom."""
    say, register = view.say, view.register
    prose.title(
        say("overview.title", texts=len(register.declarations), forums=len(register.forums), pledges=len(register.pledges)),
        say("overview.lede"),
    )


def forums(view: View) -> None:
    """All editions in order, those not on record hatched."""
    say = view.say
    cells = prose.joined([_forum(view, forum) for forum in view.register.forums])
    prose.heading(say("overview.forums"))
    prose.show(Markup("<ol class='forums'>{}</ol><p class='note'>{}</p>").format(cells, say("overview.forums_note")))


def _forum(view: View, forum: Forum) -> Markup:
    say = view.say
    declaration = view.register.declaration_of(forum.number)
    if declaration:
        text = say("terms.text_on-record")
    elif forum.start > view.on:
        text = say("overview.forum_later")
    elif forum.held is Holding.ANNOUNCED:
        text = say("overview.forum_announced")
    else:
        text = say(f"terms.text_{forum.text}") if not forum.on_record else say("overview.forum_later")
    label = say("overview.forum_cell", forum=say.ordinal(forum.number), year=forum.year, text=text)
    inside = Markup("<span aria-hidden='true'><b>{}</b><i>{}</i></span><span class='sr-only'>{}</span>").format(
        forum.year, forum.number, label
    )
    if declaration:
        inside = Markup("<a href='{}' target='_self'>{}</a>").format(address.href("declarations", id=declaration.id), inside)
    return Markup("<li class='{}' title='{}'>{}</li>").format("held-text" if declaration else "hatched", label, inside)


def ledgers(view: View) -> None:
    """Promises, asks and hopes, each with where its commitments stand."""
    say, register = view.say, view.register
    frame = tables.ledgers(register, view.on)
    canvas = drawing.chart(frame, view.on, say, colours(view.dark))
    columns = [say("overview.ledgers"), *(say(f"terms.standing_{each}") for each in Standing)]
    rows = []
    for record in frame.to_dict("records"):
        name = Markup("<b>{}</b><br><span class='small'>{}</span>").format(
            say(f"terms.ledger_{record['ledger']}"), say(f"terms.ledger_meaning_{record['ledger']}")
        )
        rows.append((name, *(record[each.value] for each in Standing)))
    charts.show(view, canvas, "standing", columns=columns, rows=lambda: rows)
    prose.show(Markup("<dl class='ledgers'>{}</dl>").format(prose.joined([_ledger(view, ledger) for ledger in Ledger])))
    in_name = sum(commitment.in_name_only for commitment in register.commitment_by_id.values())
    if in_name:
        prose.note(say.count("overview.in_name", in_name))


def _ledger(view: View, ledger: Ledger) -> Markup:
    say, found = view.say, view.register.commitments_in(ledger)
    assessable = sum(commitment.assessable for commitment in found)
    if not found:
        counts = say("overview.ledger_none")
    elif assessable == len(found):
        counts = say("overview.ledger_counts_all", n=len(found))
    else:
        counts = say("overview.ledger_counts", n=len(found), assessable=assessable)
    return Markup("<div><dt>{} <b>{}</b></dt><dd>{}</dd><dd class='small'>{}</dd></div>").format(
        say(f"terms.ledger_{ledger}"), len(found), say(f"terms.ledger_meaning_{ledger}"), counts
    )


def changes(view: View) -> None:
    """Whose standing changed since the last forum that was held."""
    say, register = view.say, view.register
    last = register.last_forum(view.on)
    if last is None:
        return
    moved = []
    for commitment in register.commitment_by_id.values():
        before, now = register.standing_of(commitment, last.end), register.standing_of(commitment, view.on)
        note = standing.deciding(register.notes_of(commitment.id), view.on)
        if note and before is not now and note.as_of > last.end and before is not Standing.NOT_ASSESSED:
            moved.append((commitment, before, note))
    prose.heading(say("overview.changed", forum=say.ordinal(last.number), date=say.span(last.start, last.end)))
    if not moved:
        prose.note(say("overview.changed_none"))
        return
    prose.note(say.count("overview.changed_lede", len(moved)))
    prose.show(Markup("<ul class='plain-list'>{}</ul>").format(prose.joined([_moved(view, *each) for each in moved])))


def _moved(view: View, commitment: Commitment, before: Standing, note: Note) -> Markup:
    say = view.say
    came = say("overview.changed_from", before=say(f"terms.standing_{before}"))
    return Markup("<li>{} {} <span class='small'>{} {}</span><br>{}</li>").format(
        marks.standing(say, Standing(note.status.value)),
        citation.named(view, commitment),
        came,
        say("notes.as_of", date=say.date(note.as_of)),
        note_story.judgement(view, note.reason),
    )


def dated(view: View) -> None:
    """What names a date: coming first, then what is past, newest first."""
    say, register = view.say, view.register
    prose.heading(say("overview.dated"))
    found = [commitment for commitment in register.commitment_by_id.values() if commitment.due]
    if not found:
        prose.note(say("overview.dated_none", date=say.date(view.on)))
        return
    coming = sorted((c for c in found if c.due and c.due >= view.on), key=lambda c: str(c.due))
    past = sorted((c for c in found if c.due and c.due < view.on), key=lambda c: str(c.due), reverse=True)
    everything = len(register.commitment_by_id)
    prose.note(say("overview.dated_lede", n=len(found), all=everything, past=len(past), coming=len(coming), date=say.date(view.on)))
    rows = [
        (citation.named(view, c), note_story.timing(view, c), marks.standing(say, register.standing_of(c, view.on)))
        for c in [*coming, *past]
    ]
    prose.show(charts.table([say("overview.dated_what"), say("overview.dated_when"), say("overview.dated_where")], rows))


def recurring(view: View) -> None:
    """The pledges that stand in the most declarations."""
    say, register = view.say, view.register
    prose.heading(say("overview.recurring"))
    frame = recurrence_tables.pledges(register, view.on, view.lang)
    rows = []
    for record in frame.head(MOST).to_dict("records"):
        pledge = register.pledge_by_id[str(record["pledge"])]
        name = prose.anchor(address.href("pledge", id=pledge.id), pledge.title[view.lang], "in")
        cells = []
        for declaration in register.declarations:
            mention = register.strongest_mention(pledge, declaration.id)
            cells.append(
                marks.force(say, register.wording_at(mention.at).force)
                if mention
                else Markup("<span class='small'>{}</span>").format(say("recurrence.not_mentioned"))
            )
        rows.append((name, *cells, say("overview.recurring_of", n=record["declarations"], texts=record["of"])))
    columns = [
        say("pledges.list_pledge"),
        *(declaration.id for declaration in register.declarations),
        say("recurrence.count", texts=len(register.declarations)),
    ]
    prose.show(charts.table(columns, rows))
    address.link("pledges", say("overview.recurring_all", n=len(register.pledges)))
