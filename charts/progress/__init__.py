"""A measure through time: one panel for each kind of count.

`told` is everything that the chart says, made of `words`; `chart` and `panel` draw it for a page, a tablet, a phone and a slide.

Open to others: told, chart, words.
May import: charts, models/labels, models/register/frames.
"""
