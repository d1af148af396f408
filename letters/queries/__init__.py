"""Read what a letter is made of, and what was written in a review."""
