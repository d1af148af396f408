"""Read it, restricted to who may."""
