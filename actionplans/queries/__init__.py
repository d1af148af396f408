"""What pages and papers need to know of the plan. Nothing here writes."""
