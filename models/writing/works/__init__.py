"""Works: a new text on its way onto the record, from the file that was read to the files that are saved.

A `work` is the text with what is known of it, `said` what the text itself says of that, `reshaping` what is done to its parts by
hand, `places` where they stand then, `cutting` where their words can be cut, `together` what two people did at once; a `coding` is
what one coder chose, and a second coder never sees the first one before their own is finished. `settling` lays both side by side,
`lacking` says what is missing, `recorded` makes the data of the files of it, `written` their text, byte for byte the same for the
same content, and `saving` puts all of them in place or none, as it does a new edition or word of `additions`. `sketch` is the draft
file of a text that is coded in an editor.

Open to others: additions, coding, cutting, lacking, recorded, reshaping, saving, settling, sketch, together, work.
May import: models/loading, models/reading, models/records, models/register, models/rules, models/texts, models/writing, yaml.
"""
