"""Where the commitments stand: three ledgers on one scale.

`told` is everything that the chart says; `bars` draws it for a page, a tablet, a phone and a slide.

Open to others: told, bars.
May import: charts, models/labels, models/records, models/register, models/register/frames, pandas.
"""
