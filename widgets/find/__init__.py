"""The page Find: what is asked (`asked`), the filters (`filters`), what stands before the list (`answers`), what fits (`finder`), one
record that was found (`result`), and the list to take along (`taking`).

Open to others: asked, filters, finder.
May import: exports, models/labels, models/records, models/register, models/search, widgets/frame, widgets/parts, numpy,
streamlit.
"""
