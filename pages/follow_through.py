"""The secretariat's desk: what is due, unassessed or thin in evidence, and a form for adding a note."""

from widgets.follow_through import access, desk, form
from widgets.parts.view import current

view = current()
given = access.current()
commitment = form.chosen(view)
if commitment:
    form.show(view, commitment, given)
else:
    desk.opening(view)
    access.show(view, given)
    desk.withheld(view)
    desk.queues(view, writes=given.permission is not None)
    form.choose(view, given)
