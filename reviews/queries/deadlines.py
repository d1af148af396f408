"""Which deadlines a person may see, and which are theirs to meet."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from agencies.models import User
from reviews import access
from reviews.access import Held, Permission, Role
from reviews.deadlines import RULES_OF
from reviews.models import Deadline, Membership, Review
from reviews.models.deadline import DeadlineQuerySet


def codes_by_reader() -> dict[Permission, set[str]]:
    """Return which codes each permission opens, whatever the regime."""
    found: dict[Permission, set[str]] = defaultdict(set)
    for rules in RULES_OF.values():
        for rule in rules.rules:
            found[Permission(rule.reader)].add(rule.code)
    return found


def codes_by_told() -> dict[frozenset[Role], set[str]]:
    """Return which codes each circle of roles is told of, whatever the regime."""
    found: dict[frozenset[Role], set[str]] = defaultdict(set)
    for rules in RULES_OF.values():
        for rule in rules.rules:
            found[frozenset(map(Role, rule.told))].add(rule.code)
    return found


def theirs(user: User, *, today: date) -> DeadlineQuerySet:
    """
    Return the running deadlines that are somebody's to meet: those of which their rule tells a
    role of theirs, in the review or, where an agency owes it, in that agency's part.
    """
    admitted = Membership.objects.standing(today).of(user)
    owed = Q(pk__in=[])
    for roles, codes in codes_by_told().items():
        playing = admitted.filter(role__in=roles)
        whole = playing.filter(involvement__isnull=True).values("review")
        owed |= Q(code__in=codes, involvement__isnull=True, review__in=whole)
        owed |= Q(code__in=codes, involvement__in=playing.values("involvement"))
    return Deadline.objects.running().filter(owed)


def is_readable(deadline: Deadline, held: Held) -> bool:
    """Test whether somebody may see a deadline that is at hand."""
    reader = Permission(deadline.rule.reader)
    in_review = deadline.review_id in held.reviews(reader)
    return in_review or deadline.involvement_id in held.parts(reader)


def readable_in(review: Review, reader: User) -> DeadlineQuerySet:
    """Return the deadlines of one review that somebody may see, whether or not it has ended."""
    codes = {
        code
        for permission, found in codes_by_reader().items()
        if access.has(reader, permission, on=review)
        for code in found
    }
    seen = review.deadlines.filter(code__in=codes).select_related("review", "involvement__agency")
    return seen.order_by("started_on", "due_on", "pk")
