"""What pages and charts show, as data frames made from the register: one module for each kind of picture.

May import: models/records, models/register, pandas.
"""
