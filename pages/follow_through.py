"""The secretariat's desk: what is due, unassessed or thin in evidence, and a form for adding a note."""

from widgets import desk, note_form, permission
from widgets.view import current

view = current()
access = permission.current()
commitment = note_form.chosen(view)
if commitment:
    note_form.show(view, commitment, access)
else:
    desk.opening(view)
    permission.show(view, access)
    desk.queues(view, writes=access.permission is not None)
    note_form.choose(view, access)
