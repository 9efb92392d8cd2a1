"""What slides tell, each kind in a module: a function that makes the slides of one message, whatever set they stand in.

`opening` says how much there is, `words` quotes, `judged` and `due` are tables of commitments, `pictures` are the charts,
`unknown` is what is not on record: every set ends with it.

Open to others: due, judged, opening, pictures, unknown, words.
May import: charts, charts/progress, charts/recurrence, charts/standing, charts/through, charts/timeline, decks, models/brief, models/brief/telling, models/labels, models/records, models/register, models/register/frames, pandas.
"""
