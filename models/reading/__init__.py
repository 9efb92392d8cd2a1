"""From a file to typed records: YAML with the place of every value, what is wrong with it in sentences, and the schemas.

`documents` reads a file; `signs` knows the signs that are not what a curator sees, and `unsaid` what a file would lose or change;
`shaping` types the data, `sentences` says what does not fit, `schema` tells editors.

A problem is what is wrong in a file, with its line; a fault (models/rules) is what breaks a rule between records; trouble
(models/writing) is what keeps a draft from being saved.

Open to others: everything.
May import: models/records, yaml.
"""
