"""One commitment as it was coded, with where it stands and every note on it."""

from __future__ import annotations

from markupsafe import Markup

from exports.snapshot import notes
from exports.snapshot.passages import Words, facts, force, joined, paragraph, points, quoted, standing
from exports.snapshot.reading import Reading
from models.records.places import text_of
from models.records.terms import Ledger
from models.records.texts import Commitment


def commitment(reading: Reading, coded: Commitment) -> Markup:
    """Closed: force, precision, standing and our summary. Open: everything the register knows of it; on paper it is open."""
    say, register = reading.say, reading.register
    precision = say(f"terms.precision_{coded.precision}") if coded.precision else say("terms.precision_none")
    stands = "" if coded.in_name_only else standing(say, register.standing_of(coded, reading.on))
    head = Markup("<b>{}</b> {} <span>{}</span> {}").format(say.place(coded.id), force(say, coded.force), precision, stands)
    ours = Markup("<span class='ours'><small>{}</small> {}</span>").format(say("declarations.ours"), coded.summary[reading.lang])
    return Markup(
        "<details class='coded' id='{}'><summary><span class='head'>{}</span>{}</summary>\n<div class='inside'>{}{}</div></details>\n"
    ).format(reading.at(coded.id), head, ours, facts(_coded(reading, coded)), notes.story(reading, coded))


def _coded(reading: Reading, coded: Commitment) -> list[tuple[str, Words]]:
    say, lang, promise = reading.say, reading.lang, coded.ledger is Ledger.PROMISES
    language = reading.register.declaration_by_id[coded.declaration].language
    rows: list[tuple[str, Words]] = [
        (say("commitment.words"), quoted(coded.quote, language)),
        (say("snapshot.verb"), quoted(coded.verb, language)),
    ]
    if coded.ledger:
        rows.append((say("find.facet_ledger"), _explained(reading, f"terms.ledger_{coded.ledger}", f"terms.ledger_meaning_{coded.ledger}")))
    rows.append((say("declarations.field_force"), _explained(reading, f"terms.force_{coded.force}", f"terms.meaning_{coded.force}")))
    if coded.precision:
        meaning = _explained(reading, f"terms.precision_{coded.precision}", f"terms.meaning_{coded.precision}")
        rows.append((say("declarations.field_precision"), meaning))
    else:
        rows.append((say("terms.precision_none"), say("declarations.name_only")))
    target, nobody = coded.target, "" if promise or coded.in_name_only else say("declarations.to_nobody")
    return [
        *rows,
        (say("declarations.field_by_promise") if promise else say("declarations.field_by_other"), reading.bodies(coded.by)),
        (say("declarations.field_to"), reading.bodies(coded.to) or nobody),
        (say("declarations.field_partners"), reading.bodies(coded.partners)),
        (say("declarations.field_themes"), reading.themes(coded.themes)),
        (say("declarations.field_groups"), reading.groups(coded.groups)),
        (
            say("declarations.field_stages"),
            joined([Markup("<span lang='{}'>{}</span>").format(language, each) for each in coded.stages], " → "),
        ),
        (say("declarations.field_items"), _items(reading, coded, language)),
        (say("declarations.field_due"), _due(reading, coded)),
        (
            say("declarations.field_target"),
            say("declarations.target", value=f"{target.value:,}", unit=target.unit[lang]) if target else "",
        ),
        (say("declarations.field_doubt"), coded.doubt[lang] if coded.doubt else ""),
        (say("commitment.recoded"), _recoded(reading, coded)),
        (say("declarations.field_pledges"), pledges_at(reading, coded.id)),
    ]


def _explained(reading: Reading, word: str, meaning: str) -> str:
    return reading.say("declarations.explained", word=reading.say(word), meaning=reading.say(meaning))


def _due(reading: Reading, coded: Commitment) -> Markup:
    if coded.due_by is None:
        return Markup("{}").format(reading.say("follow_through.no_due"))
    words = paragraph(reading.say("declarations.due_words", words=coded.due_words) if coded.due_words else "", "small")
    return Markup("{}{}").format(notes.timing(reading, coded), words)


def _items(reading: Reading, coded: Commitment, language: str) -> Markup:
    """The checklist in the text's own words, in Korean with ours before them."""
    rows = [Markup("{} {}").format(item.ko if reading.lang == "ko" else "", quoted(item.quote, language)) for item in coded.items]
    closed = reading.say("declarations.items_closed") if coded.items_closed else reading.say("declarations.items_open")
    return points(rows) + paragraph(closed if rows else "", "small")


def _recoded(reading: Reading, coded: Commitment) -> Markup:
    """What it was coded as before, from when on it is coded as it is, and why."""
    say = reading.say
    rows = []
    for each in coded.recoded:
        before = say(f"terms.precision_{each.precision}") if each.precision else say("terms.precision_none")
        told = say("commitment.recoded_from", date=say.date(each.on), force=say(f"terms.force_{each.force}"), precision=before)
        rows.append(Markup("{} <small>{}</small>").format(told, each.because[reading.lang]))
    return points(rows)


def pledges_at(reading: Reading, place: str) -> Markup:
    """The pledges that mention this place, each with what changed since the mention before."""
    say, register = reading.say, reading.register
    rows = []
    for pledge, mention in register.pledges_at(place):
        change = register.change_at(mention)
        if mention.background:
            how = say("declarations.background")
        elif change and mention.source:
            how = say("declarations.pledge_since", change=say(f"terms.change_{change}"), year=text_of(mention.source))
        else:
            how = say("declarations.pledge_first")
        rows.append(Markup("{} <small>({})</small>").format(reading.pledge(pledge.id), how))
    return joined(rows, "; ")
