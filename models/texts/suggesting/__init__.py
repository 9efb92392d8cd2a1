"""Suggesting: how a provision could be coded, by rules that a coder can read and by the records that are held.

`suggested` is the door. `units` says of one provision where it splits, how firm and how precise each commitment is, with `precision` for
the decision table, `addressees`, `due` for dates and numbers, `items` for checklists; `korean` does so for Korean texts. Sentences are
parted in `clauses`, by the verb lists and rows that stand in `rules` as data, and in the codebook's words. What the words carry on is
found in `threads`, which rests on `rarity` (likeness of words), `nearest`, `pledges` and `themes`; `measured` says how
often it is right. `leading` finds the lines that govern what stands under them.

Open to others: leading, measured, nearest, suggested, units.
May import: models/records, models/register, models/search, models/texts, models/texts/suggesting/clauses.
"""
