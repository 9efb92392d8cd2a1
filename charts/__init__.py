"""The charts: data frames in, one drawing out, for the page and for the slide alike.

One module or folder for each chart (`recurrence`, `standing`, `through`, `progress`, `timeline`), with the `key` of the forces
and the forums from left to right (`forum_columns`). All draw on a `canvas` in the look of `theme`, with words as wide as the
`typeface` has them in the typeface that has the `signs`; `figure` makes a plotly figure of a canvas, `svg` a slide.

Open to others: canvas, figure, forum_columns, recurrence, signs, standing, svg, theme, through, typeface.
May import: models/labels, models/records, models/register, models/register/frames, pandas, plotly.
"""
