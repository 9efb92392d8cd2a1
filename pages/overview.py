"""The register at a glance: what is on record, where it stands, what comes back, what has a date."""

from widgets import glance
from widgets.view import current

view = current()
glance.opening(view)
glance.forums(view)
glance.ledgers(view)
glance.changes(view)
glance.dated(view)
glance.recurring(view)
