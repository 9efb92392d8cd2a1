"""The timeline: what happened when and what is due when, on one calendar.

`chart.py` draws it: the calendar (`axis`), the lanes on it (`lanes`), their signs (`key`) and what is said around it (`words`).

May import: charts, models/labels, models/records, models/register, models/register/frames, pandas.
"""
