"""The Brief: what one city, theme, group of people or forum needs to know before a forum, as facts in no language.

`facts` says what a brief is about and holds, `gathering` finds it in the register; telling/ makes sentences of the facts.

Open to others: everything.
May import: models/records, models/register.
"""
