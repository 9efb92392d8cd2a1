"""How pages name a commitment or a provision, by our summary and one link to all that is known of it; and how they name a source."""

from __future__ import annotations

from markupsafe import Markup

from models.records.evidence import copied_at
from models.records.places import text_of
from models.records.texts import Commitment
from widgets.parts import address, prose
from widgets.parts.view import View


def place(view: View, id_: str) -> Markup:
    """Where it stands, as a link: a commitment leads to its own page, a provision to its words in the declaration."""
    if id_ in view.register.commitment_by_id:
        return prose.anchor(address.href("commitment", id=id_), view.say.place(id_), "in")
    return in_text(view, id_, view.say.place(id_))


def in_text(view: View, id_: str, words: str) -> Markup:
    """The way to a provision, or to that of a commitment, in the declaration."""
    return prose.anchor(where(view, id_), words, "in")


def where(view: View, id_: str) -> str:
    """The address of a provision, or of that of a commitment, in the declaration."""
    provision = id_[:-1] if id_ in view.register.commitment_by_id else id_
    return address.href("declarations", id=text_of(id_), at=provision)


def named(view: View, commitment: Commitment) -> Markup:
    """A commitment by its summary and its place; a row has no other link, so that nobody has to ask which of two answers."""
    return Markup("{} <span class='small place'>{}</span>").format(commitment.summary[view.lang], place(view, commitment.id))


def source(view: View, words: str | Markup, publisher: str, url: str | None) -> Markup:
    """A source as a link to where it was read; that this is a third party's copy is said before the link."""
    if not url:
        return Markup("{}").format(words)
    host = copied_at(publisher, url)
    copy = Markup("<b class='copy'>{}</b> ").format(view.say("notes.copy", host=host)) if host else Markup("")
    return copy + Markup("<a class='in' href='{}' target='_blank' rel='noopener noreferrer'>{}</a>").format(url, words)
