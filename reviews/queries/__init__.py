"""What pages need to know of reviews, restricted to the reader. Nothing here writes."""
