"""Keeping: what the server keeps besides the records, outside every cache: unsaved notes (`drafts`), texts on their way onto the
record (`works`, with the `codings` of their coders, both in the words of `new_texts`) and files to take along (`files`), each in one
SQLite file or in the PostgreSQL that is named instead (`store`).

Open to others: codings, drafts, files, new_texts, store, works.
May import: models/writing, models/writing/works, sqlalchemy.
"""
