"""A brief on one city, theme, group of people or forum: on screen, and as two pages to take along."""

from widgets import brief
from widgets.view import current

view = current()
sheet = brief.chosen(view)
if sheet:
    brief.take_along(sheet, view)
    brief.show(sheet, view)
