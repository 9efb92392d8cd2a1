"""What can be taken along: a selection in, bytes out.

`dataset` is everything as one document, `commitments` the commitments as a table, `found_list` what a search found, `queue` what
waits, `picture` a chart, each table made harmless by `spreadsheet`, with the full `addresses` of what it tells, and described for
programs by `columns`; the other tables are in `tables`, feed and calendar in `subscriptions`, the Brief in `brief`. `font_subset` is
the part of a typeface that a file brings along. Pictures and briefs are set by `typesetting`, one after the other in the `turns` in
which they were asked for.

Open to others: addresses, columns, commitments, dataset, font_subset, found_list, picture, queue, spreadsheet, turns, typesetting.
May import: charts, models/labels, models/records, models/register, typst, uharfbuzz, xlsxwriter.
"""
