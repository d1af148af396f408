"""Make letters, and record that they were sent and answered."""
