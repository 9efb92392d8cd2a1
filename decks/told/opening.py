"""How a set begins: what it is about, and how much the register holds on it."""

from __future__ import annotations

from collections.abc import Sequence

from decks import drawing
from decks.deck import Figure, Figures, Slide
from decks.showing import Frame, Showing
from models.brief.facts import Brief


def slides(showing: Showing, finding: str, subtitle: str, lines: Sequence[Figure], address: str) -> list[Slide]:
    """Numbers and sentences under the finding of the whole set."""
    say = showing.say
    frame = Frame(
        showing,
        "opening",
        finding,
        subtitle,
        source(showing),
        " ".join(" ".join(filter(None, [each.number, each.words])) for each in lines),
        address,
        (say("deck.notes_opening"),),
    )
    return drawing.figures(frame, Figures(tuple(lines)))


def source(showing: Showing) -> str:
    """Out of how many declarations everything on the slide is, and of how many commitments."""
    say, register = showing.say, showing.register
    n = sum(commitment.ledger is not None for commitment in register.commitment_by_id.values())
    texts = years(showing, list(register.declaration_by_id))
    return say("chart.foot_declarations", years=texts, date=say.date(showing.on), n=say.count("deck.commitments", n))


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
