"""Drafts of a declaration in a real browser."""
