"""The words of dates. A word that is not here is kept as a note and never guessed at."""

import re
from collections.abc import Iterable

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    "sept": 9,
    "febuary": 2,
    "feburary": 2,
}
WEEKDAYS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
SEASONS = {
    "spring": "spring",
    "springtime": "spring",
    "summer": "summer",
    "summertime": "summer",
    "autumn": "autumn",
    "winter": "winter",
    "wintertime": "winter",
}
THIRDS = {
    "early": 0,
    "beginning": 0,
    "start": 0,
    "mid": 1,
    "middle": 1,
    "late": 2,
    "end": 2,
}
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}

# The order matters: a longer phrase is tried before a word it begins with.
DOUBT = (
    "in or around",
    "on or around",
    "on or about",
    "in or about",
    "thought to be",
    "may be",
    "maybe",
    "might be",
    "not sure",
    "not certain",
    "date unclear",
    "unclear",
    "unsure",
    "uncertain",
    "unconfirmed",
    "possibly",
    "possible",
    "probably",
    "perhaps",
    "believed",
    "assumed",
    "estimated",
    "estimate",
    "est",
    "approximately",
    "approximate",
    "approx",
    "circa",
    "ca",
    "c",
    "around",
    "about",
    "roughly",
    "tbc",
    "weekend of",
    "weekend",
    "fortnight",
    "various dates",
    "various",
    "several",
    "multiple",
)
BEFORE = ("earlier than", "prior to", "before", "pre")
NOT_AFTER = ("on or before", "no later than", "not later than", "not after", "by")
AFTER = ("later than", "subsequent to", "following", "after", "post")
NOT_BEFORE = ("on or after", "no earlier than", "not before", "ongoing since", "ongoing from")
SINCE = ("since", "starting", "commencing")
ONWARDS = (
    "to the present day",
    "to the present",
    "to present",
    "to date",
    "to now",
    "until now",
    "and ongoing",
    "onwards",
    "onward",
    "ongoing",
    "on going",
    "present day",
    "present",
    "now",
    "and after",
    "and later",
)
UNTIL = ("up until", "up to", "until", "till", "til", "to", "through")
AND = ("and", "&", "+")
OR = ("and/or", "or")
WEEK_COMMENCING = (
    "week commencing",
    "week beginning",
    "week starting",
    "week of",
    "wk commencing",
    "w/c",
    "w/b",
)
WEEK_ENDING = ("week ending", "wk ending", "w/e")
SILENT = (
    "at some point",
    "some time",
    "sometime",
    "date of",
    "dated",
    "date",
    "day of",
    "days of",
    "month of",
    "year of",
    "year",
    "during",
    "throughout",
    "over",
    "within",
    "time",
    "hours",
    "hrs",
    "the",
    "in",
    "on",
    "of",
    "at",
    "a",
    "an",
    "it",
    "is",
    "was",
    "both",
    "st",
    "nd",
    "rd",
    "th",
)
NOT_KNOWN = (
    "exact date not recorded",
    "exact date not known",
    "exact date unknown",
    "date not recorded",
    "date not known",
    "no date recorded",
    "date unknown",
    "not recorded",
    "not specified",
    "not stated",
    "not known",
    "not dated",
    "unknown date",
    "unknown",
    "undated",
    "no date",
    "n/k",
    "nk",
    "n/a",
)


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first, that stands alone."""
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return f"(?<![a-z])(?:{either})(?![a-z])"
