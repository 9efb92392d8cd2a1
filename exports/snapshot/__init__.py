"""The sealed snapshot: the whole register as of a day as one HTML file that asks for nothing from outside, and what checks it.

`document` puts the file together. A `reading` is the register as of the day in one language; of it are made the `opening`, the
`pictures`, the `forums`, the `declarations` with their `commitments` and `notes`, the `pledges` and the `sources`, all of small
`passages` in which text from records stays text. `seal` closes a file and opens it again, `program` says
which version made it, `differences` which records differ.

Open to others: differences, document, program, seal.
May import: charts, charts/progress, charts/recurrence, charts/standing, charts/through, exports, models/labels, models/records, models/register, models/register/frames, pandas.
"""
