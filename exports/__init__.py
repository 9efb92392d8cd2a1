"""What can be taken along: a selection in, bytes out."""
