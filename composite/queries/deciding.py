"""What was found, as its pages show it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count

from chronologies.models import ChronologyEntry
from composite.checks.all_checks import CHECKS
from composite.models import CheckSwitch, FindingStanding, ReconciliationFinding, StoryCheck
from composite.models.finding import FindingQuerySet
from composite.queries.scope import Scope
from pages.parts import Filter
from reviews.models import Review

TITLES = {check.code: check.title for check in CHECKS}
STANDINGS = {"": FindingStanding.OPEN, **{one.value.lower(): one for one in FindingStanding}}


@dataclass(frozen=True)
class Shown:
    """A finding in a list."""

    finding: ReconciliationFinding
    title: str
    words: str


@dataclass(frozen=True)
class Setting:
    """A check and whether it is on; `switch` says who turned it off and why."""

    code: str
    title: str
    explanation: str
    count: int
    switch: CheckSwitch | None


def shown(finding: ReconciliationFinding, say: Callable[[str], str]) -> Shown:
    title = TITLES.get(finding.code, "A check that is no more")
    return Shown(finding, title, say(finding.words))


def standings(found: FindingQuerySet) -> list[Filter]:
    counts = dict(found.order_by().values_list("standing").annotate(count=Count("pk")))
    return [
        Filter(value, one.label, counts.get(one, 0))
        for value, one in STANDINGS.items()
        if value != FindingStanding.OPEN.value.lower()
    ]


def kinds(found: FindingQuerySet) -> list[Filter]:
    """Return the checks that found something, with how much."""
    counts = dict(found.order_by().values_list("code").annotate(count=Count("pk")))
    return [
        Filter("", "All checks"),
        *(Filter(code, title, counts[code]) for code, title in TITLES.items() if code in counts),
    ]


def last_check(review: Review) -> StoryCheck | None:
    return StoryCheck.objects.filter(review=review).first()


def entries_of(finding: ReconciliationFinding, scope: Scope) -> list[ChronologyEntry]:
    """Return the entries that a finding is about, as they stand, in story order."""
    events = list(finding.events.values_list("event", flat=True))
    return list(scope.entries.filter(root__in=events))


def settings_of(scope: Scope, found: FindingQuerySet) -> list[Setting]:
    off = {one.code: one for one in switches(scope)}
    counts = dict(
        found.filter(gone_at__isnull=True)
        .order_by()
        .values_list("code")
        .annotate(count=Count("pk"))
    )
    return [
        Setting(
            check.code,
            check.title,
            check.explanation,
            counts.get(check.code, 0),
            off.get(check.code),
        )
        for check in CHECKS
    ]


def switches(scope: Scope) -> list[CheckSwitch]:
    return list(CheckSwitch.objects.filter(review=scope.review).select_related("turned_off_by"))
