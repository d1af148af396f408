"""What leaves of learning across reviews: open data, for anybody."""
