"""What the slides of each kind tell."""
