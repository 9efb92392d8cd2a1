"""A measure through time: one panel for each kind of count.

`told` is everything that the chart says, made of `words`; `chart`, `panel` and `key` draw it for a page, a tablet, a phone and a
slide, `hall` for a hall. A chart of another kind has its numbers from `told` too: of each kind the counts, each with its days and its
value, the target and the pace.

Open to others: told, chart, hall, words.
May import: charts, models/labels, models/register/frames.
"""
