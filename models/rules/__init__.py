"""What must hold between records beyond their shape: the house rules. Each rule is a generator whose docstring is the rule.

`faults.py` says what a rule yields and keeps the list of rules; `checking.py` puts them in force.

May import: models/records, models/reading, models/register.
"""
