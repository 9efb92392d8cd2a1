"""The page Draft: what a draft of a declaration does with what was promised before. A draft lives in the session of its reader alone.

`handing` takes it in, `held` keeps it for the session and reads it, `account` says what it does as a whole, `document` shows its passages with
what is said of each, `passage` is one of them, and `taking` hands out the remarks as files.

Open to others: account, document, handing, held, taking.
May import: charts, exports/remarks, models/records, models/register, models/texts, models/texts/drafting, models/texts/files,
models/texts/opening, models/texts/suggesting, widgets/frame, widgets/parts, streamlit.
"""
