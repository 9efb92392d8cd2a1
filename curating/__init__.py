"""What the curator's command does where it takes more than a few lines; what is asked for and what is answered stands in it.

`asking` is what the commands that write files can be asked for: `briefs` writes the files of the Brief into a folder, `slides` a deck
into a file. Both save whole `files` and are `refusing` what cannot be written. `exporting` makes the register for other programs,
`snapshots` a sealed snapshot, and checks one. `texts` writes the draft file of a new declaration, for which `reading` says what is in it.

Open to others: asking, briefs, exporting, reading, refusing, slides, snapshots, texts.
May import: decks, decks/sets, exports, exports/brief, exports/deck, exports/snapshot, exports/tables, models/brief, models/brief/telling, models/labels, models/loading, models/register, models/texts, models/texts/files, models/texts/opening, models/texts/suggesting, models/writing/works.
"""
