"""What is asked about an agency's own file."""
