"""The charts: data frames in, one drawing out, for the page and for the slide alike.

One module or folder for each chart. All draw on a canvas (`canvas`) in the look of `theme`; a canvas is made a plotly figure by
`figure`, a slide in SVG by `svg`.

May import: models/labels, models/records, models/register, models/register/frames, pandas, plotly.
"""
