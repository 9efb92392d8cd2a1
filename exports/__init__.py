"""What can be taken along: a selection in, bytes out.

`dataset` is everything as one document, `commitments` the commitments as a table, `found_list` what a search found, `queue` what
waits, `picture` a chart, each table made harmless by `spreadsheet`, with the full `addresses` of what it tells, and described for
programs by `columns`; `font_subset` is the part of a typeface that a file brings along. The other tables are in `tables`, feed and
calendar in `subscriptions`, the Brief in `brief`, the sealed snapshot in `snapshot`, slides in `deck`. Pictures and briefs are set by
`typesetting`, one after the other in the `turns` in which they were asked for; Office files are `stamped` with a day in place of the clock.
The remarks on a draft are in `remarks`.

Open to others: addresses, columns, commitments, dataset, font_subset, found_list, picture, queue, spreadsheet, stamped, turns,
typesetting.
May import: charts, models/labels, models/records, models/register, typst, uharfbuzz, xlsxwriter.
"""
