"""What every page is made of: what it looks at (`view`, `address`), and the passages, marks, notes and charts it draws.

May import: charts, charts/progress, exports, models/labels, models/loading, models/reading, models/records,
models/register, models/register/frames, streamlit.
"""
