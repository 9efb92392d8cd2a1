"""Force and standing as small marks in running text: word first, then shape, then colour."""

from __future__ import annotations

from markupsafe import Markup

from charts.theme import CHANGE_GLYPH, STANDING_GLYPH
from models.labels import Say
from models.records.terms import Force
from models.register.lineage import Change
from models.register.standing import Standing


def force(say: Say, force: Force) -> Markup:
    """The force as a cell with mark and word."""
    return Markup("<span class='force force-{}'><i aria-hidden='true'></i>{}</span>").format(force.value, say(f"terms.force_{force}"))


def force_or_withheld(say: Say, known: Force | None) -> Markup:
    """The force of a provision, or that it cannot be said while what is coded in it is withheld for a mistake."""
    return force(say, known) if known else Markup("<span class='small'>{}</span>").format(say("terms.force_withheld"))


def standing(say: Say, standing: Standing) -> Markup:
    """The standing as a cell with mark and word."""
    sign = "" if standing is Standing.NOT_ASSESSABLE else STANDING_GLYPH[standing]
    glyph = Markup("<b aria-hidden='true'>{}</b> ").format(sign) if sign else ""
    return Markup("<span class='standing standing-{}'>{}<span>{}</span></span>").format(
        standing.value, glyph, say(f"terms.standing_{standing}")
    )


def change(say: Say, change: Change) -> Markup:
    """The label of a change: its arrow and its word."""
    return Markup("<span class='change'><b aria-hidden='true'>{}</b> {}</span>").format(CHANGE_GLYPH[change], say(f"terms.change_{change}"))
