"""From a deadline's day to a message: sweep, write letters, and look again before they go."""
