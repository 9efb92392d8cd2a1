"""Parting: from the paragraphs of a text to its title, headings, provisions and footnotes.

What a mark says (`marks`, with the counting of `numerals`) is asked of every paragraph and inside it (`pieces`); which of them are
marks is known from the numbering that runs (`sequence`). What stands without one is told by its words (`phrases`) and its place
(`lines`, `opening`). `turning` finds where the commitments begin, `outline` joins the pieces to parts, `places` gives them their ids,
`footnotes` hangs the notes on them; `parted` does all of it.

Open to others: parted.
May import: models/texts.
"""
