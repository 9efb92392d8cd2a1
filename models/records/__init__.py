"""What a curator writes: one typed model for every kind of record, and nothing that looks at more than one record.

Terms, fields, dates and the ids of places are what the records are made of; texts, pledges, forums, vocabulary, notes, evidence
with its reviews, measures, codings and judgements are the records. The meaning of every field is the codebook's (docs/CODEBOOK.md).

Open to others: everything.
May import: nothing.
"""
