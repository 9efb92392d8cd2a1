"""Signs on paper, put into lines in the order of reading."""
