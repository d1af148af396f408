"""What pages and papers of the post office need."""
