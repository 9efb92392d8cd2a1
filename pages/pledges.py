"""Which pledges recur: pledges across all forums, with honest gaps, and the words behind every mark."""

import streamlit as st

from widgets import recurrence
from widgets.view import current


@st.fragment
def page() -> None:
    """Run alone when a filter or a mark is clicked: the frame around it stays as it is."""
    view = current()
    chosen = recurrence.filters(view)
    recurrence.opening(view, chosen)
    place = recurrence.chart(view, chosen)
    recurrence.words(view, place)
    recurrence.listing(view, chosen)


page()
