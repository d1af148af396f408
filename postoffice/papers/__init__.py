"""Letters and lists of the post office as files."""
