"""The secretariat's queues: what waits, and what would move it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from exports.queue import moves, queue_csv
from models.records.terms import Ledger
from models.register.queues import Filter, Order, Queue, Row, assessable, horizon, queue, responsible, sizes, sort
from models.register.standing import Standing, is_overdue
from widgets.frame import banner, paper
from widgets.parts import address, citation, download, marks, naming, note_story, prose
from widgets.parts.once import once, passages
from widgets.parts.table import table
from widgets.parts.view import View

MOST = 100
"""So many rows are drawn; the table to take along has all."""


def opening(view: View) -> None:
    """The sentence that answers: what is past due, and what nobody has judged, each ledger for itself."""
    prose.style("follow_through")
    passages(view, ("queues", "opening"), _opening)


def _opening(view: View) -> None:
    say, register = view.say, view.register
    waiting = sizes(register, Queue.NEVER, view.on)
    overdue, never = [], []
    for ledger in Ledger:
        named = say(f"follow_through.ledger_{ledger}")
        found = [commitment for commitment in assessable(register) if commitment.ledger is ledger]
        dated = [commitment for commitment in found if commitment.due_by]
        late = sum(is_overdue(commitment, register.standing_of(commitment, view.on), view.on) for commitment in dated)
        if dated:
            overdue.append(say("follow_through.opening_part", n=late, all=len(dated), ledger=named))
        if found:
            never.append(say("follow_through.opening_never_part", n=waiting[ledger], all=len(found), ledger=named))
    prose.title(
        say("follow_through.title"),
        say(
            "follow_through.opening",
            date=say.date(view.on),
            overdue=say.listed(overdue) or say("follow_through.opening_none"),
            never=say.listed(never) or say("follow_through.opening_never_nothing"),
        ),
    )


def withheld(view: View) -> None:
    """What stands in no queue because its judgement is withheld, and what to do about it; nothing on sound records."""
    say, found = view.say, view.register.withheld_on(view.on)
    if not found:
        return
    counts = {ledger: sum(commitment.ledger is ledger for commitment in found) for ledger in Ledger}
    named = [say("follow_through.withheld_part", n=n, ledger=say(f"follow_through.ledger_{ledger}")) for ledger, n in counts.items() if n]
    links = [prose.anchor(address.href("commitment", id=each.id), say.place(each.id), "in") for each in found]
    prose.show(
        Markup("<p class='plain'>{} {}</p><p class='plain'>{}</p>").format(
            marks.standing(say, Standing.WITHHELD), say("follow_through.withheld", counts=say.listed(named)), prose.joined(links, " · ")
        )
    )


def queues(view: View, writes: bool) -> None:
    """One queue with its filters, its rows and the table to take along; `writes` is whether the reader may add notes."""
    say = view.say
    words = once(view, ("queues",), lambda: {which.value: _with_size(view, which) for which in Queue})
    prose.heading(say("follow_through.queue"))
    prose.note(say("follow_through.queue_lede"))
    picked = address.pick(
        say("follow_through.queue"),
        "queue",
        list(words),
        words.__getitem__,
        multi=False,
        default=Queue.OVERDUE.value,
        style="row",
        label_shown=False,
    )
    which = Queue(picked[0])
    passages(view, ("queue", "means", which), lambda view: prose.show(Markup("<p class='plain'>{}</p>").format(_meaning(view, which))))
    asked, said, order = _filters(view)
    everything = once(view, ("queue", which), lambda: queue(view.register, which, view.on))
    rows = sort([row for row in everything if asked.admits(row.commitment)], order)
    passages(
        view, ("queue", "rows", which, asked, order, writes, address.value("queue")), lambda view: _listed(view, everything, rows, writes)
    )
    root, here = address.root(), paper.address(view)
    download.button(
        say("follow_through.download"),
        lambda: queue_csv(view.register, say, which, rows, view.on, said, view.withheld, root, here),
        f"{which}-{view.lang}-{view.on.isoformat()}.csv",
        "text/csv",
        key="queue-csv",
        kind="tertiary",
    )


def _listed(view: View, everything: list[Row], rows: list[Row], writes: bool) -> None:
    say = view.say
    if not rows:
        prose.show(
            Markup("<p class='silent'>{}</p>").format(say("follow_through.nothing_filtered" if everything else "follow_through.nothing"))
        )
    else:
        prose.note(_counts(view, everything, rows))
        _table(view, rows[:MOST], writes)
        if len(rows) > MOST:
            prose.note(say("follow_through.more", n=len(rows) - MOST))


def _with_size(view: View, which: Queue) -> str:
    return view.say(
        "follow_through.queue_with", queue=view.say(f"follow_through.queue_{which}"), n=len(queue(view.register, which, view.on))
    )


def _meaning(view: View, which: Queue) -> str:
    say, register = view.say, view.register
    if which is Queue.DUE:
        near = horizon(register, view.on)
        if near.forum:
            words = say("follow_through.means_due", date=say.date(near.day), forum=say.ordinal(near.forum.number))
        else:
            words = say("follow_through.means_due_unknown", date=say.date(near.day))
        later = sorted((str(c.due_by), c.id) for c in assessable(register) if c.due_by and c.due_by > near.day)
        following = register.commitment_by_id[later[0][1]] if later else None
        if following is None:
            return words
        return f"{words} {say('follow_through.due_later', date=say.due(following), place=say.place(following.id))}"
    if which is Queue.STALE:
        last = register.last_forum(view.on)
        if last is None:
            return say("follow_through.means_stale_first")
        return say("follow_through.means_stale", date=say.date(last.end), forum=say.ordinal(last.number))
    return say(f"follow_through.means_{which}")


def _filters(view: View) -> tuple[Filter, list[tuple[str, str]], Order]:
    """What the reader asked for: as a filter, in words for the table to take along, and the order."""
    say, register, lang = view.say, view.register, view.lang
    found = assessable(register)
    named = [body for commitment in found for body in responsible(commitment) if body in register.body_by_id]
    offered: dict[str, dict[str, str]] = {
        "ledger": {ledger.value: say(f"terms.ledger_{ledger}") for ledger in Ledger},
        "declaration": {declaration.id: declaration.id for declaration in register.declarations},
        "theme": naming.themes(view),
        "body": {body: register.body_by_id[body].name[lang] for body in dict.fromkeys(named)},
    }
    titles = {name: say(f"follow_through.filter_{name}") for name in offered}
    chosen: dict[str, list[str]] = {}
    with st.container(key="queue-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
        for name, options in offered.items():
            with st.container(key=f"filter-{name}"):
                placeholder = say("follow_through.filter_any")
                chosen[name] = address.pick(titles[name], name, list(options), options.__getitem__, placeholder=placeholder)
        with st.container(key="filter-sort"):
            orders = {order.value: say(f"follow_through.order_{order}") for order in Order}
            order = address.pick(
                say("follow_through.sort"), "sort", list(orders), orders.__getitem__, multi=False, default=Order.URGENT.value
            )
    banner.say_unknown(
        view, address.unknown({**{name: list(options) for name, options in offered.items()}, "queue": [w.value for w in Queue]})
    )
    said = [(titles[name], "; ".join(offered[name][each] for each in picked)) for name, picked in chosen.items() if picked]
    asked = Filter(tuple(chosen["ledger"]), tuple(chosen["declaration"]), tuple(chosen["theme"]), tuple(chosen["body"]))
    return asked, said, Order(order[0])


def _counts(view: View, everything: list[Row], rows: list[Row]) -> str:
    say = view.say
    parts = []
    for ledger in Ledger:
        waiting = sum(row.commitment.ledger is ledger for row in everything)
        shown = sum(row.commitment.ledger is ledger for row in rows)
        if waiting:
            parts.append(say("follow_through.shown_part", n=shown, all=waiting, ledger=say(f"follow_through.ledger_{ledger}")))
    return say("follow_through.shown", ledgers=say.listed(parts))


def _table(view: View, rows: list[Row], writes: bool) -> None:
    say = view.say
    columns = [say(f"follow_through.column_{name}") for name in ("commitment", "standing", "due", "moves", "write")]
    prose.show(Markup("<div class='queue'>{}</div>").format(table(columns, [_cells(view, row, writes) for row in rows])))


def _cells(view: View, row: Row, writes: bool) -> tuple[Markup | str, ...]:
    say, commitment = view.say, row.commitment
    place = citation.place(view, commitment.id)
    name = Markup("{}<br>{} <span class='small'>{}</span>").format(commitment.summary[view.lang], marks.force(say, commitment.force), place)
    judged = (
        Markup("<br><span class='small'>{}</span>").format(say("follow_through.judged", date=say.date(row.judged))) if row.judged else ""
    )
    test = (
        Markup("<details><summary>{}</summary>{}</details>").format(
            say("follow_through.test"), note_story.test(view, commitment, headed=True)
        )
        if commitment.test
        else ""
    )
    write = Markup("<a class='in' href='{}' target='_self' aria-label='{}'>{}</a>").format(
        address.href("follow_through", note=commitment.id, queue=address.value("queue")),
        say("follow_through.add_to" if writes else "follow_through.history_of", place=say.place(commitment.id)),
        say("follow_through.add" if writes else "follow_through.history"),
    )
    return (
        name,
        Markup("{}{}").format(marks.standing(say, row.standing), judged),
        note_story.timing(view, commitment, headed=True) or say("follow_through.no_due"),
        Markup("{}{}").format(moves(say, row), test),
        write,
    )
