"""Registers, drafts and dated records made for tests."""
