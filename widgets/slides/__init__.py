"""The page Slides: which set of slides (`choice`), their order and what is left out (`order`), presenting them and taking them along
(`taking`), and keeping them as a small file (`keeping`).

Open to others: choice, keeping, order, taking.
May import: charts, decks, decks/sets, exports/deck, models/brief, models/brief/telling, widgets/frame, widgets/parts, streamlit.
"""
