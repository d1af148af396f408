"""What the Home Office and publication say before a review moves on."""
