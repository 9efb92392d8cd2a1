"""The page Method: what is counted and what each word means (`codebook`), how alike two codings are (`agreement`) and two
judgements (`judgements`), how well suggestions for new texts fit (`suggestions`), which forums are on record (`coverage`), what has
not been found and what can be taken along (`holdings`), below the `opening`; all of it is made of `passages`.

Open to others: agreement, codebook, coverage, holdings, judgements, opening, suggestions.
May import: exports, exports/snapshot, exports/tables, models/labels, models/records, models/register, models/texts/accuracy,
widgets/parts, streamlit.
"""
