"""From a file to typed records: YAML with the place of every value, what is wrong with it in sentences, and the schemas.

May import: models/records, yaml.
"""
