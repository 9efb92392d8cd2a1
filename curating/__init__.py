"""What the curator's command does where it takes more than a few lines; what is asked for and what is answered stands in it.

`briefs` writes the files of the Brief into a folder, `exporting` makes the register for other programs.

Open to others: briefs, exporting.
May import: exports, exports/brief, exports/tables, models/brief, models/brief/telling, models/labels, models/loading.
"""
