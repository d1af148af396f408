"""Name the leads of agencies and end it."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import (
    ENDS_LEADS,
    NAMES_LEADS,
    Actor,
    Agency,
    AgencyLead,
    CommunitySafetyPartnership,
    PostKind,
    User,
    person_behind,
)
from agencies.operations import accounts
from audit import trail
from messaging import post
from reviews.access import Refused
from stewards import access, rules

NAMING = "Only a CSP officer of this partnership names its leads."
ENDING = "Only a CSP officer or an administrator of this partnership ends a lead."


@transaction.atomic
def name_lead(
    *,
    agency: Agency,
    partnership: CommunitySafetyPartnership,
    email: str,
    full_name: str,
    today: date,
    by: Actor,
    at: datetime,
) -> AgencyLead:
    """
    Let somebody answer for who works in one body on the partnership's reviews.

    Somebody new gets an account and a link by email. Raises Refused for whoever is no CSP officer
    there, for a body that is not asked, for oneself, and for whoever leads already.
    """
    access.require_post(by, partnership, *NAMES_LEADS, today=today, words=NAMING)
    rules.check_is_asked_by(agency, partnership)
    rules.check_is_somebody_else(email, by=by)
    user = User.objects.filter(email__iexact=email).first()
    if user and partnership.leads.standing(today).filter(agency=agency, user=user).exists():
        raise Refused("This person leads this body already.", field="email")
    user, _ = accounts.known_or_invited(email=email, full_name=full_name, by=by, at=at)
    standing = {"agency": agency, "user": user, "ended_at__isnull": True}
    partnership.leads.filter(**standing).update(ended_at=at, ended_by=person_behind(by))
    lead = AgencyLead.objects.create(
        agency=agency,
        partnership=partnership,
        user=user,
        from_on=today,
        made_at=at,
        made_by=person_behind(by),
    )
    record("lead.named", lead, by=by, at=at)
    tell_of(lead, today=today, by=by, at=at)
    return lead


@transaction.atomic
def end_lead(*, lead: AgencyLead, today: date, by: Actor, at: datetime) -> None:
    """End it now. Whom they let in stays: the CSP officer removes them. Safe to call twice."""
    access.require_post(by, lead.partnership, *ENDS_LEADS, today=today, words=ENDING)
    if lead.ended_at:
        return
    lead.ended_at, lead.ended_by = at, person_behind(by)
    lead.save(update_fields=["ended_at", "ended_by"])
    record("lead.ended", lead, by=by, at=at)


def tell_of(lead: AgencyLead, *, today: date, by: Actor, at: datetime) -> None:
    """Tell the lead, and the officers of the partnership: a lead lets people in."""
    officers = lead.partnership.posts.held_on(today).filter(
        kind=PostKind.OFFICER, user__is_active=True
    )
    me = person_behind(by)
    told = {row.user for row in officers.select_related("user")} - {me, lead.user}
    mine = reverse("stewards:people", args=[lead.agency_id])
    post.send("lead_yours", to=lead.user.email, path=mine, by=me, at=at)
    path = reverse("stewards:leads", args=[lead.partnership.slug])
    for user in sorted(told, key=lambda one: one.pk):
        post.send("lead_named", to=user.email, path=path, by=me, at=at)


def record(event: str, lead: AgencyLead, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        lead_id=lead.pk,
        agency_id=lead.agency_id,
        user_id=lead.user_id,
    )
