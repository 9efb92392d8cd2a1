"""What the curator's command does where it takes more than a few lines; what is asked for and what is answered stands in it.

`briefs` writes the files of the Brief into a folder.

Open to others: briefs.
May import: exports, exports/brief, models/brief, models/brief/telling, models/labels, models/loading.
"""
