"""A brief told in one language: how it begins (`opening`), then its sections, each a module, in the order of `whole.py`.

What all sections are made of is in `phrases.py`, the numbered notes in `sources.py`.

May import: models/brief, models/labels, models/records, models/register.
"""
