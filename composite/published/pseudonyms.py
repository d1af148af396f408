"""
Write pseudonyms in place of true names, and months in place of telling days.

Pure: the same text, people and days always give the same words. Longest forms first, whatever
the case, accents, hyphens and spaces; "Anna's" keeps its "'s". What it cannot know are
misspellings: a person looks at what is to be published.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from composite.published.letters import Word, words_in
from composite.published.names import MONTHS, Form, Forms, Named, forms_of
from reviews.checks.exact_dates import holds_day, pattern
from reviews.checks.folding import fold_signs

HALVES_OF_DAY = frozenset({"am", "pm"})


@dataclass(frozen=True)
class Pseudonyms:
    """
    The names and days of a review's people that its papers may not carry.

    days: birth dates, the day of the death and of the incident.
    """

    people: tuple[Named, ...] = ()
    days: tuple[date, ...] = ()

    @cached_property
    def forms(self) -> Forms:
        return forms_of(self.people)

    @cached_property
    def longest(self) -> int:
        return max(map(len, self.forms), default=0)

    def words(self, text: str) -> str:
        """Return a text without these names and days."""
        return self.without_days(self.without_names(text)) if text else text

    def without_names(self, text: str) -> str:
        found = words_in(text)
        parts, place, nth = [], 0, 0
        while nth < len(found):
            run, form = self.form_at(text, found, nth)
            if form is None:
                nth += 1
                continue
            start, end = found[nth].start, found[nth + run - 1].end
            parts += [text[place:start], in_the_case_of(text[start:end], form)]
            place, nth = end, nth + run
        return "".join([*parts, text[place:]])

    def form_at(self, text: str, found: list[Word], nth: int) -> tuple[int, Form | None]:
        """Return the longest form that begins at a word, and how many words it takes."""
        for run in range(min(self.longest, len(found) - nth), 0, -1):
            words = found[nth : nth + run]
            form = self.forms.get(tuple(word.folded for word in words))
            if form and fits(text, words, form) and not is_of_a_date(found, nth, run):
                return run, form
        return 0, None

    def without_days(self, text: str) -> str:
        for day in self.days:
            text = without_day(text, day)
        return text

    def span(self, earliest: date | None, latest: date | None) -> tuple[date | None, date | None]:
        """Return the days of an entry; one that begins or ends on a telling day has its month."""
        if earliest in self.days or latest in self.days:
            return (
                earliest and earliest.replace(day=1),
                latest and latest.replace(day=monthrange(latest.year, latest.month)[1]),
            )
        return earliest, latest


def fits(text: str, words: list[Word], form: Form) -> bool:
    """Test whether words are written as a form asks: with capitals, as initials."""
    written = [text[word.start : word.end] for word in words]
    if form.is_letters:
        between = text[words[0].start : words[-1].end]
        is_close = len(words) == 1 or re.fullmatch(r"\w(?:[.\s]{1,2}\w)+", between) is not None
        return is_close and all(word.isupper() for word in written)
    return not form.is_capital or all(word[:1].isupper() for word in written)


def is_of_a_date(found: list[Word], nth: int, run: int) -> bool:
    """Test whether words beside a number are the month of a date, or "a.m." of a time."""
    said = "".join(word.folded for word in found[nth : nth + run])
    before = found[max(nth - 1, 0) : nth]
    after = found[nth + 1 : nth + 2] if said in MONTHS else []
    beside = [*before, *after] if said in MONTHS or said in HALVES_OF_DAY else []
    return any(word.folded[:1].isdigit() for word in beside)


def in_the_case_of(written: str, form: Form) -> str:
    """Return a pseudonym in capitals where the name was."""
    is_loud = len(written) > 2 and written.isupper() and form.stands_for.isalpha()
    is_loud = is_loud and not form.is_letters
    return form.stands_for.upper() if is_loud else form.stands_for


def without_day(text: str, day: date) -> str:
    """Return a text with a month and its year in place of one day, however it is written."""
    written = re.compile(pattern(day).pattern, re.IGNORECASE)
    month = f"{day:%B %Y}"
    while written.search(text):
        text = written.sub(month, text)
    if holds_day(text, day):  # in figures of another script, or with signs that cannot be seen
        text = without_day(fold_signs(text), day)
    return text


def pseudonyms(people: Iterable[Named], days: Iterable[date]) -> Pseudonyms:
    return Pseudonyms(people=tuple(people), days=tuple(dict.fromkeys(days)))
