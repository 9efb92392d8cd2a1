"""The register of what the forum promised: reading the records, checking them, and answering questions about them.

From a file to an answer there are records, reading, register, rules and loading (the door); each rests at most on those
before it; `assembling` puts together what was read, `withholding` tells loading which judgements are missing with the files that are withheld, `standing_in` what stands in
for what names a record that is withheld. Beside them stand search,
brief, writing and keeping, and the labels, which are every sentence that is said.

May import, labels: models/records, models/reading.
May import, assembling: models/records, models/reading, models/register.
May import, withholding: models/records, models/reading, models/register.
May import, standing_in: models/records, models/register.
May import, loading: models/records, models/reading, models/register, models/rules, models/assembling, models/standing_in, models/withholding.
"""
