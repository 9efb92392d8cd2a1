"""What can be taken along: a selection in, bytes out.

`dataset` is everything as one document, `commitments` the commitments as a table, `found_list` what a search found, `queue` what
waits, `picture` a chart, each table made harmless by `spreadsheet`; the Brief is in `brief`.

Open to others: commitments, dataset, found_list, picture, queue.
May import: charts, models/labels, models/records, models/register, typst, xlsxwriter.
"""
