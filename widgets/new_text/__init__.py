"""The page New text: a text from somebody's file to the record, for who may write.

What is open here and who works on it is `held`; `desk` lists the texts that are worked on and begins a new one; the steps of one text
are read in `steps`: its `parts`, its coding (`coding`), the differences of two codings (`settling`), and what is missing before it is
saved (`saving`).

Open to others: page.
May import: models/keeping, models/texts, models/writing, models/writing/works, widgets/follow_through, widgets/parts, streamlit.
"""
