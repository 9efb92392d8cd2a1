"""The page for the wall: a deck in a browser, once open without any network. Its scripts are asked for once, as files of this server."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from decks.deck import Deck
from exports.deck.document import FOLDER, NOTHING, SCRIPTS, document, page
from models.labels import Say

FILES: Final = "files"
"""Below it, beside the page, the server has what is in static/deck/."""


def made(deck: Deck, say: Say, ways: Markup = NOTHING) -> bytes:
    """The page; `ways` are further links for the list of slides."""
    scripts = Markup("").join(Markup("<script src='{}/{}?v={}' defer></script>").format(FILES, name, _version(name)) for name in SCRIPTS)
    return page(deck.lang, document(deck, say, ways), scripts)


@lru_cache(maxsize=len(SCRIPTS))
def _version(name: str) -> str:
    return hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:12]
