"""A brief told in one language: how it begins (`opening`), then its sections, each a module, in the order of `sections`.

The sections are `promised`, `due`, `stands`, `unknown`, `asked`, `agreed` and `questions`; what all of them are made of is in
`phrases`, the numbered notes in `sources`, and the tree of sentences that comes of it in `tree`.

Open to others: opening, phrases, sections, tree, unknown.
May import: models/brief, models/labels, models/records, models/register.
"""
