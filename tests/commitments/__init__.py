"""The real records, and the curator's guide to them."""
