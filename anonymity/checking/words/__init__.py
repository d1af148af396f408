"""Word lists and shapes that several checks share."""
