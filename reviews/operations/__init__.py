"""Every verb that changes a review, a file for each noun."""
