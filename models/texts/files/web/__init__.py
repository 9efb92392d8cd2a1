"""Saved web pages: what of a page its reader sees, and as what.

`encodings` finds out how its letters are written, `seen` what is hidden and what is menu, form, foot, comment or footnote,
`list_marks` which number or bullet a browser draws.

Open to others: encodings, list_marks, seen.
May import: models/texts.
"""
