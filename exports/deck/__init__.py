"""A deck as files to take along: PowerPoint (`pptx`), written into a `template` that an office may replace by its own.

Of each slide its `places` are found first; then what stands around the plot goes into placeholders, and the plot becomes what
PowerPoint has for it: text and tables (`bodies`), charts (`chart`), or one group of `shapes`. All are made of the same `words`, a
file is closed by `package`. `own_template` is the script that makes static/deck/template.pptx.

Open to others: pptx, template.
May import: charts, decks, models/labels, models/register, pptx, xlsxwriter.
"""
