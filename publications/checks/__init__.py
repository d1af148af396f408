"""The rehearsal: what the Home Office's letters ask for again and again, one check a file."""
