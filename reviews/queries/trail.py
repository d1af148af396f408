"""
Whose events the pages of the trail show.

Administrators see what concerns accounts and doors: who signed in, who was refused at which
review. They see no change of a review and nothing that was looked at.
"""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils import timezone

from agencies.models import CommunitySafetyPartnership, User
from audit import queries
from audit.kinds import Kind
from audit.models import AuditEvent
from audit.presenters.lookup import Line
from reviews import access
from reviews.access import Permission
from reviews.models import Review

OF_ACCOUNTS = (Kind.ACCOUNT, Kind.REFUSAL)
FAMILY_EVENTS, FAMILY_PAGES = "family.", "families:"
HEADS = (
    "When", "Who", "What", "Kind", "Review", "Records", "Network address", "Browser", "Request",
    "Number",
)  # fmt: skip


def of_review(review: Review, *, reader: User) -> QuerySet[AuditEvent]:
    """
    Return the events of a review: without those of the family compartment for whoever does not
    read it, since that something happened there is told to nobody else.
    """
    events = queries.of_review(review.reference)
    if access.has(reader, Permission.FAMILY_READ, on=review):
        return events
    elsewhere = Q(subjects__route__isnull=True) | ~Q(subjects__route__startswith=FAMILY_PAGES)
    return events.exclude(event__startswith=FAMILY_EVENTS).filter(elsewhere)


def of_partnership(partnership: CommunitySafetyPartnership) -> QuerySet[AuditEvent]:
    """Return sign-ins, events of accounts and refusals, of its people and at its reviews."""
    people = people_of(partnership).values_list("pk", flat=True)
    references = Review.objects.filter(partnership=partnership).values_list("reference", flat=True)
    return queries.of_people(
        frozenset(people), review_refs=frozenset(references), kinds=OF_ACCOUNTS
    )


def people_of(partnership: CommunitySafetyPartnership) -> QuerySet[User]:
    """Return whoever holds or held a post in it, or is or was admitted to a review of it."""
    return User.objects.filter(
        Q(posts__partnership=partnership) | Q(memberships__review__partnership=partnership)
    ).distinct()


def called(people: Collection[int]) -> list[User]:
    return list(User.objects.filter(pk__in=people))


def row(line: Line) -> list[str]:
    """Return a line as the cells of HEADS."""
    at = timezone.localtime(line.at)
    return [
        at.isoformat(timespec="seconds"), line.who, line.what, line.kind.words,
        line.review_ref, line.subjects, line.address, line.browser, line.request_id, str(line.pk),
    ]  # fmt: skip
