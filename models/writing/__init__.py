"""Writing: a note as it is being written (`drafts`), who may save it (`permission`, and with
which `key` at the machine itself), and saving it whole or not at all (`saving`, `new_files`).

Open to others: drafts, key, landed, permission, saving.
May import: models/loading, models/records, models/reading, models/register, models/rules, yaml.
"""
