"""A brief on a city, theme, group of people, pledge or forum, or on several: on screen, and as two pages to take along."""

import streamlit as st

from widgets import briefing
from widgets.parts.view import current

view = current()
about = briefing.chosen(view)
if about:
    place = st.empty()
    sheet = briefing.made(about, view, place)
    with place.container():
        briefing.take_along(sheet, about, view)
        briefing.show(sheet, view)
