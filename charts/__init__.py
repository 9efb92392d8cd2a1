"""The charts: data frames in, drawings out, for a page, a phone and a slide alike.

One folder for each chart (`recurrence`, `standing`, `through`, `progress`, `timeline`): everything that it says is told first, in one
object, and drawings are made of that alone. All draw on a `canvas` in the look of `theme`, with the `key` of the forces and the forums
from left to right (`forum_columns`), narrowed as `filtered` says, for the `room` that they have, with words as wide as the `typeface` has
them in the typeface that has the `signs`. For a `hall` they take as many slides as they need. `inline` makes a picture within a page of a
canvas, `svg` a slide, both of the same `shapes`; `explore` makes a plotly figure of what is told.

Open to others: canvas, filtered, forum_columns, hall, inline, key, room, signs, svg, theme, typeface.
May import: models/labels, models/records, models/register, models/register/frames, pandas.
May import, explore: charts, charts/progress, charts/timeline, models/records, models/register, plotly.
"""
