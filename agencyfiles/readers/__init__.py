"""What stands in the Word file in which an agency wrote its report."""
