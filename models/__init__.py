"""The register of what the forum promised: reading the records, checking them, and answering questions about them.

From a file to an answer, each room resting on those before it: records, reading, register, rules, loading (the door). Beside
them stand search, brief and writing, and the labels, which are every sentence that is said.

May import, labels: models/records, models/reading.
May import, loading: models/records, models/reading, models/register, models/rules.
"""
