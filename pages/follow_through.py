"""The secretariat's desk: what is due, unassessed or thin in evidence, and a form for adding a note."""

from widgets.follow_through import access as permission
from widgets.follow_through import desk, form
from widgets.parts.view import current

view = current()
access = permission.current()
commitment = form.chosen(view)
if commitment:
    form.show(view, commitment, access)
else:
    desk.opening(view)
    permission.show(view, access)
    desk.queues(view, writes=access.permission is not None)
    form.choose(view, access)
