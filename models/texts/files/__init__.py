"""Files: from the bytes that somebody hands in to what a reader of the file sees, or a sentence why it is not read.

`kinds` finds out by content what a file is and asks the module of that format: `pdf`, whose pages are read in `printed`, `html`, whose
pages are looked at in `web`, `docx` with its `docx_lists`, `odt`, `hwpx` and `hwp`, whose numbers and paragraphs are `drawn`,
`markdown` and `plain`. `archive` opens what is packed, safely; `composed` puts a line together; `refusing` is how a file is
refused. Nothing is written anywhere and nothing is asked of the network.

Open to others: kinds, plain, refusing.
May import: models/texts, models/texts/files/drawn, models/texts/files/printed, models/texts/files/web.
"""
