"""What the server answers beside the pages: the register as plain data, and the headers of every answer.

Open to others: everything.
May import: exports, models/labels, models/loading, models/records, widgets/parts, starlette, streamlit.
"""
