"""Numbers as they are written in sentences."""

WRITTEN = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip


def number_of(words: str) -> int | None:
    """Return "ten" or "10" as 10, and None for anything else."""
    if words.isdecimal():
        return int(words)
    lowered = words.casefold()
    return WRITTEN.index(lowered) + 1 if lowered in WRITTEN else None
