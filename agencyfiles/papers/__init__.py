"""What an agency takes home, as one archive."""
