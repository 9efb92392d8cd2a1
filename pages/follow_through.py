"""The secretariat's desk: what is due, unassessed or weakly evidenced, and a form for adding a note."""

from widgets import desk
from widgets.view import current

view = current()
desk.opening(view)
desk.queues(view)
