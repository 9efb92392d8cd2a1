"""The page Declarations: one text to read (`reader`), several beside each other (`side_by_side`), one followed into the next.

May import: models/records, models/register, widgets/frame, widgets/parts, streamlit.
"""
