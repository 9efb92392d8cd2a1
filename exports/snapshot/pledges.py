"""Every pledge with its lineage: a picture, its words declaration by declaration, what changed and why, and the gaps between."""

from __future__ import annotations

from markupsafe import Markup

from exports.snapshot import pictures
from exports.snapshot.passages import NOTHING, change, force, heading, joined, link, paragraph, points, quoted, standing
from exports.snapshot.reading import Reading
from models.records.places import text_of
from models.records.pledges import Mention, Pledge
from models.records.texts import Declaration


def ordered(reading: Reading) -> list[Pledge]:
    """Most declarations first, then by title, as the pages list them."""
    register, lang = reading.register, reading.lang
    return sorted(register.pledges, key=lambda pledge: (-len(register.recurrence(pledge)), pledge.title[lang].casefold()))


def pledge(reading: Reading, thread: Pledge) -> Markup:
    """One pledge through the declarations on record."""
    say, register = reading.say, reading.register
    years, texts = register.recurrence(thread), len(register.declarations)
    key = "pledge.in_only" if texts == 1 else "pledge.in_all" if len(years) == texts else "pledge.in_some"
    parts = [
        heading(3, thread.title[reading.lang], reading.at("pledge", thread.id)),
        paragraph(say(key, n=len(years), texts=texts, years=say.listed(list(years))), "sub"),
        paragraph(say("pledge.object", object=thread.object[reading.lang])),
        pictures.of_pledge(reading, thread),
        heading(4, say("pledge.story")),
    ]
    before: Declaration | None = None
    for declaration in register.declarations:
        parts.append(_gap(reading, before, declaration))
        own = [each for each in thread.mentions if each.declaration == declaration.id and not each.background]
        if own:
            parts += [_mention(reading, each) for each in own]
        elif any(year < declaration.id for year in years) or _beside(thread, declaration.id):
            parts.append(_silence(reading, thread, before, declaration))
        before = declaration
    parts += [_background(reading, thread), _commitments(reading, thread), _measure(reading, thread)]
    return Markup("<section class='pledge'>{}</section>\n").format(joined(parts))


def _gap(reading: Reading, before: Declaration | None, after: Declaration) -> Markup:
    """The forums between two declarations that are not on record, hatched and named."""
    missing = reading.register.forums_between(before.id, after.id) if before else ()
    if not missing:
        return NOTHING
    say = reading.say
    first, last = say.ordinals(missing[0].number, missing[-1].number)
    years = say.stretch(missing[0].year, missing[-1].year)
    words = say.count("pledge.gap", len(missing), first=first, last=last, years=years)
    return Markup("<p class='gap hatched'><span>{}</span></p>\n").format(words)


def _silence(reading: Reading, thread: Pledge, before: Declaration | None, here: Declaration) -> Markup:
    say, register = reading.say, reading.register
    if _beside(thread, here.id):
        return paragraph(say("pledge.silent_topic", year=here.id))
    if before and register.consecutive(before.id, here.id) and before.id in register.recurrence(thread):
        return paragraph(say("pledge.silent_consecutive", year=here.id, earlier=before.id))
    return paragraph(say("pledge.silent", year=here.id))


def _beside(thread: Pledge, year: str) -> list[Mention]:
    return [each for each in thread.mentions if each.declaration == year and each.background]


def _mention(reading: Reading, mention: Mention) -> Markup:
    """The words at one place, how firm they are, what changed since the mention before, and why."""
    say, register = reading.say, reading.register
    how = register.change_at(mention)
    if how and mention.source:
        since = change(say("pledge.since", change=say(f"terms.change_{how}"), year=text_of(mention.source)), how)
        against = Markup("<small>{}</small>").format(reading.place(mention.source))
    else:
        since, against = Markup("<span class='change'>{}</span>").format(say("pledge.first")), NOTHING
    scope = Markup("<small>{}</small>").format(say(f"terms.scope_{mention.scope}")) if mention.scope else NOTHING
    head = joined([_head(reading, mention), since, against, scope], " ")
    why = say("pledge.reason", reason=mention.because[reading.lang]) if mention.because else ""
    return Markup("<article class='mention'><p class='head'>{}</p>\n{}{}</article>\n").format(
        head, _words(reading, mention), paragraph(why)
    )


def _head(reading: Reading, mention: Mention) -> Markup:
    precision = reading.register.wording_at(mention.at).precision
    word = Markup("<span>{}</span>").format(reading.say(f"terms.precision_{precision}")) if precision else NOTHING
    return joined([reading.place(mention.at), force(reading.say, reading.register.force_at(mention.at)), word], " ")


def _words(reading: Reading, mention: Mention) -> Markup:
    """The words to the letter, in their language, with our summary below."""
    register = reading.register
    coded, provision = register.commitment_by_id.get(mention.at), register.provision_by_id.get(mention.at)
    summary = coded.summary if coded else provision.summary if provision else None
    ours = Markup("<small>{}:</small> {}").format(reading.say("declarations.ours"), summary[reading.lang]) if summary else ""
    language = register.declaration_by_id[mention.declaration].language
    return Markup("<blockquote>{}</blockquote>\n{}").format(quoted(register.words_at(mention.at), language), paragraph(ours))


def _background(reading: Reading, thread: Pledge) -> Markup:
    """Mentions that only touch the topic."""
    found = [each for each in thread.mentions if each.background]
    if not found:
        return NOTHING
    parts = [heading(4, reading.say("pledge.beside")), paragraph(reading.say("pledge.beside_lede"), "small")]
    for each in found:
        why = paragraph(each.because[reading.lang] if each.because else "", "small")
        parts.append(
            Markup("<article class='mention'><p class='head'>{}</p>\n{}{}</article>\n").format(
                _head(reading, each), _words(reading, each), why
            )
        )
    return joined(parts)


def _commitments(reading: Reading, thread: Pledge) -> Markup:
    """Where the commitments among its mentions stand; the notes on them are with the declaration."""
    say, register = reading.say, reading.register
    rows = [
        Markup("{} {} {}").format(standing(say, register.standing_of(each, reading.on)), reading.place(each.id), each.summary[reading.lang])
        for each in register.commitments_of(thread)
    ]
    beneath = points(rows, "plain") if rows else paragraph(say("pledge.no_commitments"))
    return heading(4, say("pledge.commitments")) + beneath


def _measure(reading: Reading, thread: Pledge) -> Markup:
    """The measure that counts towards it; that it is withheld, where it is."""
    found = reading.register.measure_by_id.get(thread.measure or "")
    if found:
        words = link(f"#{reading.at('measure', found.id)}", found.title[reading.lang])
        return paragraph(Markup("{}: {}").format(reading.say("progress.heading"), words))
    return paragraph(reading.say("progress.all_withheld")) if thread.id in reading.register.unmeasured else NOTHING
