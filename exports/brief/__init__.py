"""The Brief as files to take along: Word (`docx`, with its `styles`) and PDF (`pdf`, set by brief.typ), each of what is `drawable`.

Open to others: docx, pdf.
May import: charts, exports, models/brief, models/brief/telling, models/labels, docx, typst.
"""
