"""What pages need to know of what agencies say. Nothing here writes."""
