"""What pages and papers of the report need to know."""
