"""What was typed, read into the parts that a report is made of."""
