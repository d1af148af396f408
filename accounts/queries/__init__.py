"""What the pages of an account show: one's own and nothing else."""
