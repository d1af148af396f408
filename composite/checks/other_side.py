"""Whether the agency on the other side of a referral tells of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from composite.checks.found import listed
from composite.checks.mentions import Bodies, straight
from composite.checks.options import Options
from composite.checks.referrals import (
    DENIED,
    NEW_REFERRAL,
    SPOKEN_SIGN,
    WRITTEN_SIGN,
    Referral,
    Way,
    referrals_of,
)
from composite.checks.story import Register, Story, Told, days_later

SOON = 7  # days within which a call or a talk with the sender counts, too
SLACK = 2  # days by which two agencies may date one referral the wrong way round


@dataclass(frozen=True, slots=True)
class Sign:
    """That an entry can be the other half of a referral. named: the agencies it names."""

    named: frozenset[str]
    is_new_referral: bool
    is_written: bool

    def is_other_half_of(self, one: Referral) -> bool:
        """Tell whether it names the other agency, or is a referral from nobody in particular."""
        is_from_nobody = one.way is Way.SENT and self.is_new_referral and not self.named
        return is_from_nobody or one.told.agency in self.named


class OtherSide:
    """Looks for the other half of referrals. An agency that tells nothing cannot be asked."""

    def __init__(self, story: Story, register: Register, options: Options) -> None:
        self.story = story
        self.register = register
        self.agencies = register.agency_by_slug
        self.days = options.referral_days
        self.bodies = story.once("bodies", register, lambda: Bodies(register))
        self.signs: dict[Told, Sign | None] = story.once("signs", register, dict)
        self.calendars = story.once("calendars", register, lambda: calendars_of(story))

    def referrals(self, way: Way) -> list[Referral]:
        """Return the referrals of one way that have a day."""
        found = self.story.once("referrals", self.register, self.all_referrals)
        return [one for one in found if one.way is way]

    def all_referrals(self) -> list[Referral]:
        return [
            referral
            for one in self.story.told
            if one.earliest or one.latest
            for referral in referrals_of(one, self.bodies)
        ]

    def what_they_say(self, silent: list[str], *, within: str) -> str:
        """Say of agencies that tell of no referral that they hold nothing, or tell of none."""
        names = listed(self.agencies[slug].name for slug in silent)
        are_several = len(silent) > 1
        if all(self.holds_nothing(slug) for slug in silent):
            return f"{names} answered that {'they hold' if are_several else 'it holds'} nothing"
        return f"{names} {'tell' if are_several else 'tells'} of none in the {within}"

    def holds_nothing(self, slug: str) -> bool:
        return self.agencies[slug].holds_nothing and slug not in self.story.by_agency

    def silent(self, one: Referral) -> list[str]:
        """Return the agencies that should tell of it and do not; none if any of them does."""
        asked = [slug for slug in sorted(one.others) if slug in self.agencies]
        if any(self.tells_of(one, slug) for slug in asked):
            return []
        return [slug for slug in asked if slug in self.story.by_agency or self.holds_nothing(slug)]

    def tells_of(self, one: Referral, slug: str) -> bool:
        first, last = self.window(one)
        near = self.window(one, days=SOON)
        calendar = self.calendars.get(slug)
        return calendar is not None and any(
            (sign := self.sign_of(other))
            and sign.is_other_half_of(one)
            and (sign.is_written or is_within(other, *near))
            for other in calendar.between(first, last)
        )

    def window(self, one: Referral, days: int | None = None) -> tuple[date, date]:
        """Return from when to when the other side can tell of it."""
        count = self.days if days is None else min(days, self.days)
        start = one.told.earliest or one.told.latest or date.min
        end = one.told.latest or one.told.earliest or date.max
        if one.way is Way.SENT:
            return days_later(start, -SLACK), days_later(end, count)
        return days_later(start, -count), days_later(end, SLACK)

    def sign_of(self, other: Told) -> Sign | None:
        """Return what an entry says of being told something; None where it denies it."""
        if other not in self.signs:
            text = straight(f"{other.all_words}\n{other.source}")
            is_new = NEW_REFERRAL.search(text) is not None
            is_written = is_new or WRITTEN_SIGN.search(text) is not None
            is_sign = is_written or SPOKEN_SIGN.search(text) is not None
            named = self.bodies.slugs_in(text) - {other.agency}
            sign = Sign(named, is_new, is_written)
            self.signs[other] = sign if is_sign and not DENIED.search(text) else None
        return self.signs[other]


class Calendar:
    """The entries of one agency by their days."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.on_a_day = [one for one in told if one.day]
        self.days = [one.order[0] for one in self.on_a_day]
        self.over_days = [one for one in told if not one.day and (one.earliest or one.latest)]

    def between(self, first: date, last: date) -> Iterator[Told]:
        """Return those that can have been from one day to another."""
        yield from self.on_a_day[bisect_left(self.days, first) : bisect_right(self.days, last)]
        yield from (one for one in self.over_days if is_within(one, first, last))


def calendars_of(story: Story) -> dict[str, Calendar]:
    return {slug: Calendar(told) for slug, told in story.by_agency.items()}


def is_within(told: Told, first: date, last: date) -> bool:
    if told.earliest is None and told.latest is None:
        return False
    return (told.earliest or told.latest or first) <= last and (
        told.latest or told.earliest or last
    ) >= first
