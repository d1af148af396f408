"""Does a text hold an exact day, in any of the ways people here write one?"""

import re
from datetime import date
from functools import lru_cache

from reviews.checks.folding import fold_signs

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip

SIGNS = r"\s\-‐–—\u2212/\u2044."  # with the dashes and strokes that word processors put in


def holds_day(text: str, day: date) -> bool:
    """
    Test whether a text gives a day away: 3 March 1984, 3rd of Mar. '84, March 3, 1984,
    1984 March 3, 03/03/1984, 3.3.84, 03 03 1984, 1984-03-03, 03031984. A month and its year are
    no day.
    """
    return bool(pattern(day).search(fold_signs(text)))


@lru_cache(maxsize=256)
def pattern(day: date) -> re.Pattern[str]:
    month = MONTHS[day.month - 1]
    name = rf"{month[:3]}(?:{month[3:]}|t)?\.?"
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    year = rf"(?:{day.year}|['’]?{day:%y})"
    gap, sign = rf"[{SIGNS},]+", rf"\s*[{SIGNS}]\s*"
    written = rf"{number}(?:\s+day)?(?:\s+of)?{gap}{name}{gap}{year}"
    month_first = rf"(?<![a-z]){name}{gap}(?:the\s+)?{number}{gap}{year}"
    year_before = rf"{day.year}{gap}{name}{gap}{number}"
    figures = rf"0?{day.day}{sign}0?{day.month}{sign}{year}"
    year_first = rf"{day.year}{sign}0?{day.month}{sign}0?{day.day}"
    run_together = rf"{day:%d%m%Y}|{day:%Y%m%d}"
    ways = "|".join([written, month_first, year_before, figures, year_first, run_together])
    return re.compile(rf"(?<!\d)(?:{ways})(?!\d)")
