"""The ready sets, slide by slide; each is read like a table of contents, and each ends with what is not on record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from decks.deck import Figure, Slide
from decks.sets.asked import EVERYTHING, Asked, Kind
from decks.showing import Showing
from decks.told import changes, due, judged, missing, opening, pictures, turned, unknown, words
from models.brief import gathering
from models.brief.facts import About, Brief, Item
from models.brief.facts import Kind as Subject
from models.brief.telling import opening as brief_opening
from models.brief.telling import phrases
from models.records.places import text_of
from models.records.pledges import Mention, Pledge
from models.records.terms import Ledger
from models.register.lineage import Change
from models.register.standing import STARTED_OR_FURTHER, Standing

QUOTED: Final = 2
"""So many of the strongest wordings are quoted where a set is about more than one pledge."""


def forum(showing: Showing, asked: Asked) -> list[Slide]:
    """The forum in ten slides: what is on record, what comes back, in which words, where it stands, and what is not known."""
    register, brief = showing.register, gathering.brief(showing.register, EVERYTHING, showing.on)
    often = _most_often(showing)
    return [
        *_forum_opening(showing, brief),
        *(pictures.recurrence(showing, showing.address("pledges")) if register.declarations else []),
        *(pictures.through(showing, often) if often else []),
        *_strongest(showing, brief, showing.say("deck.strongest_title"), 1),
        *(pictures.standing(showing, showing.address("overview")) if brief.items else []),
        *_known(showing, brief.promised, ""),
        *_unfound(showing, brief.promised, ""),
        *due.slides(showing, brief.due, due.title(showing, brief.due), showing.address("timeline", show="due")),
        *_first_measure(showing, register.pledges),
        *unknown.slides(showing, brief, showing.address("method")),
    ]


def about(showing: Showing, asked: Asked) -> list[Slide]:
    """A theme, a group of people, a city, a forum, or several of them at once; a pledge alone has a set of its own."""
    alone = asked.about.subjects[0] if len(asked.about.subjects) == 1 else None
    if alone and alone.kind is Subject.PLEDGE:
        return pledge(showing, asked.about)
    brief = gathering.brief(showing.register, asked.about, showing.on)
    telling = phrases.Telling(brief, showing.say, {})
    ids, pledges = {item.commitment.id for item in brief.items}, [each.id for found in brief.agreed for each in found.pledges]
    place, shared = showing.address("briefing", about=asked.about.address), _shared(showing, brief)
    lines = [*opening.counted(showing, brief), Figure("", brief_opening.lede(telling))]
    return [
        *opening.slides(showing, brief_opening.title(telling), "", lines, place, opening.source(showing, brief)),
        *(pictures.recurrence(showing, showing.address("pledges"), pledges, telling.name) if pledges else []),
        *_strongest(showing, brief, _strongest_title(showing, brief, telling.name), QUOTED),
        *(pictures.standing(showing, place, ids, shared) if ids else []),
        *_known(showing, brief.promised, shared, place),
        *_against(showing, brief.items, shared, place),
        *_unfound(showing, brief.promised, shared, place),
        *due.slides(showing, brief.due, due.title(showing, brief.due, shared), place),
        *unknown.slides(showing, brief, place),
    ]


def pledge(showing: Showing, about: About) -> list[Slide]:
    """A pledge: what it is, its words through the forums, what came of it, its numbers if it has a measure."""
    say, register = showing.say, showing.register
    brief = gathering.brief(register, about, showing.on)
    found = register.pledge_by_id[about.subjects[0].id]
    title, place = found.title[say.lang], showing.address("pledge", id=found.id)
    years, texts = register.recurrence(found), len(register.declarations)
    lines = [
        Figure("", found.object[say.lang]),
        Figure(str(len(years)), say("deck.pledge_in", texts=texts, years=say.listed(list(years)))),
        *opening.counted(showing, brief),
    ]
    measure = register.measure_by_id.get(found.measure or "")
    items = [*brief.promised, *brief.asked]
    return [
        *opening.slides(
            showing, say("deck.pledge_title", title=title, n=len(years), texts=texts), "", lines, place, opening.source(showing, brief)
        ),
        *pictures.through(showing, found),
        *words.slides(showing, "words", say("deck.words_title", title=title), "", _deciding(showing, found), place),
        *judged.slides(showing, "known", _counted(showing, items, title), items, place),
        *(pictures.measure(showing, measure, showing.address("pledge", id=found.id, part="numbers")) if measure else []),
        *unknown.slides(showing, brief, place),
    ]


def since(showing: Showing, asked: Asked) -> list[Slide]:
    """What is known since the last forum that it was not before: judgements, what fell due, what is due next."""
    say, register = showing.say, showing.register
    brief, name = gathering.brief(register, asked.about, showing.on), _name(showing, asked.about)
    last = register.last_forum(showing.on)
    if last is None:
        return unknown.slides(showing, brief, showing.address("method"))
    ids = {item.commitment.id for item in brief.items}
    notes = [note for note in register.notes if note.written > last.end and note.commitment in ids]
    moved = changes.moves(showing, brief, last.end)
    fallen = [item for item in brief.due if item.commitment.due_by and last.end < item.commitment.due_by <= showing.on]
    coming = [item for item in brief.due if item.commitment.due_by and item.commitment.due_by > showing.on]
    forum = say("deck.forum_met", forum=say.ordinal(last.number), dates=say.span(last.start, last.end))
    lines = [
        Figure("", forum),
        Figure(str(len(notes)), say.count("deck.since_notes", len(notes))),
        Figure(str(len(moved)), say.count("deck.since_moved", len(moved))),
        Figure(str(len(fallen)), say.count("deck.since_fallen", len(fallen))),
        Figure(str(len(coming)), say.count("deck.since_coming", len(coming))),
    ]
    anew = {str(row["commitment"]) for row in moved}
    counts = opening.shares(showing, [item for item in brief.items if item.commitment.id in anew], brief.items, whole=True)
    finding = _named(showing, name, "deck.since_title", forum=say.ordinal(last.number), counts=counts)
    changed = showing.narrowed(say.count("deck.changes_title", len(moved), forum=say.ordinal(last.number)), name)
    dates = _named(showing, name, "deck.since_due", forum=say.ordinal(last.number), coming=len(coming), fallen=len(fallen))
    place = showing.address("timeline", show="changes")
    return [
        *opening.slides(showing, finding, "", lines, place, opening.source(showing, brief)),
        *changes.slides(showing, moved, changed, place),
        *due.slides(showing, [*coming, *fallen], dates, showing.address("timeline", show="due")),
        *unknown.slides(showing, brief, showing.address("method")),
    ]


def what_is_due(showing: Showing, asked: Asked) -> list[Slide]:
    """Everything that has a date: drawn, then listed whole."""
    brief, name = gathering.brief(showing.register, asked.about, showing.on), _name(showing, asked.about)
    place = showing.address("timeline", show="due")
    themes = asked.about.of(Subject.THEME) if asked.about.kinds in ((), (Subject.THEME,)) else None
    lines = [Figure("", showing.say("deck.due_none"))]
    if not brief.due:
        return [
            *opening.slides(showing, due.title(showing, brief.due, name), "", lines, place, opening.source(showing, brief)),
            *unknown.slides(showing, brief, showing.address("method")),
        ]
    return [
        *(pictures.timeline(showing, themes) if themes is not None else []),
        *due.slides(showing, brief.due, due.title(showing, brief.due, name), place, whole=True),
        *unknown.slides(showing, brief, showing.address("method")),
    ]


def not_known(showing: Showing, asked: Asked) -> list[Slide]:
    """What the register does not know: texts, judgements, evidence."""
    brief, name = gathering.brief(showing.register, asked.about, showing.on), _name(showing, asked.about)
    open_ = [item for item in brief.items if item.standing is Standing.NOT_ASSESSED]
    withheld = [item for item in brief.items if item.standing is Standing.WITHHELD]
    alone = [item for item in brief.items if item.self_reported]
    place = showing.address("follow_through")

    def listed(id_: str, items: Sequence[Item]) -> list[Slide]:
        counts = opening.shares(showing, items, brief.items)
        return judged.slides(showing, id_, _named(showing, name, f"deck.{id_}_title", counts=counts), items, place)

    return [
        *missing.slides(showing, showing.address("declarations")),
        *listed("withheld", withheld),
        *listed("unassessed", open_),
        *_unfound(showing, brief.items, name),
        *listed("self-reported", alone),
        *unknown.slides(showing, brief, showing.address("method")),
    ]


def turn(showing: Showing, asked: Asked) -> list[Slide]:
    """One declaration against a later one: what both have, in how firm words, and what became of the earlier promises."""
    say = showing.say
    earlier, later = asked.id.split("-")
    place = showing.address("declarations", id=later)
    found = turned.both(showing, earlier, later)
    brief = gathering.brief(showing.register, EVERYTHING, showing.on)
    lines, title = turned.counted(showing, found, earlier, later), turned.title(showing, found, earlier, later)
    moved = [each for each in found if each.change in (Change.WEAKENED, Change.STRENGTHENED)][:1]
    quoted = [place_ for each in moved for place_ in (each.earlier.at, each.later.at)]
    named = [
        say("deck.turn_words", title=each.pledge.title[say.lang], change=say(f"terms.change_{each.change}"), earlier=earlier, later=later)
        for each in moved
    ]
    return [
        *opening.slides(showing, title, "", lines, place, turned.source(showing, found, earlier, later)),
        *turned.compared(showing, found, earlier, later, place),
        *(words.slides(showing, "words", named[0], "", quoted) if quoted else []),
        *turned.carried(showing, earlier, later, place),
        *unknown.slides(showing, brief, showing.address("method")),
    ]


def quote(showing: Showing, asked: Asked) -> list[Slide]:
    """The words at one place, whole."""
    say, forum_ = showing.say, showing.register.forum_of(text_of(asked.id))
    finding = say("deck.quote_title", place=say.place(asked.id), forum=say.ordinal(forum_.number) if forum_ else text_of(asked.id))
    brief = gathering.brief(showing.register, EVERYTHING, showing.on)
    return [*words.slides(showing, "words", finding, "", [asked.id]), *unknown.slides(showing, brief, showing.address("method"))]


def measure(showing: Showing, asked: Asked) -> list[Slide]:
    """One measure, every kind of count; where it was counted is told with the pledge that names it, else with the city whose page has it."""
    register = showing.register
    found = register.measure_by_id[asked.id]
    named = next((pledge.id for pledge in register.pledges if pledge.measure == found.id), "")
    place = showing.address("pledge", id=named, part="numbers") if named else showing.address("city", part=("city", "forum"))
    brief = gathering.brief(register, EVERYTHING, showing.on)
    return [*pictures.measure(showing, found, place, whole=True), *unknown.slides(showing, brief, showing.address("method"))]


def own(showing: Showing, asked: Asked) -> list[Slide]:
    """Nothing of its own but how it ends."""
    return unknown.slides(showing, gathering.brief(showing.register, EVERYTHING, showing.on), showing.address("method"))


SETS: Final[Mapping[Kind, Callable[[Showing, Asked], list[Slide]]]] = MappingProxyType(
    {
        Kind.FORUM: forum,
        Kind.SINCE: since,
        Kind.DUE: what_is_due,
        Kind.UNKNOWN: not_known,
        Kind.TURN: turn,
        Kind.QUOTE: quote,
        Kind.MEASURE: measure,
        Kind.ABOUT: about,
        Kind.OWN: own,
    }
)

# what several sets tell --------------------------------------------------------------------------------------------


def _forum_opening(showing: Showing, brief: Brief) -> list[Slide]:
    say, register = showing.say, showing.register
    forums = say.at_least(len(register.begun(showing.on)), register.knows_all_forums)
    texts = len(register.declarations)
    lines = [Figure(str(texts), say("deck.texts", forums=forums)), *opening.counted(showing, brief)]
    lines.append(Figure(str(len(register.pledges)), say("deck.pledges")))
    title = say("deck.forum_title", texts=texts, forums=forums)
    return opening.slides(showing, title, say("deck.forum_lede"), lines, showing.address("overview"), opening.source(showing, brief))


def _most_often(showing: Showing) -> Pledge | None:
    """The pledge in most declarations; of equals the one whose words changed most often, then the first by name."""
    register = showing.register

    def key(pledge: Pledge) -> tuple[int, int, str]:
        changed = sum(register.change_at(mention) in (Change.STRENGTHENED, Change.WEAKENED) for mention in pledge.mentions)
        return -len(register.recurrence(pledge)), -changed, pledge.id

    return min(register.pledges, key=key, default=None)


def _deciding(showing: Showing, found: Pledge) -> list[str]:
    """The strongest words of each declaration that has the pledge, the newest first."""
    strongest = (showing.register.strongest_mention(found, year) for year in reversed(showing.register.recurrence(found)))
    return [mention.at for mention in strongest if isinstance(mention, Mention)]


def _known(showing: Showing, items: Sequence[Item], name: str, address: str = "") -> list[Slide]:
    """The promises that are known to be started or further, out of those that can be judged."""
    found = [item for item in items if item.standing in STARTED_OR_FURTHER]
    n = sum(item.commitment.assessable for item in items)
    finding = showing.narrowed(showing.say.count("deck.known_title", len(found), all=n), name)
    return judged.slides(showing, "known", finding, found, address or showing.address("find", ledger=Ledger.PROMISES.value))


def _unfound(showing: Showing, items: Sequence[Item], name: str, address: str = "") -> list[Slide]:
    """What was looked for and not found, which does not prove that nothing was done."""
    found = [item for item in items if item.standing is Standing.NO_EVIDENCE]
    finding = _named(showing, name, "deck.unfound_title", counts=opening.shares(showing, found, items))
    return judged.slides(showing, "unfound", finding, found, address or showing.address("find", standing=Standing.NO_EVIDENCE.value))


def _against(showing: Showing, items: Sequence[Item], name: str, address: str) -> list[Slide]:
    """Acts against the words, whoever was found to have done them."""
    found = [item for item in items if item.standing is Standing.CONTRARY]
    finding = _named(showing, name, "deck.contrary_title", counts=opening.shares(showing, found, items))
    return judged.slides(showing, "contrary", finding, found, address)


def _first_measure(showing: Showing, pledges: Sequence[Pledge]) -> list[Slide]:
    """The numbers of the first pledge that has any with a target."""
    register = showing.register
    for found in pledges:
        measure = register.measure_by_id.get(found.measure or "")
        if measure and measure.target:
            return pictures.measure(showing, measure, showing.address("pledge", id=found.id, part="numbers"))
    return []


def _shared(showing: Showing, brief: Brief) -> str:
    """What a set is about; a city shares its promises with others, so where they stand is never told as if it were the city's alone."""
    say, about_ = showing.say, brief.about
    if not brief.about.body:
        return _name(showing, about_)
    body = showing.register.body_by_id[brief.about.body].name[showing.lang]
    others = [
        name for kind, name in zip(about_.kinds, phrases.alike(showing.register, about_, say), strict=True) if kind is not Subject.CITY
    ]
    return phrases.ALL.join([*others, say("briefing.shared_perhaps" if brief.perhaps else "briefing.shared", name=body)])


def _counted(showing: Showing, items: Sequence[Item], title: str) -> str:
    known = [item for item in items if item.standing in STARTED_OR_FURTHER]
    return showing.say("deck.pledge_known", title=title, counts=opening.shares(showing, known, items, whole=True))


def _strongest(showing: Showing, brief: Brief, finding: str, most: int) -> list[Slide]:
    """The firmest words, of equals the newest, and out of how many they were chosen."""
    places = [each.place for each in brief.agreed[:most]]
    left = len(places) < len(brief.agreed)
    return words.slides(
        showing, "words", finding, showing.say("deck.quoted_of", shown=len(places), n=len(brief.agreed)) if left else "", places
    )


def _strongest_title(showing: Showing, brief: Brief, name: str) -> str:
    """Of a city it says that others said the words with it, or that they are its own only where it took part."""
    if brief.about.body:
        return showing.say(f"deck.strongest_{'perhaps' if brief.perhaps else 'city'}", name=name)
    return _named(showing, name, "deck.strongest_title")


def _name(showing: Showing, about: About) -> str:
    return phrases.name(showing.register, about, showing.say)


def _named(showing: Showing, name: str, key: str, **values: object) -> str:
    """A finding with what it is narrowed to, if it is."""
    return showing.narrowed(showing.say(key, **values), name)
