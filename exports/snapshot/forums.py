"""The editions of the forum, on record or not, and all that is known of each."""

from __future__ import annotations

from markupsafe import Markup

from exports.snapshot.passages import Words, facts, heading, joined, link, paragraph, points, source
from exports.snapshot.reading import Reading
from models.records.forums import Forum
from models.register.forum_texts import TextState, text_state


def forums(reading: Reading) -> Markup:
    """All that were known on the day, in order; those without a text here are hatched and named."""
    say, register = reading.say, reading.register
    states = {each.number: text_state(reading.whole, each, reading.on) for each in register.forums}
    notes = [say("snapshot.forums_note")] if any(state.is_gap for state in states.values()) else []
    notes += [] if reading.whole.knows_all_forums else [say("overview.forums_lacking")]
    return paragraph(" ".join(notes)) + joined(_forum(reading, each, states[each.number]) for each in register.forums)


def _forum(reading: Reading, forum: Forum, state: TextState) -> Markup:
    say, lang = reading.say, reading.lang
    css = "gap hatched" if state.is_gap else "gap dotted" if state in (TextState.ANNOUNCED, TextState.LATER) else "held"
    name = say("overview.forum_cell", forum=say.ordinal(forum.number), year=forum.year, text=say(f"terms.text_{state}"))
    theme = forum.theme[lang] if forum.theme_ko_attested else say("method.coverage_theme_ours", theme=forum.theme[lang])
    dates = Markup("{}").format(say.span(forum.start, forum.end))
    dates += Markup("<br>{}").format(forum.dates_note[lang]) if forum.dates_note else ""
    rows: list[tuple[str, Words]] = [
        (say("method.coverage_theme"), theme),
        (say("method.coverage_dates"), dates),
    ]
    if str(forum.number) not in reading.whole.stood_in:
        rows.append((say("method.coverage_mode"), say(f"method.mode_{forum.mode}")))
    known = reading.register.forum_sources
    sources = [
        source(say, ", ".join(_named(reading, each.title, each.publisher, each.published)), each.publisher, each.url)
        for each in known
        if each.id in forum.sources
    ]
    declaration = reading.register.declaration_of(forum.number)
    text = link(f"#{reading.at(declaration.id)}", say("method.coverage_read")) if declaration else ""
    rows += [
        (say("method.coverage_venue"), forum.venue[lang] if forum.venue else ""),
        (say("method.coverage_hosts"), reading.bodies(forum.hosts)),
        (say("method.coverage_organizers"), reading.bodies(forum.organizers)),
        (say("method.coverage_text"), Markup("{} {}").format(forum.text_note[lang] if forum.text_note else "", text).strip()),
        (say("method.coverage_notes"), points(note[lang] for note in forum.notes)),
        (say("method.coverage_sources"), points(sources)),
    ]
    head = Markup("<p class='{}'><span>{}</span></p>\n").format(css, name)
    return Markup("<section class='forum'>{}{}</section>\n").format(heading(3, head, reading.at("forum", forum.number)), facts(rows))


def _named(reading: Reading, title: str, publisher: str, published: object) -> list[str]:
    named = [reading.register.publisher(publisher, reading.lang), title]
    return [*named, reading.say.partial(str(published))] if published else named
