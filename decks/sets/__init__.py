"""The sets of slides: which is asked for (`asked`), what the ready ones are made of (`ready`), and the deck that comes of it (`making`).

What somebody chose of them is in `choosing`, and as a file in `own`.

Open to others: asked, choosing, making, own.
May import: decks, decks/told, models/brief, models/brief/telling, models/records, models/register.
"""
