"""The steps of a text on its way onto the record, in the address as `step`: its parts, what is known of it, the coding, settling, saving."""

from __future__ import annotations

from models.writing.permission import Access
from widgets.new_text.held import Held
from widgets.parts import address
from widgets.parts.view import View

PARTS, FACTS, CODING, SETTLING, SAVING = STEPS = ("parts", "facts", "coding", "settling", "saving")


def show(view: View, here: Held, access: Access) -> None:
    """The text's name, the steps with how far each is, and the step that the address names."""
    step = address.value("step")
    _ = step if step in STEPS else PARTS
