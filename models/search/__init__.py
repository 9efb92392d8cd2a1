"""Finding: a question in English or Korean, and the records that answer it.

From what is typed (`words`, `stop_words`, `query`, `spelling`) over what is searched (`entries`, `facets`) to the index.

Open to others: entries, facets, index, query.
May import: models/records, models/register, numpy.
"""
