"""The Brief as files to take along: Word (`docx`, with its `styles`) and PDF (`pdf`, set by brief.typ).

May import: the other modules of exports/, and models/.
"""
