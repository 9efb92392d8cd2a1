"""Forums, pledges, due dates and changes of status on one calendar, then everything that has a date."""

from widgets import timeline
from widgets.parts.view import current

view = current()
chosen = timeline.filters(view)
place = timeline.chart(view, chosen)
timeline.words(view, chosen, place)
timeline.listing(view, chosen)
