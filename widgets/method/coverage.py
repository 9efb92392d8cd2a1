"""Which of the forums are on record: all editions in equal columns, and what is known of each."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from models.records.forums import Forum, ForumSource
from models.records.terms import Holding
from widgets.method.passages import folded, points
from widgets.parts import address, prose
from widgets.parts.view import View

ANNOUNCED = "announced"


def state(view: View, forum: Forum) -> str:
    """`on-record` where the text can be quoted here, else why it cannot; an announced forum is no held one."""
    if view.whole.declaration_of(forum.number) is not None:
        return "on-record"
    if forum.held is Holding.ANNOUNCED:
        return ANNOUNCED
    # A text that is known but withheld for a mistake in its record is not one that nobody has.
    return "known" if forum.on_record else forum.text.value


def words(view: View, forum: Forum) -> str:
    """What is known of a forum's text, in words."""
    found = state(view, forum)
    return view.say("method.coverage_announced") if found == ANNOUNCED else view.say(f"terms.text_{found}")


def show(view: View) -> None:
    """The picture and the list of all forums."""
    say, forums = view.say, view.whole.forums
    found = Counter(state(view, forum) for forum in forums)
    lede = say(
        "method.coverage_lede",
        forums=say.at_least(len(forums), view.whole.knows_all_forums),
        held=found["on-record"],
        known=say.at_least(found["known"], view.whole.knows_all_forums),
        unfound=say.at_least(found["not-found"], view.whole.knows_all_forums),
        announced=say.at_least(found[ANNOUNCED], view.whole.knows_all_forums),
    )
    prose.heading(say("method.coverage"), "coverage")
    prose.show(Markup("<p class='plain'>{}</p>").format(lede) + _picture(view))
    prose.show(
        Markup("<h3 class='sub'>{}</h3>").format(say("method.coverage_each")) + prose.joined([_forum(view, forum) for forum in forums])
    )


def _picture(view: View) -> Markup:
    return Markup("<ol class='coverage'>{}</ol>").format(prose.joined([_cell(view, forum) for forum in view.whole.forums]))


def _cell(view: View, forum: Forum) -> Markup:
    found = state(view, forum)
    head = Markup("<span class='edition'>{}</span> <b>{}</b>").format(view.say.ordinal(forum.number), forum.year)
    # A column is narrower than the word “announced”: the label of the cell says where it may be parted.
    body = Markup("<span class='words'>{}</span>").format(
        view.say("method.coverage_announced_short") if found == ANNOUNCED else words(view, forum)
    )
    declaration = view.whole.declaration_of(forum.number)
    if declaration is not None:
        body = Markup("<a href='{}' target='_self'>{}</a>").format(address.href("declarations", id=declaration.id), body)
    return Markup("<li class='of-{}'><span class='head'>{}</span><span class='cell{}'>{}</span></li>").format(
        found, head, "" if found == "on-record" else " hatched", body
    )


def _forum(view: View, forum: Forum) -> Markup:
    """One forum: a line with what matters, and everything known of it below."""
    say, lang = view.say, view.lang
    edition = say("method.coverage_cell", forum=say.ordinal(forum.number))
    summary = f"{edition}, {forum.year} · {words(view, forum)} · {forum.theme[lang]}"
    dates = Markup("{}").format(say.span(forum.start, forum.end))
    if forum.dates_note:
        dates += Markup("<br>{}").format(forum.dates_note[lang])
    theme = forum.theme[lang] if forum.theme_ko_attested else say("method.coverage_theme_ours", theme=forum.theme[lang])
    facts: list[tuple[str, str | Markup]] = [
        (say("method.coverage_theme"), theme),
        (say("method.coverage_dates"), dates),
    ]
    if str(forum.number) not in view.whole.stood_in:
        facts.append((say("method.coverage_mode"), say(f"method.mode_{forum.mode}")))
    if forum.venue:
        facts.append((say("method.coverage_venue"), forum.venue[lang]))
    if forum.hosts:
        facts.append((say("method.coverage_hosts"), _bodies(view, forum.hosts)))
    if forum.organizers:
        facts.append((say("method.coverage_organizers"), _bodies(view, forum.organizers)))
    facts.append((say("method.coverage_text"), _text(view, forum)))
    if forum.notes:
        facts.append((say("method.coverage_notes"), points([note[lang] for note in forum.notes])))
    sources = {source.id: source for source in view.whole.forum_sources}
    named = [_source(view, sources[id_]) for id_ in forum.sources if id_ in sources]
    if named:
        facts.append((say("method.coverage_sources"), points(named)))
    return folded(
        summary,
        Markup("<dl class='facts'>{}</dl>").format(prose.joined([Markup("<dt>{}</dt><dd>{}</dd>").format(*fact) for fact in facts])),
    )


def _text(view: View, forum: Forum) -> Markup:
    text = Markup("{}").format(forum.text_note[view.lang] if forum.text_note else words(view, forum))
    declaration = view.whole.declaration_of(forum.number)
    if declaration is None:
        return text
    return text + Markup(" ") + prose.anchor(address.href("declarations", id=declaration.id), view.say("method.coverage_read"), "in")


def _bodies(view: View, ids: list[str]) -> str:
    known = view.whole.body_by_id
    return ", ".join(known[id_].name[view.lang] for id_ in ids if id_ in known)


def _source(view: View, source: ForumSource) -> Markup:
    parts = [view.register.publisher(source.publisher, view.lang), source.title] + (
        [view.say.partial(source.published.text)] if source.published else []
    )
    named = ", ".join(parts)
    if not source.url:
        return Markup("{}").format(named)
    return Markup("<a class='in' href='{}' rel='noopener noreferrer' target='_blank'>{}</a>").format(source.url, named)
