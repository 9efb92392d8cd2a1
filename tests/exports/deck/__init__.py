"""Decks as files: what is in them, what they are written into, and that nothing in them is live."""
