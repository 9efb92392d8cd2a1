"""The coding of a text, one provision at a time."""

from __future__ import annotations

from models.writing.permission import Access
from widgets.new_text.held import Held
from widgets.parts.view import View


def show(view: View, here: Held, access: Access) -> None:
    """Not drawn yet."""
