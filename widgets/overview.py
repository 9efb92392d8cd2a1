"""The register at a glance: the parts of the page Overview, in the order in which they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from charts.standing import bars
from charts.theme import ON_PAGE
from charts.theme import theme as colours
from models.records.forums import Forum
from models.records.notes import Note
from models.records.terms import Ledger
from models.records.texts import Commitment
from models.register.forum_texts import TextState, text_state
from models.register.standing import Standing, is_past
from widgets import pledges
from widgets.parts import address, citation, forum_facts, marks, note_story, prose
from widgets.parts.once import once
from widgets.parts.table import Row, table
from widgets.parts.view import View
from widgets.pictures import chart as charts
from widgets.pictures import made

MOST = 8
"""So many pledges are named on the overview; the page Pledges has all."""


def opening(view: View) -> None:
    """What the register holds, and for whom."""
    say, register = view.say, view.register
    begun, texts = len(register.begun(view.on)), len(register.declarations)
    key = "overview.title_all" if texts == begun and register.knows_all_forums else "overview.title"
    forums = say.at_least(begun, register.knows_all_forums)
    prose.title(say(key, texts=texts, forums=forums, pledges=len(register.pledges), date=say.date(view.on)), say("overview.lede"))


def forums(view: View) -> None:
    """All editions in order, those not on record hatched; what lies after the day stands apart."""
    say, every = view.say, view.register.forums
    begun, later = [each for each in every if each.start <= view.on], [each for each in every if each.start > view.on]
    states = {each.number: text_state(view.whole, each, view.on) for each in begun}
    announced = [each for each in begun if states[each.number] is TextState.ANNOUNCED]
    notes = [say("overview.forums_note")] if any(state.is_gap for state in states.values()) else []
    notes += [say("overview.forums_announced", forum=say.ordinal(each.number)) for each in announced]
    notes += [] if view.whole.knows_all_forums else [say("overview.forums_lacking")]
    prose.heading(say("overview.forums"))
    prose.show(_row(view, begun))
    if notes:
        prose.note(" ".join(notes))
    if later:
        prose.show(Markup("<h3 class='sub'>{}</h3>{}").format(say("overview.forums_later"), _row(view, later)))


def _row(view: View, editions: list[Forum]) -> Markup:
    return Markup("<ol class='forums'>{}</ol>").format(prose.joined([_forum(view, forum) for forum in editions]))


def _forum(view: View, forum: Forum) -> Markup:
    """An edition, leading to its words or, where they are not here, to what is known of it."""
    say, state = view.say, text_state(view.whole, forum, view.on)
    label = say("overview.forum_cell", forum=say.ordinal(forum.number), year=forum.year, text=forum_facts.state_words(view, state))
    inside = Markup("<span aria-hidden='true'><b>{}</b><i>{}</i></span><span class='sr-only'>{}</span>").format(
        forum.year, forum.number, label
    )
    if state is not TextState.LATER:
        inside = Markup("<a href='{}' target='_self'>{}</a>").format(forum_facts.href(view, forum), inside)
    return Markup("<li class='{}{}' title='{}'>{}</li>").format(state.value, " hatched" if state.is_gap else "", label, inside)


def standings(view: View) -> None:
    """The chart of where promises, asks and hopes stand."""
    say = view.say
    told = once(view, ("standing",), lambda: made.standing(view))
    shown = [each for each in Standing if each is not Standing.WITHHELD or each in told.shown]

    def rows() -> Iterator[Row]:
        for bar in told.bars:
            name = Markup("<b>{}</b><br><span class='small'>{}</span>").format(bar.name, say(f"terms.ledger_meaning_{bar.ledger}"))
            counts = {each.standing: str(each.count) for each in (*bar.segments, bar.apart) if each}
            yield (name, *(_those(view, bar.ledger, each, counts[each]) if each in counts else 0 for each in shown))

    charts.show(
        view,
        ("standing",),
        told,
        lambda room: bars.draw(told, ON_PAGE, room),
        lambda: bars.draw(told, colours(view.dark)),
        columns=[say("overview.ledgers"), *(told.names[each] for each in shown)],
        rows=lambda: list(rows()),
        leads=lambda place: address.href("find", ledger=place.partition("|")[0], standing=place.partition("|")[2]),
        becomes="forum/standing",
        apart="standing",
    )


def ledgers(view: View) -> None:
    """Promises, asks and hopes in words, each with the ways to its commitments; and what is a commitment in name only."""
    say, register = view.say, view.register
    prose.show(Markup("<dl class='ledgers'>{}</dl>").format(prose.joined([_ledger(view, ledger) for ledger in Ledger])))
    in_name = [commitment for commitment in register.commitment_by_id.values() if commitment.in_name_only]
    if in_name:
        named = prose.joined([Markup("<li>{}</li>").format(citation.named(view, commitment)) for commitment in in_name])
        prose.show(
            Markup("<p class='note'>{}</p><ul class='plain-list'>{}</ul>").format(say.count("overview.in_name", len(in_name)), named)
        )


def _those(view: View, ledger: Ledger, standing: Standing, words: str | Markup) -> Markup:
    """Words that lead to exactly those commitments of a ledger that have one standing."""
    return prose.anchor(address.href("find", ledger=ledger.value, standing=standing.value), words, "in")


def _ledger(view: View, ledger: Ledger) -> Markup:
    """How many there are, how many can be judged, and for each standing the way to those that have it."""
    say, register, found = view.say, view.register, view.register.commitments_in(ledger)
    assessable = sum(commitment.assessable for commitment in found)
    if not found:
        counts = say("overview.ledger_none")
    elif assessable == len(found):
        counts = say.count("overview.ledger_counts_all", len(found))
    else:
        counts = say.count("overview.ledger_counts", len(found) - assessable, all=len(found), assessable=assessable)
    counted = Counter(register.standing_of(commitment, view.on) for commitment in found)
    links = [
        Markup("<li>{}</li>").format(
            _those(view, ledger, each, say("overview.of_standing", n=counted[each], standing=say(f"terms.standing_{each}")))
        )
        for each in Standing
        if counted[each]
    ]
    return Markup("<div><dt>{} <b>{}</b></dt><dd>{}</dd><dd class='small'>{}</dd><dd><ul class='ways'>{}</ul></dd></div>").format(
        say(f"terms.ledger_{ledger}"), len(found), say(f"terms.ledger_meaning_{ledger}"), counts, prose.joined(links)
    )


def changes(view: View) -> None:
    """Whose standing changed since the last forum that was held, and what was only judged since."""
    say, register = view.say, view.register
    last = register.last_forum(view.on)
    if last is None:
        return
    moved: list[tuple[Commitment, Standing, Note]] = []
    anew: list[tuple[Commitment, Standing, Note]] = []
    first: list[Commitment] = []
    unknown: list[Commitment] = []
    for commitment in register.commitment_by_id.values():
        before, now = register.standing_of(commitment, last.end), register.standing_of(commitment, view.on)
        if Standing.WITHHELD in (before, now):
            unknown.append(commitment)
            continue
        note = register.decision_on(commitment.id, view.on)
        if note is None or before is now:
            continue
        if before is Standing.NOT_ASSESSED:
            first.append(commitment)
        else:
            (moved if _tells_of_later(view, note, last) else anew).append((commitment, before, note))
    prose.heading(say("overview.changed", forum=say.ordinal(last.number), date=say.span(last.start, last.end)))
    _told(view, "overview.changed_lede", moved)
    if not moved:
        prose.note(say("overview.changed_none"))
    _told(view, "overview.changed_anew", anew)
    if first:
        prose.note(say("overview.changed_first", counts=_by_ledger(view, first)))
    if unknown:
        prose.note(say("overview.changed_withheld", counts=_by_ledger(view, unknown)))


def _tells_of_later(view: View, note: Note, forum: Forum) -> bool:
    """Whether the note rests on something that surely happened after the forum; the day of judging is no happening."""
    cited = [view.register.evidence_by_id[id_] for id_ in note.evidence if id_ in view.register.evidence_by_id]
    return any(source.happened is not None and source.happened.first > forum.end for source in cited)


def _told(view: View, lede: str, moved: list[tuple[Commitment, Standing, Note]]) -> None:
    if moved:
        prose.note(view.say(lede, counts=_by_ledger(view, [commitment for commitment, _, _ in moved])))
        prose.show(Markup("<ul class='plain-list'>{}</ul>").format(prose.joined([_moved(view, *each) for each in moved])))


def _by_ledger(view: View, found: list[Commitment]) -> str:
    """How many of each ledger, never as one sum."""
    counted = {ledger: sum(commitment.ledger is ledger for commitment in found) for ledger in Ledger}
    return view.say.listed([view.say.count(f"timeline.n_{ledger}", n) for ledger, n in counted.items() if n])


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
    found = [commitment for commitment in register.commitment_by_id.values() if commitment.due_by and commitment.ledger]
    if not found:
        prose.note(say("overview.dated_none", date=say.date(view.on)))
        return
    coming = sorted((c for c in found if not is_past(c, view.on)), key=lambda c: str(c.due_by))
    past = sorted((c for c in found if is_past(c, view.on)), key=lambda c: str(c.due_by), reverse=True)
    every = list(register.commitment_by_id.values())
    prose.note(say("overview.dated_lede", named=_shares(view, found, every), past=_shares(view, past, found), date=say.date(view.on)))
    rows = [
        (citation.named(view, c), note_story.timing(view, c, headed=True), marks.standing(say, register.standing_of(c, view.on)))
        for c in [*coming, *past]
    ]
    prose.show(table([say("overview.dated_what"), say("overview.dated_when"), say("overview.dated_where")], rows))


def _shares(view: View, some: list[Commitment], every: list[Commitment]) -> str:
    """How many of each ledger's commitments, for the ledgers that have any."""
    parts = []
    for ledger in Ledger:
        total = sum(commitment.ledger is ledger for commitment in every)
        if total:
            parts.append(view.say(f"overview.share_{ledger}", n=sum(commitment.ledger is ledger for commitment in some), all=total))
    return ", ".join(parts)


def recurring(view: View) -> None:
    """The pledges that stand in the most declarations."""
    say, register = view.say, view.register
    texts = len(register.declarations)
    prose.heading(say("overview.recurring"))
    if texts < 2:
        prose.note(say("overview.recurring_none", date=say.date(view.on)))
    else:
        told = made.recurrence(view, register, "often", MOST)
        prose.show(table(pledges.columns(view, told), [pledges.row(view, row) for row in told.rows]))
    address.link("pledges", say.count("overview.recurring_all", len(register.pledges)))
