"""What a paper of the panel may carry. No type here has a place for who somebody truly is."""
