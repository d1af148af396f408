"""What pages of clauses show."""
