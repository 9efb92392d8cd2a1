"""One pledge through time: how firmly each declaration worded it, and in which words.

`told` is everything that the chart says, with its words cut by `quoting`; `across` draws it for a page and a slide, `down` for a
tablet and a phone, `hall` for a hall, without the words: they have slides of their own.

Open to others: told, across, down, hall.
May import: charts, models/labels, models/records, models/register, models/register/frames, pandas.
"""
