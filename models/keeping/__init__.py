"""Keeping: what the server keeps besides the records, outside every cache: unsaved notes (`drafts`) and files to take along
(`files`), in one SQLite file each or in the PostgreSQL that is named instead (`store`).

Open to others: drafts, files, store.
May import: models/writing, sqlalchemy.
"""
