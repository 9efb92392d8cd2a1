"""The page Find: the question, the filters and what fits (`finder`), and one record that was found (`result`).

Open to others: finder.
May import: exports, models/labels, models/records, models/register, models/search, widgets/frame, widgets/parts, numpy,
streamlit.
"""
