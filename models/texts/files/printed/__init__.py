"""Printed pages: from signs that stand somewhere on paper to lines in the order in which they are read.

`signs` takes the signs off a page of a PDF, `rows` puts together what stands on one height, `columns` finds the order of a page that
has more than one column, `lines` tells headings, footnotes and the common size.

Open to others: lines, signs.
May import: nothing.
"""
