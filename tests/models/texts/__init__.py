"""Texts, from a file to a reading."""
