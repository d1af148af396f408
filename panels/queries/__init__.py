"""What pages and papers need to know of the panel. Nothing here writes."""
