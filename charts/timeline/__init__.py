"""The timeline: what happened when and what is due when, on one calendar.

`told` is everything that it says, made by `telling` with its `words`; `events` are the same one by one, for the table. `chart` draws it
across: the calendar (`axis`), on it the lanes (`due`, `pledges`, `changes`, made of what is in `lanes`) and their signs (`key`);
`upright` draws it down, for a phone, and `hall` what has a date, for a hall.

Open to others: told, telling, words, chart, events, hall, upright.
May import: charts, models/labels, models/records, models/register, models/register/frames, pandas.
"""
