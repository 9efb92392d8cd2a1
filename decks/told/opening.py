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
    """Out of how many declarations everything on the slide is."""
    say, texts = showing.say, [declaration.id for declaration in showing.register.declarations]
    years = "·".join(texts) if say.lang == "ko" else say.listed(texts)
    return say("chart.foot_declarations", years=years, date=say.date(showing.on), n=say.count("deck.commitments", _all(showing)))


def _all(showing: Showing) -> int:
    return sum(commitment.ledger is not None for commitment in showing.register.commitment_by_id.values())


def counted(showing: Showing, brief: Brief) -> list[Figure]:
    """Of each ledger how many there are, and how many of them can be judged; never added together."""
    say = showing.say
    return [Figure(str(tally.n), say(f"deck.counted_{tally.ledger}", assessable=tally.assessable)) for tally in brief.tallies if tally.n]
