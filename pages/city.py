"""One city or body before a forum: its own records, what it is bound by, what it has been asked."""

from widgets import city_record, progress
from widgets.view import current

view = current()
body = city_record.chosen(view)
if body:
    city_record.opening(view, body)
    city_record.own_records(view, body)
    city_record.bound_by(view, body)
    city_record.asked(view, body)
    progress.of_body(view, body)
