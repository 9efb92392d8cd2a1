"""The Brief: what one needs to know on a city, theme, group of people, pledge or forum before a forum, as facts in no language.

`facts` says what a brief is about and holds, `gathering` finds it in the register by what is `fitting`, `questions` are those to
expect; telling/ makes sentences of the facts.

Open to others: facts, gathering.
May import: models/records, models/register.
"""
