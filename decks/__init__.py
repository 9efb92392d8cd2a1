"""A deck: what is told in a meeting, slide by slide, in one language, computed from the register as of a day.

`deck` is what a deck and its slides are, whatever they are written as; `showing` what every slide needs and says around its
plot; `drawing` draws what is no chart (quoted words, tables, figures) at the sizes of a hall. What slides tell is in told/,
which slides a set has in sets/.

Open to others: deck, drawing, showing.
May import: charts, charts/standing, models/labels, models/records, models/register.
"""
