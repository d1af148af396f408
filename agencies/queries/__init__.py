"""What pages need to know of agencies. Nothing here writes."""
