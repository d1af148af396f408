"""What the pages behind every link have in common."""
