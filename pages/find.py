"""Every commitment, searched and filtered: the first sentence counts what fits, the list shows it in its words."""

import streamlit as st

from widgets.find import filters, finder
from widgets.find.asked import look
from widgets.parts.view import current

view = current()
asked = look(view)
finder.opening(asked)
finder.search_box(asked)
with st.container(key="find-layout"):
    beside, middle = st.columns([3, 8], gap="large")
    with beside:
        filters.filters(asked)
    with middle:
        finder.results(asked)
