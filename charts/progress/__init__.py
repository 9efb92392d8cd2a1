"""A measure through time: one panel for each kind of count (`chart`, `panel`), and what is said around them (`words`).

Open to others: chart, words.
May import: charts, models/labels, models/register/frames.
"""
