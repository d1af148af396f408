"""Papers too long for one process: made in parts, two at a time, and joined with their tags."""
