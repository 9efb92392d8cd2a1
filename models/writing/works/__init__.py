"""Works: a new text on its way onto the record, from the file that was read to the files that are saved.

A `work` is the text with what is known of it, `reshaping` what is done to its parts by hand and `places` where they stand then; a
`coding` is what one coder chose, and a second coder never sees the first one before their own is finished. `settling` lays both side
by side, `lacking` says what is missing, `recorded` makes the data of the files of it.

Open to others: coding, lacking, places, recorded, reshaping, settling, work.
May import: models/reading, models/records, models/register, models/rules, models/texts.
"""
