"""What an agency's own file says, and what it may take home."""
