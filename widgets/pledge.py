"""One pledge as a story: the parts of the page Pledge, in the order in which they are read."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from charts.theme import CHANGE_GLYPH
from charts.theme import theme as colours
from charts.through import across
from charts.through import told as drawing
from models.records.places import text_of
from models.records.pledges import Mention, Pledge
from models.records.terms import Holding
from models.records.texts import Declaration
from models.register.frames import recurrence as forum_tables
from models.register.word_changes import Kind, Span, likeness, word_changes
from widgets.frame import mine
from widgets.parts import address, citation, marks, note_story, prose
from widgets.parts.once import once
from widgets.parts.table import Row, table
from widgets.parts.view import View
from widgets.pictures import chart as charts
from widgets.pictures import made, progress

NUMBERS = "numbers"
"""The measure's place on the page, and its name in the address as the part that a reader comes for."""
ALIKE = 0.25
"""Below this share of common words, marking single words would only make noise."""


def ordered(view: View) -> list[Pledge]:
    """Pledges as the Pledges page lists them: most declarations first, then by title."""
    return sorted(view.register.pledges, key=lambda pledge: (-len(view.register.recurrence(pledge)), pledge.title[view.lang].casefold()))


def chosen(view: View) -> Pledge | None:
    """The pledge that the address names; an unknown one is said, and the others are offered."""
    say, asked = view.say, address.value("id")
    pledges = {pledge.id: pledge for pledge in ordered(view)}
    if asked is None and pledges:
        return next(iter(pledges.values()))
    if asked in pledges:
        return pledges[asked]
    later = view.whole.pledge_by_id.get(asked or "")
    if later:
        prose.title(later.title[view.lang], say("pledge.later", date=say.date(view.on), year=view.whole.recurrence(later)[0]))
    else:
        prose.title(say("pledge.unknown", id=asked or ""), say("pledge.unknown_hint"))
    for pledge in pledges.values():
        address.link("pledge", pledge.title[view.lang], id=pledge.id)
    return None


def opening(view: View, pledge: Pledge) -> None:
    """Title, the sentence that answers, and what counts as this pledge."""
    say = view.say
    prose.title(
        pledge.title[view.lang],
        " ".join(filter(None, [_how_often(view, pledge), _strongest(view, pledge), _coded_once(view, pledge), _missing(view)])),
    )
    prose.show(Markup("<p class='plain'>{}</p>").format(say("pledge.object", object=pledge.object[view.lang])))
    ways = [("story", say("pledge.story")), ("commitments", say("pledge.commitments"))]
    ways += [("notes", say("pledge.notes"))] if view.register.commitments_of(pledge) else []
    ways += [(NUMBERS, say("progress.heading"))] if progress.has_measure(view, pledge) else []
    links = prose.joined([Markup("<li><a class='in' href='#{}'>{}</a></li>").format(*way) for way in ways])
    prose.show(Markup("<nav aria-label='{}'><ul class='ways'>{}</ul></nav>").format(say("pledge.contents"), links))


def _how_often(view: View, pledge: Pledge) -> str:
    years, texts = view.register.recurrence(pledge), len(view.register.declarations)
    key = "pledge.in_only" if texts == 1 else "pledge.in_all" if len(years) == texts else "pledge.in_some"
    return view.say(key, n=len(years), texts=texts, years=view.say.listed(list(years)))


def _strongest(view: View, pledge: Pledge) -> str:
    """The highest force, with every year that reaches it."""
    say, register = view.say, view.register
    forces = [(register.wording_at(mention.at).force, mention.declaration) for mention in pledge.mentions if not mention.background]
    most = max((force for force, _ in forces), key=lambda force: force.rank)
    years = list(dict.fromkeys(year for force, year in forces if force is most))
    return say("pledge.strongest", force=say(f"terms.force_{most}"), years=say.listed(years))


def _coded_once(view: View, pledge: Pledge) -> str:
    """That a declaration that speaks of it has been coded once; empty where all were coded twice."""
    once = view.register.coded_once
    return view.say.coded_once([each for each in view.register.recurrence(pledge) if each in once])


def _missing(view: View) -> str:
    """How many of the forums begun by the day are not on record; an announced one is told apart from those that met."""
    say, forums = view.say, forum_tables.forums(view.register, view.on)
    missing = forums[forums["declaration"].isna()]
    announced = [int(number) for number in missing[missing["held"] == Holding.ANNOUNCED.value]["forum"]]
    lacking = say.at_least(len(missing), view.register.knows_all_forums)
    every = say.at_least(len(forums), view.register.knows_all_forums)
    if missing.empty and view.register.knows_all_forums:
        return say("pledge.missing_none", date=say.date(view.on))
    if announced:
        names = say.listed([say.ordinal(number) for number in announced])
        return say("pledge.missing_announced", missing=lacking, forums=every, announced=names)
    return say("pledge.missing", missing=lacking, forums=every)


def came_for(view: View, pledge: Pledge) -> None:
    """The measure before everything else, where the address asks for it."""
    if address.value("part") == NUMBERS:
        progress.measure(view, pledge, NUMBERS)


def numbers(view: View, pledge: Pledge) -> None:
    """The measure in its place, unless it stands above."""
    if address.value("part") != NUMBERS:
        progress.measure(view, pledge, NUMBERS)


def chart(view: View, pledge: Pledge) -> None:
    """Force over time."""
    say, what = view.say, (f"pledge-{pledge.id}",)
    told = once(view, what, lambda: made.through(view, pledge))
    columns = [say("recurrence.year"), say("pledges.list_strongest"), say("recurrence.place")]
    charts.show(
        view,
        what,
        told,
        lambda room: made.draw_through(told, room),
        lambda: across.draw(told, colours(view.dark)),
        columns=columns,
        rows=lambda: [_row(view, year, each) for year, each in told.said.items()],
        leads=lambda place: _words_at(view, pledge, place.partition("|")[2]),
        becomes=f"pledge:{pledge.id}/through",
        apart="through",
        of=pledge.id,
    )


def _row(view: View, year: str, said: drawing.Wording | drawing.Silence) -> Row:
    """What a declaration says of the pledge, as a line of the table."""
    if isinstance(said, drawing.Wording):
        return year, marks.force(view.say, said.force), said.place
    return year, said.in_full, said.places


def _words_at(view: View, pledge: Pledge, declaration: str) -> str:
    """Where the words stand that a mark is drawn for; nothing where there are none."""
    mention = view.register.strongest_mention(pledge, declaration)
    return citation.where(view, mention.at) if mention else ""


def _background(pledge: Pledge, declaration: Declaration) -> list[Mention]:
    return [mention for mention in pledge.mentions if mention.declaration == declaration.id and mention.background]


def wordings(view: View, pledge: Pledge) -> None:
    """Every mention in order with what changed, and the gaps between."""
    say, register = view.say, view.register
    prose.heading(say("pledge.story"), "story")
    parts: list[Markup] = []
    before: Declaration | None = None
    for declaration in register.declarations:
        parts.append(_gap(view, before, declaration))
        mentions = [mention for mention in pledge.mentions if mention.declaration == declaration.id and not mention.background]
        if mentions:
            parts.append(_chapter(view, declaration, mentions))
        elif _background(pledge, declaration) or any(year < declaration.id for year in register.recurrence(pledge)):
            parts.append(_silence(view, pledge, before, declaration))
        before = declaration
    told = prose.joined(parts)
    if "<ins>" in told or "<del>" in told:
        prose.note(say("pledge.legend"))
    prose.show(told)


def _gap(view: View, before: Declaration | None, declaration: Declaration) -> Markup:
    say = view.say
    if before is None:
        return Markup("")
    missing = view.register.forums_between(before.id, declaration.id)
    if not missing:
        return Markup("")
    years = say.stretch(missing[0].year, missing[-1].year)
    first, last = say.ordinals(missing[0].number, missing[-1].number)
    words = say.count("pledge.gap", len(missing), first=first, last=last, years=years)
    return Markup("<p class='gap hatched'><span>{}</span></p>").format(words)


def _silence(view: View, pledge: Pledge, before: Declaration | None, declaration: Declaration) -> Markup:
    say, register = view.say, view.register
    touched = _background(pledge, declaration)
    if touched:
        places = prose.joined([citation.place(view, mention.at) for mention in touched], ", ")
        words = say("pledge.silent_topic", year=declaration.id)
        return Markup("<p class='silent'>{} ({})</p>").format(words, places)
    if before and register.consecutive(before.id, declaration.id) and before.id in register.recurrence(pledge):
        words = say("pledge.silent_consecutive", year=declaration.id, earlier=before.id)
    else:
        words = say("pledge.silent", year=declaration.id)
    return Markup("<p class='silent'>{}</p>").format(words)


def _chapter(view: View, declaration: Declaration, mentions: list[Mention]) -> Markup:
    say = view.say
    head = Markup("<h3 class='sub'>{} <span class='small'>{}</span></h3>").format(declaration.id, say.ordinal(declaration.forum))
    return Markup("<section class='chapter'>{}{}</section>").format(head, prose.joined([_mention(view, mention) for mention in mentions]))


def _mention(view: View, mention: Mention) -> Markup:
    say, register = view.say, view.register
    wording, words = register.wording_at(mention.at), register.words_at(mention.at)
    label = register.change_at(mention)
    earlier = register.words_at(mention.source) if mention.source else None
    alike = earlier is not None and likeness(earlier, words) >= ALIKE
    spans = word_changes(earlier, words) if earlier is not None and alike else None
    quote = _marked(spans[1], "ins") if spans else prose.quoted(words)
    head = [marks.force(say, wording.force)]
    if wording.precision:
        head.append(Markup("<span class='precision'>{}</span>").format(say(f"terms.precision_{wording.precision}")))
    if label and mention.source:
        head.append(
            Markup("<span class='change'><b aria-hidden='true'>{}</b> {}</span>").format(
                CHANGE_GLYPH[label], say("pledge.since", change=say(f"terms.change_{label}"), year=text_of(mention.source))
            )
        )
    elif not mention.source:
        head.append(Markup("<span class='change'>{}</span>").format(say("pledge.first")))
    parts = [
        Markup("<p class='mention-head'>{} {} {}</p>").format(
            prose.joined(head, " "), citation.place(view, mention.at), mine.quoting(view, mention.at)
        ),
        Markup("<blockquote>{}</blockquote>").format(quote),
    ]
    if view.lang != "en":
        parts.append(_summary(view, mention))
    if mention.because and mention.source:
        parts.append(Markup("<p class='plain'>{}</p>").format(say("pledge.reason", reason=mention.because[view.lang])))
    if mention.source and earlier is not None:
        body = (
            _marked(spans[0], "del")
            if spans
            else Markup("{} <span class='small'>{}</span>").format(prose.quoted(earlier), say("pledge.unlike"))
        )
        parts.append(
            Markup("<details><summary>{}</summary><blockquote class='earlier'>{}</blockquote></details>").format(
                say("pledge.compare", place=say.place(mention.source)), body
            )
        )
    return Markup("<article class='mention'>{}</article>").format(prose.joined(parts))


def _summary(view: View, mention: Mention) -> Markup:
    """For readers of Korean: our summary beside the quoted English."""
    commitment = view.register.commitment_by_id.get(mention.at)
    provision = view.register.provision_by_id.get(mention.at)
    summary = commitment.summary if commitment else provision.summary if provision else None
    if summary is None:
        return Markup("")
    return Markup("<p class='plain'>{} <span class='small'>({})</span></p>").format(summary[view.lang], view.say("pledge.ours"))


def _marked(spans: list[Span], tag: str) -> Markup:
    words = [
        Markup("<{}>{}</{}>").format(Markup(tag), span.words, Markup(tag))
        if span.kind is not Kind.SAME
        else Markup("{}").format(span.words)
        for span in spans
    ]
    return Markup("<q lang='en'>{}</q>").format(prose.joined(words))


def beside(view: View, pledge: Pledge) -> None:
    """Mentions that only touch the topic."""
    say, register = view.say, view.register
    mentions = [mention for mention in pledge.mentions if mention.background]
    if not mentions:
        return
    prose.heading(say("pledge.beside"))
    prose.note(say("pledge.beside_lede"))
    for mention in mentions:
        adding = mine.quoting(view, mention.at)
        head = prose.joined([marks.force_or_withheld(say, register.force_at(mention.at)), citation.place(view, mention.at), adding], " ")
        why = Markup("<p class='small'>{}</p>").format(mention.because[view.lang]) if mention.because else ""
        prose.show(
            Markup("<article class='mention faint'><p class='mention-head'>{}</p><blockquote>{}</blockquote>{}{}</article>").format(
                head, prose.quoted(register.words_at(mention.at)), _summary(view, mention) if view.lang != "en" else "", why
            )
        )


def commitments(view: View, pledge: Pledge) -> None:
    """The commitments among its mentions, where they stand, and the notes behind that."""
    say, register = view.say, view.register
    found = register.commitments_of(pledge)
    prose.heading(say("pledge.commitments"), "commitments")
    if not found:
        prose.note(say("pledge.no_commitments"))
        return
    prose.note(say("pledge.commitments_lede", date=say.date(view.on)))
    rows = []
    for commitment in found:
        name = citation.named(view, commitment)
        rows.append(
            (
                name,
                marks.force(say, commitment.force),
                marks.standing(say, register.standing_of(commitment, view.on)),
                note_story.timing(view, commitment, headed=True) or say("pledge.no_due"),
            )
        )
    prose.show(table([say("pledge.commitment"), say("pledge.force"), say("pledge.standing"), say("pledge.due")], rows))
    prose.heading(say("pledge.notes"), "notes")
    for commitment in found:
        test = Markup("<p class='small'>{}</p>").format(say("notes.test", test=commitment.test[view.lang])) if commitment.test else ""
        prose.show(
            Markup("<section class='chapter'><h3 class='sub'>{} <span class='small'>{}</span></h3>{}{}</section>").format(
                commitment.summary[view.lang], say.place(commitment.id), test, note_story.apart(view, commitment, level=4)
            )
        )


def neighbours(view: View, pledge: Pledge) -> None:
    """The pledges before and after this one in the list."""
    pledges = ordered(view)
    here = pledges.index(pledge)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="neighbours"):
        for step, key in ((-1, "pledge.previous"), (1, "pledge.next")):
            if 0 <= here + step < len(pledges):
                other = pledges[here + step]
                address.link("pledge", view.say(key, title=other.title[view.lang]), id=other.id)
