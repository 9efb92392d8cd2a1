"""The Brief: what one city, theme, group of people or forum needs to know, as facts, then told in one language.

`facts.py` says what a brief is about and holds; `gathering.py` finds it in the register; `telling.py` tells it, section by
section, as the tree of sentences in `sheet.py` that the screen, the Word file and the PDF all draw.

May import: models/register, models/records, and the labels.
"""
