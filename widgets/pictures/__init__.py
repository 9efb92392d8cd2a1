"""Charts as they stand within a page.

`chart` is a chart with its finding, its files and its table, `picture` what of it is drawn and answers to pointing; `progress` are the
measures, which several pages show.

Open to others: chart, progress.
May import: charts, charts/explore, charts/progress, exports, models/records, models/register/frames, plotly, widgets/frame, widgets/parts,
streamlit.
"""
