"""The frame around every page: the masthead, the slides that the reader chose on any page (`mine`), what the reader must know before reading on, and what each page is called.

Open to others: everything.
May import: decks/sets, models/brief, models/brief/telling, models/labels, models/records, models/register, widgets/parts, streamlit.
"""
