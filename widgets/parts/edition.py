"""Which edition of the records is shown, as citations, briefs and lists name it."""

from __future__ import annotations

import streamlit as st

from exports import dataset
from models.register.register import Register


@st.cache_data(show_spinner=False, max_entries=2)
def edition(fingerprint: str, _whole: Register) -> str:
    """The start of the fingerprint that the exported document carries; the same records give the same on any machine."""
    return dataset.edition(_whole)
