"""Everything that changes what is kept of learning across reviews."""
