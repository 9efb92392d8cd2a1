"""What of the declarations a reader asks for: one text, others beside it, and the subject that is marked or compared."""

from __future__ import annotations

from models.records.places import text_of
from models.records.terms import Ledger
from models.records.texts import Declaration
from models.register.passages import Subject
from widgets.frame import banner
from widgets.parts import address, naming
from widgets.parts.view import View


def choose(view: View) -> str:
    """The years on record in a row; without a choice the one that the place in the address lies in, else the last."""
    say, years = view.say, [declaration.id for declaration in view.register.declarations]
    place = text_of(address.value("at") or "")
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
        say("declarations.compare_with"), "with", others, words, placeholder=say("declarations.compare_placeholder"), width=290
    )
    return [known[year] for year in sorted(years)]


def choose_subject(view: View, compared: bool) -> Subject:
    """Ledger, theme and pledge: what is marked in the text, or compared."""
    say, register = view.say, view.register
    themes = naming.themes(view)
    pledges = {pledge.id: naming.pledge(view, pledge) for pledge in register.pledges}
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
            width=180,
        ),
        address.pick(theme, "theme", list(themes), themes.__getitem__, placeholder=say("declarations.any"), width=350),
        address.pick(pledge, "pledge", list(pledges), pledges.__getitem__, placeholder=say("declarations.any"), width=320),
    ]
    return Subject(frozenset(Ledger(id_) for id_ in chosen[0]), frozenset(chosen[1]), frozenset(chosen[2]))


def warn(view: View, chosen: Declaration) -> None:
    """What the address asks for and cannot have."""
    say, register = view.say, view.register
    for asked in address.values("with"):
        if asked == chosen.id:
            banner.line(say("declarations.same"))
        elif asked not in register.declaration_by_id:
            banner.line(say("declarations.with_unknown", id=asked))
    filters = {"ledger": [each.value for each in Ledger], "theme": list(register.theme_by_id), "pledge": list(register.pledge_by_id)}
    banner.say_unknown(view, address.unknown(filters))
