from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from composite.checks.after_the_death import last_day_of_life
from composite.checks.found import Found, in_words, roots_of, when
from composite.checks.options import Options
from composite.checks.story import Register, Story, Told, days_later

CODE = "gap_around_key_event"
NEAR_DAYS = 14


@dataclass(frozen=True, slots=True)
class Gap:
    """Days from which to which nobody tells of anything; the end may be that of the life."""

    first: date
    last: date
    before: Told
    after: Told | None


def gap_around_key_event(story: Story, register: Register, options: Options) -> list[Found]:
    """
    Find months in which no agency tells of anything, right before or after a key event.

    Right before or after is within two weeks. An entry that runs over more days than the gap may
    have fills none. After the last entry the gap runs to the incident or the death.
    """
    dated = [one for one in story.told if one.earliest and one.latest]
    short = [one for one in dated if not is_longer(one.earliest, one.latest, options)]
    keys = [one for one in short if one.is_key and one.day]
    if not keys:
        return []
    found = []
    for gap in gaps(short, last_day_of_life(register), options):
        near = [key for key in keys if is_near(key, gap)]
        if near:
            found.append(silence(gap, near))
    return found


def is_longer(first: date | None, last: date | None, options: Options) -> bool:
    """Tell whether so many months and more lie between two days."""
    if first is None or last is None:
        return False
    try:
        return first + relativedelta(months=options.gap_months) < last
    except (OverflowError, ValueError):
        return False


def gaps(told: Sequence[Told], end: date | None, options: Options) -> Iterator[Gap]:
    """Return the silences between entries, up to the end of the life."""
    latest = told[0]
    for one in told[1:]:
        if end and one.earliest and one.earliest > end:
            break
        if is_longer(latest.latest, one.earliest, options) and latest.latest and one.earliest:
            yield Gap(latest.latest, one.earliest, latest, one)
        if latest.latest is None or (one.latest and one.latest > latest.latest):
            latest = one
    if end and latest.latest and is_longer(latest.latest, end, options):
        yield Gap(latest.latest, end, latest, None)


def is_near(key: Told, gap: Gap) -> bool:
    day = key.day
    if day is None:
        return False
    is_before = days_later(gap.first, -NEAR_DAYS) <= day <= gap.first
    is_after = gap.after is not None and gap.last <= day <= days_later(gap.last, NEAR_DAYS)
    return is_before or is_after


def silence(gap: Gap, keys: Sequence[Told]) -> Found:
    edges = [one for one in (gap.before, gap.after) if one]
    key = keys[0]
    until = in_words(gap.last) + ("" if gap.after else ", the end of the life reviewed")
    words = (
        f"No agency tells of anything between {in_words(gap.first)} and {until}, beside the key "
        f"event that {key.agency_label} tells on {when(key)}."
    )
    detail = (in_words(gap.first), in_words(gap.last), key.agency_label, when(key))
    identity = " ".join(str(one.root) for one in edges)
    return Found(CODE, roots_of([*edges, *keys]), words, detail, identity)
