"""The register at a glance: what is on record, where it stands, what comes back, what has a date."""

from widgets import overview
from widgets.parts.view import current

view = current()
overview.opening(view)
overview.forums(view)
overview.ledgers(view)
overview.changes(view)
overview.dated(view)
overview.recurring(view)
