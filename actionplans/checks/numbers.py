"""So many asked; fewer said."""

import re
from collections import defaultdict
from collections.abc import Iterator

from actionplans.checks.everyone import NEARLY, number_of, share_asked, shares_in
from actionplans.checks.reading import MONTHS, NUMBERS, stem
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

COUNTED = re.compile(
    rf"(?<![\w.£])(?<!level )(?<!section )(?<!stage )(?<!step )(?<!phase )(?<!tier )(?<!band )"
    rf"(?<!recommendation )(\d[\d,]*|{'|'.join(NUMBERS)})"
    rf"((?: (?!and\b|or\b|of\b)[a-z][a-z'-]+){{1,3}})"
)
NUMBER = re.compile(rf"(?<![\w.£-])(\d[\d,]*|{'|'.join(NUMBERS)})\b")
LIMIT = re.compile(
    rf"\b(?:within|to|under|below|less than|no more than|at most|not more than)"
    rf" (\d+|{'|'.join(NUMBERS)}) (?:working )?(minute|hour|day|week|month)s?\b"
)
NOT_THINGS = {
    *MONTHS, "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
    "minute", "minutes", "per", "out", "to", "in", "by", "from", "were", "was", "have", "has",
}  # fmt: skip


def check(update: Update) -> Iterator[Remark]:
    asked, said = counts_in(update.wanted), counts_in(update.words)
    fewer = [noun for noun in asked.keys() & said.keys() if max(said[noun]) < max(asked[noun])]
    if fewer or falls_short(update) or takes_longer(update):
        yield Remark(
            "numbers",
            "More was asked than the update says was done.",
            "The number was chosen because fewer were thought not to be enough.",
            "Say what became of the rest, or report progress until the number is reached.",
            update.words,
        )


def falls_short(update: Update) -> bool:
    """Test whether a smaller share was reached than the one asked; of things counted, than all."""
    asked = share_asked(update.wanted) or float(bool(counts_in(update.wanted)))
    reached = list(shares_in(update.words))
    return bool(reached) and max(reached) < asked * (NEARLY if asked == 1 else 1)


def takes_longer(update: Update) -> bool:
    """Test whether something was asked within a time, and every time said is longer."""
    for found in LIMIT.finditer(update.wanted):
        times = [number_of(one[1]) for one in NUMBER.finditer(update.words)]
        if times and re.search(rf"\b{stem(found[2])}", update.words):
            return min(times) > number_of(found[1])
    return False


def counts_in(text: str) -> dict[str, list[int]]:
    """Return the numbers of things a text counts, by each word that may be the thing's name."""
    counts: dict[str, list[int]] = defaultdict(list)
    for found in COUNTED.finditer(text):
        number = number_of(found[1])
        names = found[2].split()
        if names[0] in NOT_THINGS or 1900 <= number <= 2100:
            continue
        for name in names:
            counts[stem(name)].append(number)
    return counts
