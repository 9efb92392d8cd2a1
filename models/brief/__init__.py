"""The Brief: what one city, theme, group of people or forum needs to know before a forum, as facts in no language.

`facts.py` says what a brief is about and holds, `gathering.py` finds it in the register, and `sheet.py` is the tree of
sentences that the screen, the Word file and the PDF all draw; telling/ makes the one of the other.

May import: models/records, models/register.
"""
