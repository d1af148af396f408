"""Which century two digits mean, and which years can stand in a chronology."""

FIRST_YEAR = 1900


def last_year(reference_year: int) -> int:
    """Return the last year that can be meant: the one after the year the file was received in."""
    return reference_year + 1


def full_year(two_digits: int, *, reference_year: int) -> int:
    """
    Return the latest year with these two last digits that can be meant.

    Received in 2026, "27" is 2027 and "28" is 1928.
    """
    last = last_year(reference_year)
    return last - (last - two_digits) % 100


def is_possible(year: int, *, reference_year: int) -> bool:
    return FIRST_YEAR <= year <= last_year(reference_year)
