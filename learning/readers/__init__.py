"""Reads the recommendations out of a published report."""
