"""Drafting: what a draft does with what was promised before, said before it is adopted. Nothing of a draft is kept.

`draft` is what is said of it, `against` reads a draft against the register, `remarks` are the remarks on one passage, `carrying` is what the
draft as a whole carries on and leaves out, `telling` says a remark as a sentence, and `packed` takes a reading
through the reader's own browser.

Open to others: against, carrying, draft, packed, telling.
May import: models/labels, models/records, models/register, models/texts,
models/texts/suggesting.
"""
