"""The sections of a brief in the order in which telling.py puts them: each a function from a telling to a section.

May import: the other modules of models/brief.
"""
