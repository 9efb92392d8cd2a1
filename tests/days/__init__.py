"""What is told on a day: nothing that became known later, and counts that agree with their rows."""
