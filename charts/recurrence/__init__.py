"""Which pledges come back: a matrix of pledges and forums, with honest gaps.

`told` is everything that the chart says; `matrix` draws it for a page, a tablet and a slide, `hall` for a hall, `strips` for a phone.

Open to others: told, hall, matrix, strips.
May import: charts, models/labels, models/records, models/register/frames, pandas.
"""
