"""Suggesting: a coding for each provision of a text, by rules that can be read and by the records that are held.

What the words carry on is found in `threads`, which rests on `rarity` (likeness of words), `nearest`, `pledges`, `background` and
`themes`; `measured` says how often it is right.

Open to others: measured, nearest, threads.
May import: models/records, models/register, models/search, models/texts.
"""
