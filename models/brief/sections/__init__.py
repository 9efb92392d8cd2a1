"""The sections of a brief."""
