"""The linked whole, and the questions that are asked of it: where a commitment stands, how a pledge changed, what waits.

`register.py` is the register itself; every other module answers one kind of question. The tables behind charts are in
frames/, apart, because they need pandas and the check of the records does not.

Open to others: everything.
May import: models/records.
"""
