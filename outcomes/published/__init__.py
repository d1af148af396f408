"""What of a partnership's outcomes may leave: types without a field for words of a review."""
