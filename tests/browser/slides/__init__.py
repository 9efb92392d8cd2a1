"""Slides in a real browser."""
