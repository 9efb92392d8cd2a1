"""A deck as files to take along: PowerPoint (`pptx`), written into a `template` that an office may replace by its own, and `pdf`.

For PowerPoint the `places` of each slide are found first; then what stands around the plot goes into placeholders, and the plot
becomes what PowerPoint has for it: text and tables (`bodies`), charts (`chart`), or one group of `shapes`. All are made of the same
`words`, a file is closed by `package`. `own_template` is the script that makes static/deck/template.pptx. The PDF is set by slides.typ
in the order of `reading`.

Open to others: pdf, pptx, template.
May import: charts, decks, exports, models/labels, models/records, models/register, pptx, xlsxwriter.
"""
