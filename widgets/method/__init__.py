"""The page Method: what is counted, what each word means, how alike two codings are, what is missing, what to take along.

May import: exports, models/labels, models/records, models/register, widgets/parts, streamlit.
"""
