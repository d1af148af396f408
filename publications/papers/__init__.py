"""Files made of what is kept: a pack as one archive."""
