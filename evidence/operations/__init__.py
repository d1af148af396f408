"""Every verb that changes what agencies were asked and what they answered."""
