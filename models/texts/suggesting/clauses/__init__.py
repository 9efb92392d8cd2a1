"""Clauses: where the words of a provision part, which verb governs each clause, and how strong it makes it.

A `clause` is what both languages come to. `words` reads a text, `rules` the lists a coder can read, `table` the rows of precision, `forms` how English verbs bend;
English is read by `english` with its `lexicon`, sentences that speak of others by `third`, what stands under a line by `led`, and `splitting` parts a clause into
commitments; `korean` does all of it for Korean. `trial` has the sentences on which the codebook was tried.

Open to others: clause, english, korean, lexicon, rules, splitting, table, trial, words.
May import: models/reading, models/records, models/texts.
"""
