"""What a report may carry. No type here has a place for who somebody truly is, or for a day."""
