"""One city or body before a forum: its own records, what it is bound by, what it has been asked."""

from widgets import city
from widgets.parts import progress
from widgets.parts.view import current

view = current()
body = city.chosen(view)
if body:
    city.opening(view, body)
    city.own_records(view, body)
    city.bound_by(view, body)
    city.asked(view, body)
    progress.of_body(view, body)
