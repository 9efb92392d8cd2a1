"""Works: a new text on its way onto the record, from the file that was read to the files that are saved.

A `work` is the text with what is known of it; a `coding` is what one coder chose, and a second coder never sees the first one before
their own is finished. `settling` lays both side by side, `lacking` says what is missing, `written` makes the files of it, byte for byte
the same for the same content, and `saving` puts all of them in place or none.

Open to others: coding, work.
May import: models/records, models/texts.
"""
