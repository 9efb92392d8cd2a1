"""Which sets there are, and what of them somebody chose."""
