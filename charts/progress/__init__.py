"""A measure through time: one panel for each kind of count (`chart`, `panel`), and what is said around them (`words`).

May import: the other modules of charts/, and models/.
"""
