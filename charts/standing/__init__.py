"""Where the commitments stand: three ledgers on one scale.

`told` is everything that the chart says; `bars` draws it for a page, a tablet, a phone and a slide, `hall` for a hall.
A chart of another kind has its numbers from `told` too: of each bar the segments, each with its standing and its count; the name of a
standing is there, its colour and its texture are in charts/theme.py.

Open to others: told, bars, hall.
May import: charts, models/labels, models/records, models/register, models/register/frames, pandas.
"""
