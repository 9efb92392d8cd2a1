"""What was chosen for a provision as a reader sees it, and two choices side by side with what differs between them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from markupsafe import Markup

from models.writing.works.coding import ChosenProvision, ChosenUnit
from models.writing.works.recorded import in_order
from widgets.new_text.chosen import marking
from widgets.new_text.chosen.unit import promises
from widgets.parts import marks, naming, prose
from widgets.parts.view import View

UNLIKE = "≠"


def side_by_side(view: View, text: str, lang: str, sides: Sequence[tuple[str, ChosenProvision, Markup]], unlike: Collection[str]) -> Markup:
    """Choices under their names, each with what is said below it; `unlike` is in what they differ, as `settling.in_what` says it."""
    columns = [
        Markup("<section><h4>{}</h4>{}{}</section>").format(name, chosen(view, text, lang, each, unlike), below)
        for name, each, below in sides
    ]
    return Markup("<div class='sides'>{}</div>").format(prose.joined(columns))


def chosen(view: View, text: str, lang: str, each: ChosenProvision, unlike: Collection[str] = ()) -> Markup:
    """The provision with its commitments marked, and the codes of each."""
    say, units = view.say, in_order(each, text)
    words = Markup("<p class='quoted' lang='{}'>{}{}</p>").format(lang, _unlike("boundaries" in unlike), marking.marked(text, units))
    if not units:
        force = marks.force(say, each.force) if each.force else Markup("{}").format(say("new_text.no_force"))
        sign = _unlike("force" in unlike)
        return Markup("{}<p class='heads'>{}{} <span class='small'>{}</span></p>{}").format(
            words, sign, force, say("method.settled_no_unit"), _why(view, each.why)
        )
    return Markup("{}<ol class='coded-units'>{}</ol>").format(
        words, prose.joined([Markup("<li>{}</li>").format(_unit(view, unit, unlike)) for unit in units])
    )


def _unit(view: View, unit: ChosenUnit, unlike: Collection[str]) -> Markup:
    say = view.say
    force = marks.force(say, unit.force) if unit.force else Markup("{}").format(say("new_text.no_force"))
    word = "" if unit.precision is None and promises(unit) else say(f"terms.precision_{unit.precision or 'none'}")
    precision = Markup("<span class='precision'>{}</span>").format(word)
    lines = [Markup("<p class='heads'>{}{} {}</p>").format(_unlike(bool({"codes", "force"} & set(unlike))), force, precision)]
    for name, ids in (("by", unit.by), ("to", unit.to)):
        label = say("declarations.field_by_other") if name == "by" else say("declarations.field_to")
        named = say.listed([body(view, each) for each in ids]) if ids else say("new_text.nobody")
        lines.append(Markup("<p class='small'>{}{}: {}</p>").format(_unlike(name in unlike), label, named))
    return prose.joined([*lines, _why(view, unit.why)])


def body(view: View, id_: str) -> str:
    """A body by its name."""
    found = view.register.body_by_id.get(id_)
    return naming.name(view, "body", found.name) if found else id_


def _unlike(differs: bool) -> Markup:
    return Markup("<b class='unlike' aria-hidden='true'>{}</b> ").format(UNLIKE) if differs else Markup("")


def _why(view: View, why: str) -> Markup:
    return Markup("<p class='small'>{}: {}</p>").format(view.say("new_text.why"), why) if why.strip() else Markup("")
