"""What an office program draws: a paragraph with its type (`setting`), and the numbers of lists and notes, which stand in no
paragraph of the file (`numerals`, counted by `counting`); `tags` reads the elements of its XML by their names.

Open to others: counting, numerals, setting, tags.
May import: models/texts.
"""
