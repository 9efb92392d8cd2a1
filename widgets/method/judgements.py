"""How alike two people judge: the figures, and the differences that were settled."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from models.records.judgements import Ruling
from models.records.terms import Status
from models.register.agreement import Alike
from models.register.second_judgements import TwiceJudged, agreement_of, twice_judged
from models.register.standing import Standing
from widgets.method.agreement import coefficient, percent
from widgets.method.passages import Cell, folded, plain, table
from widgets.parts import address, marks, prose
from widgets.parts.view import View


def show(view: View) -> None:
    """The table of agreement on standings, who judged and how, and what was settled."""
    say, pairs = view.say, twice_judged(view.whole)
    prose.heading(say("judgements.title"), "judgements")
    if not pairs:
        prose.show(plain(say("judgements.none")))
        return
    day = max(judgements.judged for judgements in view.whole.judgements)
    alone = [pair for pair in pairs if pair.first is None and not pair.withheld]
    withheld = sum(pair.withheld for pair in pairs)
    rows = [
        _row(view, say("judgements.whole"), agreement_of(pairs, whole=True), say("judgements.whole_n")),
        _row(view, say("judgements.own"), agreement_of(pairs, whole=False), say("judgements.own_n")),
    ]
    heads = ("method.agreement_head", "method.agreement_head_n", "method.agreement_head_same", "method.agreement_head_ac1")
    parts = [
        plain(say("judgements.lede", date=say.date(day))),
        table([*(say(head) for head in heads), say("method.agreement_head_ac2")], rows, numbers=(2, 3, 4), css="long-names"),
        plain(say("judgements.scale")),
        plain(say("judgements.who")),
    ]
    parts += [plain(say.count("judgements.no_first", len(alone)))] if alone else []
    parts += [plain(say.count("judgements.withheld", withheld))] if withheld else []
    prose.show(prose.joined(parts) + _settled(view, pairs))


def _row(view: View, name: str, alike: Alike, of: str) -> Sequence[Cell]:
    none = view.say("method.agreement_not_defined")
    n = Markup("{} <span class='small'>{}</span>").format(alike.n, of)
    if not alike.n:
        return (name, n, none, none, none)
    same = view.say("method.agreement_same", same=alike.same, share=percent(alike.same, alike.n))
    return (name, n, same, coefficient(alike.ac1) or none, coefficient(alike.ac2) or none)


def _settled(view: View, pairs: Sequence[TwiceJudged]) -> Markup:
    say, rulings = view.say, view.whole.rulings
    judged = {(pair.second.commitment, pair.second.actor): pair for pair in pairs}
    known = [each for each in rulings.differences if (each.commitment, each.actor) in judged] if rulings else []
    if not known or rulings is None:
        return Markup("")
    entries = prose.joined([_difference(view, each, judged[each.commitment, each.actor]) for each in known])
    body = plain(say("method.settled_on", date=say.date(rulings.settled))) + Markup("<ul class='entries'>{}</ul>").format(entries)
    return folded(say.count("judgements.settled", len(known)), body)


def _difference(view: View, ruling: Ruling, pair: TwiceJudged) -> Markup:
    say, register = view.say, view.whole
    actor = register.body_by_id.get(ruling.actor) if ruling.actor else None
    place = prose.anchor(address.href("commitment", id=ruling.commitment), say.place(ruling.commitment), "in")
    whose = Markup(" ({})").format(actor.name[view.lang]) if actor else ""
    named = (
        (say("method.settled_first"), marks.standing(say, Standing.WITHHELD) if pair.withheld else _status(view, pair.first)),
        (say("method.settled_second"), _status(view, pair.second.status)),
        (say("method.settled_now"), _status(view, ruling.settled)),
    )
    lines = prose.joined([Markup("<dt>{}</dt><dd>{}</dd>").format(name, status) for name, status in named])
    return Markup("<li>{}{}<dl class='facts'>{}</dl><p>{}</p></li>").format(place, whose, lines, ruling.because[view.lang])


def _status(view: View, status: Status | None) -> Markup | str:
    return marks.standing(view.say, Standing(status.value) if status else Standing.NOT_ASSESSED)
