"""What the pages of leads and administrators need to know. Nothing here writes."""
