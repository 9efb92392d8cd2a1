"""Slides for a meeting: choose a set, leave out and move, present it, take it along, keep it."""

from widgets.parts.view import current
from widgets.slides import choice, keeping, order, taking

view = current()
looked = choice.look(view)
if looked:
    taking.present(looked)
    order.show(looked)
    taking.own_template(looked)
keeping.show(view, looked)
