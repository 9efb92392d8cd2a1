"""The files that a deck is written as, and among them the one HTML file that opens from a USB stick, without a server and a network.

Its own policy lets run what is in it, by fingerprint, and nothing else; it asks for nothing outside it.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from markupsafe import Markup

from charts.theme import LIGHT, ON_PAGE, Theme
from decks.deck import Deck
from exports.deck import pdf, pptx
from exports.deck.document import FOLDER, SCRIPTS, document, page
from models.labels import Say


def made(deck: Deck, say: Say) -> bytes:
    """The file; the same deck gives the same bytes."""
    whole = document(deck, say)
    texts = [_script(name) for name in SCRIPTS]
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join(["script-src", *map(_fingerprint, texts)]),
            f"style-src {_fingerprint(str(whole.style))}",
            "font-src data:",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    head = Markup("<meta http-equiv='Content-Security-Policy' content=\"{}\">").format(Markup(policy))
    # Our own scripts, in which nothing could end the element: looked at where they are read.
    scripts = Markup("").join(Markup("<script>{}</script>").format(Markup(text)) for text in texts)
    return page(deck.lang, whole, scripts, head)


def _script(name: str) -> str:
    text = (FOLDER / name).read_text(encoding="utf-8")
    if "</script" in text.lower() or "<!--" in text:
        raise ValueError(f"{name} cannot stand within a page: it has what would end a script")
    return text


def _fingerprint(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@dataclass(frozen=True)
class Form:
    """One kind of file; the deck has to be drawn in its `theme`."""

    write: Callable[[Deck, Say], bytes]
    media: str
    theme: Theme = LIGHT


FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        "pptx": Form(lambda deck, say: pptx.pptx(deck), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        "pdf": Form(lambda deck, say: pdf.pdf(deck), "application/pdf"),
        "html": Form(made, "text/html; charset=utf-8", ON_PAGE),
    }
)
"""In the order in which they are offered."""
