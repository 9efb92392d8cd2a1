"""A brief on one city, theme, group of people or forum: on screen, and as two pages to take along."""

import streamlit as st

from widgets import briefing
from widgets.parts.view import current

view = current()
subject = briefing.chosen(view)
if subject:
    place = st.empty()
    sheet = briefing.made(subject, view, place)
    with place.container():
        briefing.take_along(sheet, subject, view)
        briefing.show(sheet, view)
