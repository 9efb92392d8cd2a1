"""A brief on one city, theme, group of people or forum: on screen, and as two pages to take along."""

from widgets import briefing
from widgets.parts.view import current

view = current()
sheet = briefing.chosen(view)
if sheet:
    briefing.take_along(sheet, view)
    briefing.show(sheet, view)
