"""Whom to write to about evidence: an agency's people, and those of the review who wait for it."""

from datetime import date

from django.db.models import QuerySet

from agencies.models import Agency
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Permission
from reviews.models import AgencyInvolvement, Membership, Review


def addresses_of(
    part: AgencyInvolvement, *, today: date, writer: Agency | None = None
) -> list[str]:
    """
    Return the email addresses of everybody admitted for an agency, and where its letters go; of
    the body that writes for it, where another does, likewise.

    Prefetch `memberships__user` and `agency__contacts` for a list.
    """
    admitted = [
        row.user.email
        for row in part.memberships.all()
        if row.stands_on(today) and row.user.is_active
    ]
    return once([*admitted, part.agency.letter_box, writer.letter_box if writer else ""])


def addresses_at_agency(
    part: AgencyInvolvement, permission: Permission, *, today: date
) -> list[str]:
    """Return the addresses of the agency's own people who may do something for it."""
    roles = [role for role, codes in INVOLVEMENT_GRANTS.items() if permission in codes]
    return emails(part.memberships.filter(role__in=roles).standing(today))


def addresses_in_review(review: Review, permission: Permission, *, today: date) -> list[str]:
    """Return the addresses of the people of a review who may do something in all of it."""
    roles = [role for role, codes in REVIEW_GRANTS.items() if permission in codes]
    everybody = review.memberships.filter(involvement__isnull=True, role__in=roles)
    return emails(everybody.standing(today))


def emails(memberships: QuerySet[Membership]) -> list[str]:
    found = memberships.filter(user__is_active=True).order_by("pk")
    return once(found.values_list("user__email", flat=True))


def once(addresses: "list[str] | QuerySet[Membership, str]") -> list[str]:
    """Return each address once, whatever its case, leaving out what is empty."""
    return list({address.casefold(): address for address in addresses if address}.values())
