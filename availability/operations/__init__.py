"""Ask people when they can come, take their answers, and settle on a day or none."""
