"""One edition of the forum: what is known of its text, and everything else on record of it."""

from __future__ import annotations

from markupsafe import Markup

from models.records.forums import Forum, ForumSource
from models.register.forum_texts import TextState, text_state
from widgets.parts import address, citation, prose
from widgets.parts.view import View


def state_words(view: View, state: TextState) -> str:
    """What is known of a forum's text, in words."""
    return view.say(f"terms.text_{state}")


def href(view: View, forum: Forum) -> str:
    """Where its declaration can be read, or what is known of the forum where it cannot."""
    declaration = view.whole.declaration_of(forum.number)
    return address.href("declarations", id=declaration.id if declaration else str(forum.year))


def facts(view: View, forum: Forum) -> Markup:
    """Theme, dates, venue, hosts, what is known of the text, where sources differ, and the sources."""
    say, lang = view.say, view.lang
    dates = Markup("{}").format(say.span(forum.start, forum.end))
    if forum.dates_note:
        dates += Markup("<br>{}").format(forum.dates_note[lang])
    theme = forum.theme[lang] if forum.theme_ko_attested else say("method.coverage_theme_ours", theme=forum.theme[lang])
    rows: list[tuple[str, str | Markup]] = [
        (say("method.coverage_theme"), theme),
        (say("method.coverage_dates"), dates),
    ]
    if str(forum.number) not in view.whole.stood_in:
        rows.append((say("method.coverage_mode"), say(f"method.mode_{forum.mode}")))
    if forum.venue:
        rows.append((say("method.coverage_venue"), forum.venue[lang]))
    if forum.hosts:
        rows.append((say("method.coverage_hosts"), _bodies(view, forum.hosts)))
    if forum.organizers:
        rows.append((say("method.coverage_organizers"), _bodies(view, forum.organizers)))
    rows.append((say("method.coverage_text"), _text(view, forum)))
    if forum.notes:
        rows.append((say("method.coverage_notes"), _points([Markup("{}").format(note[lang]) for note in forum.notes])))
    sources = {source.id: source for source in view.whole.forum_sources}
    named = [_source(view, sources[id_]) for id_ in forum.sources if id_ in sources]
    if named:
        rows.append((say("method.coverage_sources"), _points(named)))
    return Markup("<dl class='facts'>{}</dl>").format(prose.joined([Markup("<dt>{}</dt><dd>{}</dd>").format(*row) for row in rows]))


def _points(passages: list[Markup]) -> Markup:
    return Markup("<ul class='points'>{}</ul>").format(prose.joined([Markup("<li>{}</li>").format(each) for each in passages]))


def _text(view: View, forum: Forum) -> Markup:
    known = forum.text_note[view.lang] if forum.text_note else state_words(view, text_state(view.whole, forum))
    text = Markup("{}").format(known)
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
    return citation.source(view, ", ".join(parts), source.publisher, source.url)
