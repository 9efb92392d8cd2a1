"""The register as tables: those beside the table of commitments, all of them by name, and all together as one package.

`pledges`, `notes`, `evidence` and `measures` say which columns a table has for people and for programs; `every` knows all tables,
`package` puts those for programs together as a Frictionless data package.

Open to others: every, package.
May import: charts/progress, exports, models/labels, models/records, models/register.
"""
