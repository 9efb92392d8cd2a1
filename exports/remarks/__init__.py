"""The remarks on a draft as files to take along: Word (`docx`, with an `account` of the draft in front) and CSV (`table`).

Nothing of a draft is kept: whoever asks for a file hands in what was read of it.

Open to others: docx, table.
May import: docx, exports, exports/brief, models/labels, models/records, models/register, models/texts, models/texts/drafting.
"""
