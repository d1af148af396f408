"""Letters as Word files."""
