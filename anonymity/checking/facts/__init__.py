"""What a paper says as facts: when, how many, of whom and where it stands, to compare them."""
