"""The page Follow-through: the secretariat's queues (`desk`), and adding a note (`form`) for who may (`access`).

Open to others: access, desk, form.
May import: exports, models/keeping, models/records, models/register, models/writing, widgets/frame, widgets/parts, streamlit.
"""
