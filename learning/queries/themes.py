"""The themes of a partnership: how often, in which years, and which may be the same."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Count, Prefetch
from django.db.models.functions import ExtractYear

from agencies.models import CommunitySafetyPartnership
from learning.models import Lesson, LessonKind, Theme, ThemeWording

NEAR = 0.78  # of the letters of two wordings: "routine enquiry", "routine inquiries"
SAID_AS = 3  # wordings at most, on the line of a theme


@dataclass(frozen=True)
class Year:
    year: int
    count: int


@dataclass(frozen=True)
class Row:
    """
    A theme and the years in which something was published about it. recommended: the years in
    which something was recommended. near: themes that may be the same.
    """

    theme: Theme
    years: tuple[Year, ...]
    recommended: tuple[int, ...]
    worded: tuple[str, ...]
    near: tuple[Theme, ...]

    @property
    def count(self) -> int:
        return sum(one.count for one in self.years)

    @property
    def comes_back(self) -> bool:
        return len(self.recommended) > 1

    def in_year(self, year: int) -> int:
        return next((one.count for one in self.years if one.year == year), 0)

    @property
    def in_words(self) -> str:
        """Say when it was recommended: "Recommended in 2019, again in 2023"."""
        if not self.recommended:
            return "Nothing recommended yet"
        first, *later = (str(year) for year in self.recommended)
        again = f", again in {joined(later)}" if later else ""
        return f"Recommended in {first}{again}"


def joined(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def rows_of(place: CommunitySafetyPartnership) -> list[Row]:
    """Return the standing themes, those that come back in most years first. Three queries."""
    themes = Theme.objects.standing().filter(partnership=place)
    themes = themes.prefetch_related(Prefetch("wordings", ThemeWording.objects.order_by("words")))
    every, years = list(themes), years_of(place)
    near = near_ones(every)
    rows = [row_of(one, years.get(one.pk, {}), near.get(one.pk, ())) for one in every]
    return sorted(rows, key=lambda row: (-len(row.years), -row.count, row.theme.name.casefold()))


def row_of(theme: Theme, counts: Mapping[tuple[int, str], int], near: Sequence[Theme]) -> Row:
    total: dict[int, int] = defaultdict(int)
    for (year, _kind), count in counts.items():
        total[year] += count
    asked = {year for year, kind in counts if kind == LessonKind.RECOMMENDATION}
    worded = [
        one.words for one in theme.wordings.all() if one.words.casefold() != theme.name.casefold()
    ]
    return Row(
        theme=theme,
        years=tuple(Year(year, total[year]) for year in sorted(total)),
        recommended=tuple(sorted(asked)),
        worded=tuple(worded[:SAID_AS]),
        near=tuple(near),
    )


def years_of(place: CommunitySafetyPartnership) -> Mapping[int, Mapping[tuple[int, str], int]]:
    """Return how much was published about each theme, by year and kind."""
    lessons = Lesson.objects.standing().filter(partnership=place, themes__isnull=False).order_by()
    counted = lessons.values_list("themes", ExtractYear("published_on"), "kind").annotate(
        found=Count("pk")
    )
    years: dict[int, dict[tuple[int, str], int]] = defaultdict(dict)
    for theme, year, kind, found in counted:
        years[theme][year, kind] = found
    return years


def near_ones(themes: Sequence[Theme]) -> Mapping[int, Sequence[Theme]]:
    """Return for each theme those worded nearly as it is: an officer says whether they are one."""
    said = {one.pk: {wording.stems for wording in one.wordings.all()} for one in themes}
    near: dict[int, list[Theme]] = defaultdict(list)
    for place, one in enumerate(themes):
        for other in themes[place + 1 :]:
            if any(alike(first, second) for first in said[one.pk] for second in said[other.pk]):
                near[one.pk].append(other)
                near[other.pk].append(one)
    return near


def alike(first: str, second: str) -> bool:
    """Test whether two wordings may be one: nearly all letters alike, or one within the other."""
    one, other = set(first.split()), set(second.split())
    if min(len(one), len(other)) > 1 and (one <= other or other <= one):
        return True
    pair = SequenceMatcher(None, first, second)
    return pair.real_quick_ratio() >= NEAR and pair.quick_ratio() >= NEAR and pair.ratio() >= NEAR


def names_in(place: CommunitySafetyPartnership) -> list[str]:
    """Return what themes are called, for whoever types one."""
    return list(Theme.objects.standing().filter(partnership=place).values_list("name", flat=True))
