"""New texts and drafts for tests."""
