"""An edition of the forum, a body or a theme that is not listed yet, added on the way."""

from __future__ import annotations

from models.writing.permission import Access
from widgets.new_text.held import Held
from widgets.parts.view import View


def show(view: View, here: Held, access: Access) -> None:
    """Not drawn yet."""
