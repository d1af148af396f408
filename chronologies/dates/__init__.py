"""What the words of a written date mean, and what they leave open. docs/chronology-dates.md."""
