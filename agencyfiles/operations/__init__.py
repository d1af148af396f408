"""What changes when an agency's own file is read, signed or taken home."""
