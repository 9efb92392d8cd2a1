"""What slides tell, each kind in a module: a function that makes the slides of one message, whatever set they stand in.

`opening` says how much there is, `words` quotes, `judged` and `due` are tables of commitments (as many rows as one slide
holds, see `listed`), `changes` is what changed since a day, `turned` one declaration against a later one, `missing` the forums
without a text, `pictures` are the charts, `unknown` is what is not on record: every set ends with it.

Open to others: changes, due, judged, missing, opening, pictures, turned, unknown, words.
May import: charts, charts/progress, charts/recurrence, charts/standing, charts/through, charts/timeline, decks, models/brief, models/brief/telling, models/records, models/register, models/register/frames.
"""
