"""Writing: a note as it is being written (`drafts`), and saving it as new files, whole or not at all, for who may.

May import: models/loading, models/records, models/reading, models/register, models/rules, yaml.
"""
