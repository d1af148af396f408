"""Files as the checks see them: every word, also those that a printed page does not show."""
