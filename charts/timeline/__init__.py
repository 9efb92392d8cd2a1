"""The timeline: what happened when and what is due when, on one calendar.

`chart.py` draws it: the calendar (`axis`), on it the lanes (`due`, `pledges`, `changes`, `sources`, made of what is in `lanes`),
their signs (`key`) and what is said around it (`words`).

Open to others: chart.
May import: charts, models/labels, models/records, models/register, models/register/frames, pandas.
"""
