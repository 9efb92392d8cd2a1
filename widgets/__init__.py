"""What the pages draw: the only code beside pages/ that imports Streamlit.

A module or a folder has the name of its page; parts/ is what every page is made of, pictures/ are the charts within
it, frame/ what stands around it, server/
what is answered beside it, styles/ how it all looks.

Open to others: everything.
May import: charts, charts/explore, charts/recurrence, charts/standing, charts/through, charts/timeline, exports, exports/brief,
models/brief, models/brief/telling, models/labels, models/records, models/register, models/register/frames, widgets/frame,
widgets/parts, widgets/pictures, streamlit.
"""
