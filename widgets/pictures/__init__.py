"""Charts as they stand within a page.

`made` is what each picture tells, and its drawing for the room there is; `chart` is a chart with its finding, its files and its table,
`picture` what of it is drawn and answers to pointing; `progress` are the measures, which several pages show. `apart` are the pictures
that other sites may show, and `elsewhere` says which sites those are.

Open to others: apart, chart, elsewhere, made, progress.
May import: charts, charts/explore, charts/progress, charts/recurrence, charts/standing, charts/through, charts/timeline, exports,
models/records, models/register, models/register/frames, plotly, widgets/frame, widgets/parts, streamlit.
"""
