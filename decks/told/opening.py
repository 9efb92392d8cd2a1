"""How a set begins: what it is about, and how much the register holds on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from decks import drawing
from decks.deck import Figure, Figures, Slide
from decks.showing import Frame, Showing
from models.brief.facts import Brief, Item
from models.records.terms import Ledger


def slides(showing: Showing, finding: str, subtitle: str, lines: Sequence[Figure], address: str, foot: str) -> list[Slide]:
    """Numbers and sentences under the finding of the whole set; the source line says out of what they are counted."""
    say = showing.say
    frame = Frame(
        showing,
        "opening",
        finding,
        subtitle,
        foot,
        " ".join(" ".join(filter(None, [each.number, each.words])) for each in lines),
        address,
        (say("deck.notes_opening"),),
    )
    return drawing.figures(frame, Figures(tuple(lines)))


def source(showing: Showing, brief: Brief) -> str:
    """Out of which declarations everything on the slide is, and of how many commitments of each ledger: never of their sum."""
    say, register = showing.say, showing.register
    counts = ", ".join(say.count(f"chart.n_{tally.ledger}", tally.n) for tally in brief.tallies)
    n, texts = say("deck.n_ledgers", counts=counts), years(showing, list(register.declaration_by_id))
    if not texts:
        return say("deck.foot_forums", date=say.date(showing.on), n=n)
    return say("chart.foot_declarations", years=texts, date=say.date(showing.on), n=n)


def shares(showing: Showing, found: Collection[Item], items: Collection[Item], whole: bool = False) -> str:
    """How many of those that can be judged were found, each ledger with its own denominator; the `whole` says of which none was."""

    def count(of: Collection[Item], ledger: Ledger) -> int:
        return sum(item.commitment.ledger is ledger and item.commitment.assessable for item in of)

    counted = [(ledger, count(found, ledger), count(items, ledger)) for ledger in Ledger]
    told = [each for each in counted if each[2] and (whole or each[1])] or [each for each in counted if each[2]]
    return showing.say.listed([showing.say.count(f"briefing.of_{ledger}", everything, found=n) for ledger, n, everything in told])


def years(showing: Showing, named: list[str]) -> str:
    """Years one after another: 2011, 2017 and 2020; 2011·2017·2020."""
    return "·".join(named) if showing.lang == "ko" else showing.say.listed(named)


def counted(showing: Showing, brief: Brief) -> list[Figure]:
    """Of each ledger how many there are, and how many of them can be judged; never added together."""
    say, body = showing.say, bool(brief.about.body)
    kind = "perhaps" if brief.perhaps else "bound" if body else "counted"
    return [
        Figure(str(tally.n), say.count(f"deck.{kind}_{tally.ledger}", tally.n, assessable=tally.assessable))
        for tally in brief.tallies
        if tally.n
    ]
