"""The register at a glance: what is on record, where it stands, what comes back, what has a date."""

from widgets import overview
from widgets.parts.once import passages
from widgets.parts.view import current

view = current()
passages(view, ("overview", "first"), overview.opening, overview.forums)
overview.standings(view)
passages(view, ("overview", "rest"), overview.ledgers, overview.changes, overview.dated, overview.recurring)
