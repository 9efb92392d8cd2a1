"""The register of what the forum promised: reading, checking and answering questions about the records."""
