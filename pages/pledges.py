"""Which pledges recur: pledges across all forums, with honest gaps, and the words behind every mark."""

from widgets import recurrence
from widgets.view import current

view = current()
chosen = recurrence.filters(view)
recurrence.opening(view, chosen)
place = recurrence.chart(view, chosen)
recurrence.words(view, place)
recurrence.listing(view, chosen)
