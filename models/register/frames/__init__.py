"""What pages and charts show, as data frames made from the register: one module for each kind of picture.

Open to others: everything.
May import: models/records, models/register, pandas.
"""
