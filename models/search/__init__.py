"""Finding: a question in English or Korean, and the records that answer it.

From what is typed (`letters`, `numerals`, `words`, `stop_words`, `query`, `due`, `sameness`, `spelling`) over what is searched (`entries`,
`facets`) to the index, to what is found (`finding`) and how it is told (`telling`).

Open to others: entries, facets, finding, index, query, spelling, stop_words, telling, words.
May import: models/labels, models/records, models/register, numpy.
"""
