"""What the pages of dates polls show."""
