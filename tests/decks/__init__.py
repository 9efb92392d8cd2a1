"""What slides say and how they are drawn for a hall."""
