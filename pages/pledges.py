"""Which pledges recur: pledges across all forums, with honest gaps, and the words behind every mark."""

import streamlit as st

from widgets import pledges
from widgets.parts.once import passages
from widgets.parts.view import current


@st.fragment
def page() -> None:
    """Run alone when a filter or a mark is clicked: the frame around it stays as it is."""
    view = current()
    chosen = pledges.filters(view)
    pledges.opening(view, chosen)
    pledges.chart(view, chosen)
    passages(view, ("pledges", "listing", *chosen.ids), lambda view: pledges.listing(view, chosen))


page()
