"""What pages and papers need, already restricted to their reader."""
