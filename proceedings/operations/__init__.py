"""Write what passes between the review and other bodies."""
