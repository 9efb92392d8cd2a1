"""Cleaning: from what a reader sees of a file to the paragraphs of the declaration; all else is listed with its reason.

`cleaned` does it on a `sheet`, which keeps what stands and why the rest does not: first what `pages` repeat and what stands twice
(`copies`), then what is `bounds` around the declaration, by the words in `wording`, and other `languages`; then the `footnotes`. What
is left is put together by `joining` and `breaks`, and written by `writing`.

Open to others: cleaned.
May import: models/reading, models/texts.
"""
