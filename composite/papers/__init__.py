"""What leaves this app as a Word, Excel or CSV file."""
