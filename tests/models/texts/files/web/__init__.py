"""What of a saved page is seen, and as what."""
