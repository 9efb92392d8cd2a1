"""What an office program draws."""
