"""Reads of replies for pages."""
