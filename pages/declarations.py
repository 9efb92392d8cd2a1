"""Declarations: read one adopted text with its commitments marked in it, compare several, or follow one into the next."""

import streamlit as st
from markupsafe import Markup

from models.records.forums import Forum
from models.records.terms import Ledger
from models.records.texts import Declaration
from models.register.passages import Subject, places_on
from models.register.succession import predecessor, succession
from widgets.declarations.reader import Reader
from widgets.declarations.side_by_side import SideBySide, ledgers
from widgets.declarations.succession import Follow
from widgets.frame import banner
from widgets.parts import address, prose
from widgets.parts.view import View, current


def draw(view: View) -> None:
    """Choose, then read or compare."""
    prose.style("declarations")
    known = view.register.declaration_by_id
    asked, followed = address.value("id"), address.value("follow")
    if followed:
        follow(view, followed)
        return
    if asked is not None and asked not in known:
        not_on_record(view, asked)
        return
    top = st.container(key="declaration-top")
    chosen = known[choose(view)]
    warn(view, chosen)
    with st.container(key="declaration-filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        others = compare_with(view, chosen)
        subject = choose_subject(view, compared=bool(others))
    if not others:
        with top:
            opening(view, chosen)
        read(view, chosen, subject)
    else:
        together = SideBySide(view, chosen, others, subject)
        with top:
            prose.title(together.title(), together.between())
        prose.show(together.passages() if subject else together.overview())


def follow(view: View, asked: str) -> None:
    """What one declaration did with the commitments of the forum just before it, or why that cannot be said."""
    say, later = view.say, view.register.declaration_by_id.get(asked)
    earlier = predecessor(view.register, later) if later else None
    if later is None or earlier is None:
        why = say("succession.unknown_before", asked=asked) if later else say("succession.unknown_no_text", asked=asked)
        prose.title(say("succession.unknown_title", asked=asked), why)
        offer(view)
        return
    found = succession(view.register, earlier, later)
    whole = Follow(view, found)
    prose.title(whole.title(), whole.lede())
    prose.show(whole.table())
    with st.container(horizontal=True, gap="medium", key="follow-ways"):
        address.link("declarations", say("succession.compare", earlier=earlier.id, later=later.id), id=earlier.id, **{"with": later.id})
        for each in (earlier, later):
            address.link("declarations", say("declarations.read_one", year=each.id), id=each.id)
    prose.show(whole.fates())
    if found.whole:
        prose.show(whole.arrivals())


def choose(view: View) -> str:
    """The years on record in a row; without a choice the one that the place in the address lies in, else the last."""
    say, years = view.say, [declaration.id for declaration in view.register.declarations]
    place = (address.value("at") or "")[:4]
    words = lambda year: say("declarations.option", year=year, forum=say.ordinal(view.register.declaration_by_id[year].forum))  # noqa: E731
    return address.pick(
        say("declarations.choose"), "id", years, words, multi=False, default=place if place in years else years[-1], style="row"
    )[0]


def compare_with(view: View, chosen: Declaration) -> list[Declaration]:
    """The declarations that the reader wants beside the first, in order of time."""
    say, known = view.say, view.register.declaration_by_id
    others = [year for year in known if year != chosen.id]
    words = lambda year: say("declarations.year_column", year=year)  # noqa: E731
    years = address.pick(
        say("declarations.compare_with"), "with", others, words, placeholder=say("declarations.compare_placeholder"), width=330
    )
    return [known[year] for year in sorted(years)]


def warn(view: View, chosen: Declaration) -> None:
    """What the address asks for and cannot have."""
    say, register = view.say, view.register
    for asked in address.values("with"):
        if asked == chosen.id:
            banner_line(say("declarations.same"))
        elif asked not in register.declaration_by_id:
            banner_line(say("declarations.with_unknown", id=asked))
    filters = {"ledger": [each.value for each in Ledger], "theme": list(register.theme_by_id), "pledge": list(register.pledge_by_id)}
    banner.say_unknown(view, address.unknown(filters))


def choose_subject(view: View, compared: bool) -> Subject:
    """Ledger, theme and pledge: what is marked in the text, or compared."""
    say, register = view.say, view.register
    themes = {theme.id: theme.name[view.lang] for theme in register.themes}
    pledges = {pledge.id: pledge.title[view.lang] for pledge in register.pledges}
    ledger, theme, pledge = (
        (say("declarations.on_ledger"), say("declarations.on_theme"), say("declarations.on_pledge"))
        if compared
        else (say("declarations.mark_ledger"), say("declarations.mark_theme"), say("declarations.mark_pledge"))
    )
    chosen = [
        address.pick(
            ledger,
            "ledger",
            [each.value for each in Ledger],
            lambda id_: say(f"terms.ledger_{id_}"),
            placeholder=say("declarations.any"),
            width=200,
        ),
        address.pick(theme, "theme", list(themes), themes.__getitem__, placeholder=say("declarations.any"), width=290),
        address.pick(pledge, "pledge", list(pledges), pledges.__getitem__, placeholder=say("declarations.any"), width=320),
    ]
    return Subject(frozenset(Ledger(id_) for id_ in chosen[0]), frozenset(chosen[1]), frozenset(chosen[2]))


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
    prose.title(title, " ".join(lede))


def read(view: View, declaration: Declaration, subject: Subject) -> None:
    """Facts, the row of provisions, the place the reader came for, and the document."""
    at = address.value("at")
    mine = at if at and at[:4] == declaration.id else None
    reader = Reader(view, declaration, subject, mine)
    if at and (reader.at_provision is None) and (mine or at[:4] not in view.register.declaration_by_id):
        banner_line(view.say("declarations.arrived_unknown", at=at))
    prose.show(facts(view, declaration, reader.language()))
    if reader.at_provision:
        prose.show(Reader(view, declaration, Subject(), mine).arrived())
    if subject:
        prose.note(marked(view, declaration, subject))
    prose.show(Markup("{}{}{}").format(reader.contents(), reader.key(), reader.document()))


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
            (say("declarations.fact_hosts"), bodies(view, forum.hosts)),
            (say("declarations.fact_organizers"), bodies(view, forum.organizers)),
        ]
    rows += [
        (say("declarations.fact_adopted"), say.date(declaration.adopted)),
        (say("declarations.fact_language"), language),
        (say("declarations.fact_note"), declaration.source.note[lang] if declaration.source.note else ""),
    ]
    listed = prose.joined([Markup("<dt>{}</dt><dd>{}</dd>").format(name, words) for name, words in rows if words])
    copied = Markup("<p class='note'>{}: {}<br>{}</p>").format(
        say("declarations.fact_source"), source(view, declaration), " ".join(around(view, declaration))
    )
    return Markup("{}<details class='facts'><summary>{}</summary><dl>{}</dl></details>").format(copied, say("declarations.facts"), listed)


def bodies(view: View, ids: list[str]) -> str:
    found = [view.register.body_by_id.get(id_) for id_ in ids]
    return view.say.listed([body.name[view.lang] for body in found if body])


def source(view: View, declaration: Declaration) -> Markup:
    """The copy that is quoted: title, publisher, day."""
    say, copy = view.say, declaration.source
    title = Markup("<q lang='{}'>{}</q>").format(declaration.language, copy.title)
    title = prose.anchor(copy.url, title, "in") if copy.url else title
    date = say.partial(str(copy.published)) if copy.published else say("declarations.source_no_date")
    return Markup("{} · {} · {}").format(title, copy.publisher or say("declarations.source_no_publisher"), date)


def around(view: View, declaration: Declaration) -> list[str]:
    """The forums before and after: on record, or a gap that is named."""
    say, register = view.say, view.register
    before = [forum for forum in register.forums if forum.number < declaration.forum]
    after = [forum for forum in register.forums if forum.number > declaration.forum and forum.start <= view.on]
    gap_before = run(view, list(reversed(before)))[::-1]
    gap_after = run(view, after)
    words = []
    if not before:
        words.append(say("declarations.around_first"))
    elif gap_before:
        words.append(say.count("declarations.around_before_gap", len(gap_before), **span(view, gap_before)))
    else:
        words.append(say("declarations.around_before", forum=say.ordinal(before[-1].number), year=before[-1].year))
    if gap_after:
        words.append(say.count("declarations.around_after_gap", len(gap_after), **span(view, gap_after)))
    elif after:
        words.append(say("declarations.around_after", forum=say.ordinal(after[0].number), year=after[0].year))
    return words


def run(view: View, forums: list[Forum]) -> list[Forum]:
    """The forums not on record up to the first that is."""
    missing: list[Forum] = []
    for forum in forums:
        if view.register.declaration_of(forum.number):
            break
        missing.append(forum)
    return missing


def span(view: View, forums: list[Forum]) -> dict[str, str]:
    first, last = forums[0], forums[-1]
    years = str(first.year) if first is last else f"{first.year}–{last.year}"
    return {"first": view.say.ordinal(first.number), "last": view.say.ordinal(last.number), "years": years}


def not_on_record(view: View, asked: str) -> None:
    """The address names no declaration that can be read: say why, and offer those that can."""
    say, later = view.say, view.whole.declaration_by_id.get(asked)
    forum = next((forum for forum in view.register.forums if str(forum.year) == asked), None)
    why = ""
    if later:
        why = say("declarations.unknown_later", year=later.id, date=say.date(later.adopted))
    elif forum:
        why = say("declarations.unknown_forum", forum=say.ordinal(forum.number), year=forum.year)
    prose.title(say("declarations.unknown_title", id=asked), why)
    if forum and not later and forum.text_note:
        prose.note(forum.text_note[view.lang])
    offer(view)


def offer(view: View) -> None:
    """The declarations that can be read."""
    say = view.say
    prose.show(Markup("<p class='plain'>{}</p>").format(say("declarations.unknown_hint")))
    for declaration in view.register.declarations:
        words = say("declarations.option", year=declaration.id, forum=say.ordinal(declaration.forum))
        address.link("declarations", words, id=declaration.id)


def banner_line(words: str) -> None:
    prose.show(Markup("<p class='banner' role='status'>{}</p>").format(words))


draw(current())
