"""The words of a file that came from outside, or that is about to go out."""
