"""The sets of slides: which is asked for (`asked`), what the ready ones are made of (`ready`), and the deck that comes of it (`making`).

Open to others: asked, making.
May import: decks, decks/told, models/brief, models/brief/telling, models/records, models/register.
"""
