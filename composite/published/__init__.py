"""What of a chronology may leave: words without true names, days without what they give away."""
