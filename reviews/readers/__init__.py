"""What others write for us to read."""
