"""The remarks on a draft as files."""
