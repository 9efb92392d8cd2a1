"""About one declaration: what it promises, asks and hopes, how much of it is marked, and where its text comes from."""

from __future__ import annotations

from markupsafe import Markup

from models.records.forums import Forum
from models.records.terms import Ledger
from models.records.texts import Declaration
from models.register.passages import Subject, places_on
from widgets.declarations.reader import Reader
from widgets.declarations.side_by_side import ledgers
from widgets.parts import citation, prose
from widgets.parts.view import View


def opening(view: View, declaration: Declaration) -> None:
    """What the declaration promises, asks and hopes, each counted by itself."""
    say, counted = view.say, ledgers(view.register, declaration)
    title = say.count(
        "declarations.title",
        len(declaration.provisions),
        forum=say.ordinal(declaration.forum),
        year=declaration.id,
        promises=say.count("declarations.n_promises", counted[Ledger.PROMISES]),
        asks=say.count("declarations.n_asks", counted[Ledger.ASKS]),
        hopes=say.count("declarations.n_hopes", counted[Ledger.HOPES]),
    )
    lede = [say("declarations.lede", date=say.date(declaration.adopted), language=Reader(view, declaration, Subject()).language())]
    if counted[None]:
        lede.append(say.count("declarations.name_only", counted[None]))
    if declaration.id in view.register.coded_once:
        lede.append(say.coded_once([declaration.id]))
    prose.title(title, " ".join(lede))


def marked(view: View, declaration: Declaration, subject: Subject) -> str:
    """How much of the declaration the filters mark, ledger by ledger."""
    say, register = view.say, view.register
    if not places_on(register, declaration, subject):
        return say("declarations.marked_nothing")
    everything, rest = ledgers(register, declaration), [provision for provision in declaration.provisions if not provision.commitments]
    found = [
        commitment.ledger
        for provision in declaration.provisions
        for commitment in provision.commitments
        if subject.has_commitment(register, commitment)
    ]
    return say(
        "declarations.marked",
        promises=found.count(Ledger.PROMISES),
        asks=found.count(Ledger.ASKS),
        hopes=found.count(Ledger.HOPES),
        all_promises=say.count("declarations.n_promises", everything[Ledger.PROMISES]),
        all_asks=say.count("declarations.n_asks", everything[Ledger.ASKS]),
        all_hopes=say.count("declarations.n_hopes", everything[Ledger.HOPES]),
        rest=sum(subject.has_provision(register, provision) for provision in rest),
        all_rest=len(rest),
    )


def facts(view: View, declaration: Declaration, language: str) -> Markup:
    """Where the text comes from and what lies around it."""
    say, lang, forum = view.say, view.lang, view.register.forum_by_number.get(declaration.forum)
    rows: list[tuple[str, str | Markup]] = []
    if forum:
        dates = say("declarations.fact_forum_words", forum=say.ordinal(forum.number), dates=say.span(forum.start, forum.end))
        theme = forum.theme[lang]
        rows += [
            (say("declarations.fact_forum"), f"{dates}. {forum.dates_note[lang]}" if forum.dates_note else dates),
            (
                say("declarations.fact_theme"),
                theme if lang == "en" or forum.theme_ko_attested else say("declarations.fact_theme_ours", theme=theme),
            ),
            (say("declarations.fact_venue"), forum.venue[lang] if forum.venue else ""),
            (say("declarations.fact_hosts"), _bodies(view, forum.hosts)),
            (say("declarations.fact_organizers"), _bodies(view, forum.organizers)),
        ]
    rows += [
        (say("declarations.fact_adopted"), say.date(declaration.adopted)),
        (say("declarations.fact_language"), language),
        (say("declarations.fact_sealed"), _sealed(view, declaration)),
        (say("declarations.fact_coded"), say.coded_once([declaration.id]) if declaration.id in view.register.coded_once else ""),
        (say("declarations.fact_note"), declaration.source.note[lang] if declaration.source.note else ""),
    ]
    listed = prose.joined([Markup("<dt>{}</dt><dd>{}</dd>").format(name, words) for name, words in rows if words])
    copied = Markup("<p class='note'>{}: {}<br>{}</p>").format(
        say("declarations.fact_source"), _source(view, declaration), " ".join(_around(view, declaration))
    )
    return Markup("{}<details class='facts'><summary>{}</summary><dl>{}</dl></details>").format(copied, say("declarations.facts"), listed)


def _sealed(view: View, declaration: Declaration) -> str:
    """When the text was compared with the copy; a text that was changed since is not shown."""
    say, seal = view.say, declaration.sealed
    if seal is None:
        return ""
    by = say.judge(seal.by)
    return say("declarations.fact_sealed_words", date=say.date(seal.on), by=by)


def _bodies(view: View, ids: list[str]) -> str:
    found = [view.register.body_by_id.get(id_) for id_ in ids]
    return view.say.listed([body.name[view.lang] for body in found if body])


def _source(view: View, declaration: Declaration) -> Markup:
    """The copy that is quoted: title, publisher, day."""
    say, copy = view.say, declaration.source
    title = Markup("<q lang='{}'>{}</q>").format(declaration.language, copy.title)
    title = citation.source(view, title, copy.publisher or "", copy.url)
    date = say.partial(str(copy.published)) if copy.published else say("declarations.source_no_date")
    publisher = view.register.publisher(copy.publisher, view.lang) if copy.publisher else say("declarations.source_no_publisher")
    return Markup("{} · {} · {}").format(title, publisher, date)


def _around(view: View, declaration: Declaration) -> list[str]:
    """The forums before and after: on record, or a gap that is named."""
    say, register = view.say, view.register
    before = [forum for forum in register.forums if forum.number < declaration.forum]
    after = [forum for forum in register.forums if forum.number > declaration.forum and forum.start <= view.on]
    gap_before = _run(view, list(reversed(before)))[::-1]
    gap_after = _run(view, after)
    words = []
    if not before:
        words.append(say("declarations.around_first"))
    elif gap_before:
        words.append(say.count("declarations.around_before_gap", len(gap_before), **_span(view, gap_before)))
    else:
        words.append(say("declarations.around_before", forum=say.ordinal(before[-1].number), year=before[-1].year))
    if gap_after:
        words.append(say.count("declarations.around_after_gap", len(gap_after), **_span(view, gap_after)))
    elif after:
        words.append(say("declarations.around_after", forum=say.ordinal(after[0].number), year=after[0].year))
    return words


def _run(view: View, forums: list[Forum]) -> list[Forum]:
    """The forums not on record up to the first that is."""
    missing: list[Forum] = []
    for forum in forums:
        if view.register.declaration_of(forum.number):
            break
        missing.append(forum)
    return missing


def _span(view: View, forums: list[Forum]) -> dict[str, str]:
    first, last = forums[0], forums[-1]
    years = view.say.stretch(first.year, last.year)
    begin, end = view.say.ordinals(first.number, last.number)
    return {"first": begin, "last": end, "years": years}
