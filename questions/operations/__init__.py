"""Ask bodies, take in their answers, hand a question on, note an interview."""
