"""The page New text: a text from somebody's file to the record, for who may write.

What is open here is `held`, and who works on it `whoever` asks; `desk` lists the texts that are worked on and begins a new one. The
steps of one text are read in `steps`: its `parts` with the `part` that is open beside what was `left_out`, the `facts` that are
known of it, its coding (`coding`) with the `suggestion`, the differences of two codings (`settling`), and what is missing before it
is saved (`saving`). What is not listed yet, as a new edition, is put on record by `adding`; what one coder chooses is in the room
`chosen`.

Open to others: page.
May import: models/keeping, models/labels, models/reading, models/records, models/texts, models/texts/drafting, models/texts/files,
models/texts/opening, models/texts/suggesting, models/writing, models/writing/works, widgets/draft, widgets/follow_through, widgets/frame,
widgets/method, widgets/new_text/chosen, widgets/parts, streamlit.
"""
