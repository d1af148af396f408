"""What changes replies."""
