"""What the report of the published review says: its sections, its golden thread, its letters."""
