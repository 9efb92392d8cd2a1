"""Writing: a note as it is being written (`drafts`), who may save it (`permission`), and saving it whole or not at all (`saving`).
`landed` holds what was written to what it said, and `sealing` a text to what was adopted.

Open to others: everything.
May import: models/loading, models/records, models/reading, models/register, models/rules, yaml.
"""
