"""How a report says numbers, lists and days."""

from collections.abc import Sequence
from datetime import date


def month(day: date | None) -> str:
    """Return the month of a day, which is all that a report says of it."""
    return f"{day:%B %Y}" if day else ""


def counted(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"


def small(words: str) -> str:
    """Return words with a small first letter, for the middle of a sentence. Short forms stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def listed(words: Sequence[str]) -> str:
    """Return words as a sentence lists them: "a, b and c"."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
