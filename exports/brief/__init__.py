"""The Brief as files to take along: Word (`docx`, with its `styles`) and PDF (`pdf`, set by brief.typ).

Open to others: docx, pdf.
May import: exports, models/brief, models/brief/telling, models/labels, docx, typst.
"""
