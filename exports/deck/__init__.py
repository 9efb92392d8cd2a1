"""A deck as files to take along, and as the page on the wall.

PowerPoint (`pptx`) is written into a `template` that an office may replace by its own. Of each slide its `places` are found first; then
what stands around the plot goes into placeholders, and the plot becomes what PowerPoint has for it: text and tables (`bodies`), charts
(`chart`), or one group of `shapes`. All are made of the same `words`, a file is closed by `package`. `own_template` is the script that
makes static/deck/template.pptx.

For a browser `wall` is the page and `file` the same as one HTML file, with all kinds of files by their endings; both are made of
the one `document`. The `pdf` is set by slides.typ in the order of `reading`.

Open to others: file, pptx, template, wall.
May import: charts, decks, exports, models/labels, models/records, models/register, pptx, xlsxwriter.
"""
