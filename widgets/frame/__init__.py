"""The frame around every page: the masthead, and what the reader must know before reading on.

Open to others: everything.
May import: models/labels, models/records, widgets/parts, streamlit.
"""
