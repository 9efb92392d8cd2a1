"""The Brief as files to take along: Word (`docx`, with its `styles`) and PDF (`pdf`, set by brief.typ), each of what is `drawable`;
`files` says what they are called.

Open to others: docx, files, pdf, styles.
May import: charts, exports, models/brief, models/brief/telling, models/labels, docx.
"""
