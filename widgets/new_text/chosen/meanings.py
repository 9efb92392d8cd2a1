"""The codebook beside the choice: what each force and precision means, where its bounds are, and the decision table, folded."""

from __future__ import annotations

from markupsafe import Markup

from models.records.terms import Force, Precision
from models.texts.suggesting.clauses import rules
from widgets.parts import marks, prose
from widgets.parts.view import View

KEYS = "1234567890"
"""The number keys: the six forces, then the four precisions."""
FORCE_KEYS = dict(zip(Force, KEYS, strict=False))
PRECISION_KEYS = dict(zip(Precision, KEYS[len(Force) :], strict=True))

DATED = ("5", "Report at the spring session.", Precision.DATED)
"""The row of the decision table that no verb tells, so that it is not among the rules (docs/CODEBOOK.md, 3)."""


def forces(view: View) -> dict[Force, str]:
    """The forces as they are chosen, each with its key."""
    return {each: f"{FORCE_KEYS[each]} {view.say(f'terms.force_{each}')}" for each in Force}


def precisions(view: View) -> dict[Precision, str]:
    """The precisions as they are chosen, each with its key."""
    return {each: f"{PRECISION_KEYS[each]} {view.say(f'terms.precision_{each}')}" for each in Precision}


def of_forces(view: View) -> dict[Force, str]:
    """What each force means."""
    return {each: view.say(f"terms.meaning_{each}") for each in Force}


def of_precisions(view: View) -> dict[Precision, str]:
    """What each precision means."""
    return {each: view.say(f"terms.meaning_{each}") for each in Precision}


def bounds(view: View, *, precision: bool) -> Markup:
    """The questions that decide, the verbs of each force, the rules of splitting; of precision the decision table too."""
    say = view.say
    verbs = [Markup("<li>{} {}</li>").format(marks.force(say, each), say(f"method.verbs_{each}")) for each in Force]
    splits = [
        Markup("<li>{}</li>").format(words)
        for words in (
            say("method.split_verb"),
            say("method.split_stages"),
            say("method.split_items"),
            say("method.split_asking"),
            say("method.split_means"),
            say("method.split_while"),
        )
    ]
    parts = [
        _fold(say("new_text.bounds_force"), Markup("<p>{}</p><ul>{}</ul>").format(say("method.force_lede"), prose.joined(verbs))),
        _fold(say("method.splitting"), Markup("<ul>{}</ul>").format(prose.joined(splits))),
    ]
    if precision:
        table = sorted([*((row.id, row.example, row.precision) for row in rules.rows("en")), DATED], key=lambda row: int(row[0]))
        rows = [
            Markup("<li>{} <b>{}</b></li>").format(say(f"texts.because_row-{id_}", words=example), say(f"terms.precision_{precision}"))
            for id_, example, precision in table
        ]
        parts.append(
            _fold(say("new_text.bounds_table"), Markup("<p>{}</p><ul>{}</ul>").format(say("method.precision_lede"), prose.joined(rows)))
        )
    return Markup("<div class='bounds'>{}</div>").format(prose.joined(parts))


def _fold(summary: str, body: Markup) -> Markup:
    return Markup("<details class='topic'><summary>{}</summary>{}</details>").format(summary, body)
