"""What the server answers itself: at the door, beside the pages, and with every answer.

A request meets `guard` first (who is let in), then `messages` (what a browser may say), `taken_along` (files that were
made before, or by another replica), `curating` (the key of `make curate`) and `door`, which decides what an address leads to: a page, with `shell` as what
Streamlit draws it into, or `wrong_address`. `data` is the register beside the pages, `decks` slides beside them, `embedding` single pictures for other sites, `handed_in` takes the files that readers hand in; `asking` is what one request says of who asks,
`headers` those of every answer, `settings` what whoever runs the server has set. How it starts and what it says of itself is in
`running`.

Open to others: curating, data, decks, door, embedding, guard, handed_in, headers, messages, taken_along.
May import: charts, decks, decks/sets, exports, exports/deck, exports/subscriptions, exports/tables, models/brief, models/keeping, models/labels, models/loading, models/records, models/register, models/texts/drafting, models/texts/files, models/texts/opening, models/writing, widgets/frame, widgets/parts, widgets/pictures, starlette, streamlit.
"""
