"""What is not on record, not assessed, looked for and not found, or withheld: how every set ends."""

from __future__ import annotations

from decks import drawing
from decks.deck import Figure, Figures, Slide
from decks.showing import Frame, Showing
from decks.told import opening
from models.brief.facts import Brief
from models.brief.telling import phrases, unknown

LAST = "not-on-record"
"""The slide that ends every set."""


def slides(showing: Showing, brief: Brief, address: str) -> list[Slide]:
    """The kinds of the unknown, each with its denominator; no two of them are the same."""
    say = showing.say
    telling = phrases.Telling(brief, say, {})
    alone = telling.lead("terms.grade_self-reported")
    told = [_line(entry.lead, _count(showing, brief) if entry.lead == alone else entry.text) for entry in unknown.section(telling).entries]
    lines = tuple(told)
    missing, forums = len(brief.not_on_record), len(brief.forums)
    whole = showing.register.knows_all_forums
    finding = say("deck.unknown_title_none")
    if missing:
        finding = say("deck.unknown_title", missing=say.at_least(missing, whole), forums=say.at_least(forums, whole))
    if brief.about.subjects:
        finding = showing.narrowed(finding, phrases.name(showing.register, brief.about, say))
    frame = Frame(
        showing,
        LAST,
        finding,
        "",
        opening.source(showing, brief),
        " ".join(line.words for line in lines),
        address,
        (say("deck.notes_unknown"),),
    )
    return drawing.figures(frame, Figures(lines or (Figure("", say("deck.unknown_nothing")),)))


def _line(lead: str, text: str) -> Figure:
    return Figure("", " ".join(filter(None, [lead, text])))


def _count(showing: Showing, brief: Brief) -> str:
    """How many are known only from those who promised; the brief names every place, which nobody reads on a wall."""
    alone = [item for item in brief.items if item.self_reported]
    return showing.say("deck.alone", counts=opening.shares(showing, alone, brief.items))
