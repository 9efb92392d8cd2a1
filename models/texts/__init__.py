"""Texts: from somebody's file to provisions, to a suggested coding of them, and to what a draft does with earlier promises.

From the bytes of a file (`files`) to what its reader sees (`source`), less what is no text of it (`cleaning`, down to `paragraphs`), parted
into provisions (`parting`, in the words of `parts`); `opening` does all of it, in a process `apart` that is `confined`. `suggesting`
proposes how they are coded (in the words of `suggestions`), `accuracy` measures how well, also on provisions that were coded blind
(`unseen`), `drafting` reads a draft against what was promised before.

Open to others: paragraphs, parts, source, suggestions.
May import: models/records.
May import, apart: models/texts, models/texts/files.
May import, confined: models/texts, models/texts/files.
May import, opening: models/texts, models/texts/apart, models/texts/cleaning, models/texts/files, models/texts/parting.
May import, unseen: models/reading, models/records.
May import, accuracy: models/records, models/register, models/texts, models/texts/suggesting, models/texts/suggesting/clauses,
models/texts/unseen.
"""
