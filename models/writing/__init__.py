"""Writing: a note as it is being written (`drafts`), who may save it (`permission`, and with which `key` at the machine itself), and
saving it whole or not at all (`saving`, `new_files`). `landed` holds what was written to what it said, and `sealing` a text to what
was adopted.

Open to others: drafts, key, landed, new_files, permission, saving, sealing.
May import: models/loading, models/records, models/reading, models/register, models/rules, yaml.
"""
