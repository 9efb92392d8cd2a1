"""How pages name a commitment or a provision: our summary, then the place as a link to the words themselves."""

from __future__ import annotations

from markupsafe import Markup

from models.records.texts import Commitment
from widgets.parts import address, prose
from widgets.parts.view import View


def place(view: View, id_: str, words: str = "") -> Markup:
    """A provision or commitment as a link to it in its declaration."""
    return prose.anchor(where(view, id_), words or view.say.place(id_), "in")


def where(view: View, id_: str) -> str:
    """The address of a provision or commitment in its declaration."""
    provision = id_[:-1] if id_ in view.register.commitment_by_id else id_
    return address.href("declarations", id=id_[:4], at=provision)


def named(view: View, commitment: Commitment) -> Markup:
    """A commitment by its summary and its place, with the way to its own page."""
    details = prose.anchor(address.href("commitment", id=commitment.id), view.say("commitment.details"), "in")
    return Markup("{} <span class='small'>{} · {}</span>").format(commitment.summary[view.lang], place(view, commitment.id), details)
