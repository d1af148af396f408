"""The pages of an agency's own files."""
