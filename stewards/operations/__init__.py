"""Everything that changes who looks after people, and what they do for them."""
