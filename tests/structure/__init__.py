"""The shape of the project and of what helps whoever works on it."""
