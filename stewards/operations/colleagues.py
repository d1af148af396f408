"""What a lead does for the people of their agency, and the officer who looks at it."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import User
from audit import trail
from messaging import post
from reviews import access as reviews_access
from reviews.access import ADMITTED_BY_LEADS, Permission, Refused, Role
from reviews.models import AgencyInvolvement, Membership, Review
from reviews.operations import admission
from stewards import access, rules
from stewards.models import Newcomer
from stewards.queries.told import holders


@transaction.atomic
def invite_colleague(
    *,
    part: AgencyInvolvement,
    role: Role,
    email: str,
    full_name: str,
    until_on: date | None = None,
    today: date,
    by: User,
    at: datetime,
) -> Membership:
    """
    Let a colleague into the agency's part of a review, and tell its officers.

    Raises Refused for whoever does not lead this agency there, for another role than a lead may
    give, for oneself, and for whoever has a part in this review already.
    """
    access.require_leads(by, part, today=today)
    if role not in ADMITTED_BY_LEADS:
        raise Refused("A lead does not give this part. Ask the CSP officer.", field="role")
    rules.check_is_somebody_else(email, by=by)
    known = User.objects.filter(email__iexact=email).first()
    rules.check_may_join(part, known, today=today)
    membership = admission.let_in(
        email=email, full_name=full_name, role=role, to=part, until_on=until_on, today=today,
        by=by, at=at,
    )  # fmt: skip
    Newcomer.objects.create(membership=membership)
    reference = part.review.reference
    path = reverse("stewards:newcomers", args=[reference])
    for user in holders(Permission.ACCESS_MANAGE, part.review, today=today):
        post.send("colleague_joined", to=user.email, review_ref=reference, path=path, by=by, at=at)
    return membership


@transaction.atomic
def end_part(*, membership: Membership, today: date, by: User, at: datetime) -> None:
    """
    End a colleague's part in a review now.

    Raises Refused for whoever does not lead this agency there, and for a seat on the panel.
    """
    if membership.involvement is None:
        raise Refused("This is no part of an agency.")
    access.require_leads(by, membership.involvement, today=today)
    if membership.role not in ADMITTED_BY_LEADS:
        raise Refused("A lead does not end this part. Ask the CSP officer.")
    reviews_access.remove(membership=membership, by=by, at=at)


@transaction.atomic
def look_at_newcomers(*, review: Review, newcomers: list[int], by: User, at: datetime) -> int:
    """
    Record that an officer has looked at whom leads let in; return how many there were.

    newcomers: those that stood on the page. Whoever came since is looked at another time.
    """
    reviews_access.require(by, Permission.ACCESS_MANAGE, on=review)
    unseen = Newcomer.objects.unseen().filter(membership__review=review, pk__in=newcomers)
    seen = unseen.update(seen_at=at, seen_by=by)
    if seen:
        trail.record(
            "lead.newcomers_seen",
            by=by,
            at=at,
            review_ref=review.reference,
            newcomers=seen,
        )
    return seen
