"""What must be true of the evidence before a review moves on."""
