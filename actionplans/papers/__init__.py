"""The plan's tables as files that other programs take in."""
