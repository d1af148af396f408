"""What this app shows on a review's home page."""
