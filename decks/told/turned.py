"""One declaration against a later one: which pledges both have, in how firm words, and what the earlier one had alone."""

from __future__ import annotations

from dataclasses import dataclass

from decks import drawing
from decks.deck import Cell, Figure, Slide, Table
from decks.showing import Frame, Showing
from decks.told import opening, words
from models.records.places import text_of
from models.records.pledges import Mention, Pledge
from models.records.terms import Ledger
from models.register.lineage import Change
from models.register.succession import Fate, Outcome, succession


@dataclass(frozen=True)
class Both:
    """A pledge that both declarations have, in the strongest words of each, and how the later ones compare."""

    pledge: Pledge
    earlier: Mention
    later: Mention
    change: Change | None


def both(showing: Showing, earlier: str, later: str) -> list[Both]:
    """Those whose later words were compared to the earlier ones first, firmest words first."""
    register, found = showing.register, []
    for pledge in register.pledges:
        before, after = register.strongest_mention(pledge, earlier), register.strongest_mention(pledge, later)
        if before and after:
            change = register.change_at(after) if after.source and text_of(after.source) == earlier else None
            found.append(Both(pledge, before, after, change))
    order = [Change.WEAKENED, Change.STRENGTHENED, Change.MIXED, Change.NARROWED, Change.EXPANDED, Change.REAFFIRMED]
    return sorted(found, key=lambda each: order.index(each.change) if each.change else len(order))


def title(showing: Showing, found: list[Both], earlier: str, later: str) -> str:
    """How many of the pledges that the earlier declaration has the later one has too."""
    everything = sum(showing.register.strongest_mention(pledge, earlier) is not None for pledge in showing.register.pledges)
    return showing.say("deck.turn_title", n=len(found), all=everything, earlier=earlier, later=later)


def source(showing: Showing, found: list[Both], earlier: str, later: str) -> str:
    """The two declarations, and how many pledges both have."""
    say, texts = showing.say, _years(showing, earlier, later)
    return say("chart.foot_declarations", years=texts, date=say.date(showing.on), n=say.count("deck.n_pledges", len(found)))


def counted(showing: Showing, found: list[Both], earlier: str, later: str) -> list[Figure]:
    """How many pledges both have, how their words changed, and of which forums between the two the texts are not on record."""
    say, register = showing.say, showing.register
    lines = [Figure(str(len(found)), say("deck.turn_both", earlier=earlier, later=later))]
    for change in Change:
        n = sum(each.change is change for each in found)
        lines += [Figure(str(n), say("deck.turn_change", change=say(f"terms.change_{change}")))] if n else []
    missing = [forum for forum in register.forums_between(earlier, later) if register.declaration_of(forum.number) is None]
    if missing:
        years = opening.years(showing, [str(forum.year) for forum in missing])
        lines.append(Figure("", say.count("deck.turn_between", len(missing), years=years)))
    elif register.consecutive(earlier, later):
        lines.append(Figure("", say("deck.turn_consecutive", later=later)))
    return lines


def compared(showing: Showing, found: list[Both], earlier: str, later: str, address: str) -> list[Slide]:
    """Every pledge of both, with the strongest words of each declaration as a force, and the change."""
    say, register = showing.say, showing.register

    def force(mention: Mention) -> Cell:
        wording = register.wording_at(mention.at)
        return Cell(words.firm(showing, wording), force=wording.force)

    rows = tuple(
        (
            Cell(each.pledge.title[say.lang]),
            force(each.earlier),
            force(each.later),
            Cell(say(f"terms.change_{each.change}") if each.change else say("deck.not_compared")),
        )
        for each in found
    )
    if not rows:
        return []
    frame = Frame(
        showing,
        "changes",
        title(showing, found, earlier, later),
        say("deck.turn_lede"),
        source(showing, found, earlier, later),
        " ".join(say("deck.row_turn", words=row[0].words, earlier=row[1].words, later=row[2].words, change=row[3].words) for row in rows),
        address,
        (say("deck.notes_turn"),),
    )
    heads = (say("deck.head_pledge"), earlier, later, say("deck.head_change"))
    return drawing.table(frame, Table(heads, rows, (4.6, 3.1, 3.1, 2.0), ("left",) * 4))


def carried(showing: Showing, earlier: str, later: str, address: str) -> list[Slide]:
    """What became of every promise of the earlier text; only of two forums in a row, for else silence says nothing."""
    say, register = showing.say, showing.register
    if not register.consecutive(earlier, later):
        return []
    found = succession(register, register.declaration_by_id[earlier], register.declaration_by_id[later])
    fates = sorted(found.fates_in(Ledger.PROMISES), key=lambda fate: list(Outcome).index(fate.outcome))
    if not fates:
        return []
    outcomes = found.outcomes(Ledger.PROMISES)
    finding = (
        say.count(
            "succession.title",
            len(fates),
            carried=outcomes[Outcome.CARRIED],
            topic=outcomes[Outcome.TOPIC],
            silent=outcomes[Outcome.SILENT],
            earlier=earlier,
            later=later,
        )
        if found.whole
        else say("succession.title_bare", earlier=earlier, later=later)
    )
    rows = tuple(_fate(showing, fate) for fate in fates)
    frame = Frame(
        showing,
        "carried",
        finding,
        say("deck.turn_consecutive", later=later) if found.whole else say("succession.not_whole", earlier=earlier, later=later),
        say(
            "chart.foot_declarations",
            years=_years(showing, earlier, later),
            date=say.date(showing.on),
            n=say.count("deck.n_commitments", len(fates)),
        ),
        " ".join(say("deck.row_fate", words=row[0].words, outcome=row[1].words) for row in rows),
        address,
        (say("succession.rule", earlier=earlier, later=later),),
    )
    heads = (say("deck.head_promise", year=earlier), say("deck.head_in", year=later))
    return drawing.table(frame, Table(heads, rows, (8.0, 4.0), ("left", "left")))


def _fate(showing: Showing, fate: Fate) -> tuple[Cell, ...]:
    say, commitment = showing.say, fate.commitment
    outcome = say(f"succession.outcome_{fate.outcome}")
    if fate.label:
        outcome = say("deck.outcome_label", outcome=outcome, change=say(f"terms.change_{fate.label}"))
    return Cell(say("deck.with_place", words=commitment.summary[say.lang], place=say.place(commitment.id))), Cell(outcome)


def _years(showing: Showing, earlier: str, later: str) -> str:
    return opening.years(showing, [earlier, later])
