"""Writing: a note as it is being written, and saving it as new files, whole or not at all.

May import: every other room of models/.
"""
