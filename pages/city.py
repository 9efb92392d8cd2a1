"""One city or body before a forum: what it is bound by that is due and open, then its own records and what it has been asked."""

from widgets import city
from widgets.parts.view import current

view = current()
body = city.chosen(view)
if body:
    parts = city.parts(view, body)
    city.opening(view, body)
    city.came_for(view, parts)
    city.bound_by(view, body)
    city.rest(view, parts)
