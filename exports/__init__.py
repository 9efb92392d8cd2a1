"""What can be taken along: a selection in, bytes out.

`dataset.py` is everything as one document, `commitments.py` the commitments as a table, `workbook.py` a list that was found,
`queue.py` what waits, `picture.py` a chart; the Brief is in brief/.

May import: charts, models/labels, models/records, models/register, typst, xlsxwriter.
"""
