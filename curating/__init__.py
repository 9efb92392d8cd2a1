"""What the curator's command does where it takes more than a few lines; what is asked for and what is answered stands in it.

`asking` is what the commands that write files can be asked for: `briefs` writes the files of the Brief into a folder, `slides` a deck
into a file. Both save whole `files` and are `refusing` what cannot be written. `exporting` makes the register for other programs,
`snapshots` a sealed snapshot, and checks one.

Open to others: asking, briefs, exporting, refusing, slides, snapshots.
May import: decks, decks/sets, exports, exports/brief, exports/deck, exports/snapshot, exports/tables, models/brief, models/brief/telling, models/labels, models/loading, models/register.
"""
