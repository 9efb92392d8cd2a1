"""Forums, pledges, due dates and changes of status on one calendar, then everything that has a date."""

import streamlit as st

from widgets import timeline
from widgets.parts.once import passages
from widgets.parts.view import current


@st.fragment
def page() -> None:
    """Run alone when a filter or a sign is clicked: the frame around it stays as it is."""
    view = current()
    chosen = timeline.filters(view)
    timeline.chart(view, chosen)
    passages(view, ("timeline", "listing", *chosen.themes), lambda view: timeline.listing(view, chosen))


page()
