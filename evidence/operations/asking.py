"""Ask agencies to secure their records, search them and say what they know."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, Agency, AgencyContact, User, person_behind
from agencies.operations import accounts
from audit import trail
from documents.models import Document
from evidence.models import ScopingRequest, ScopingRoute
from evidence.operations import links
from evidence.rules import scoping as scoping_rules
from reviews import access, rules
from reviews.access import Permission, Refused, Role
from reviews.models import AgencyInvolvement, Review
from reviews.operations.involvements import add_agencies


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What one round of letters says beyond the usual."""

    due_on: date
    whom_to_ring: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Round:
    """What came of asking: who was written to, who must be asked another way, who was let in."""

    sent: list[ScopingRequest] = field(default_factory=list)
    another_way: list[AgencyInvolvement] = field(default_factory=list)
    admitted: list[User] = field(default_factory=list)


@transaction.atomic
def ask(
    *,
    review: Review,
    agencies: Iterable[Agency],
    letter: Letter,
    admit_contacts: bool,
    again: bool = False,
    today: date,
    by: Actor,
    at: datetime,
) -> Round:
    """
    Bring agencies into a review and write to each at its single point of contact or mailbox.

    An agency without an address is brought in to be asked another way. One that was asked before
    is asked again only where `again` says so, with a note that tells it why: so nothing goes
    out twice when a form is sent twice.

    admit_contacts: let each single point of contact sign in, to read the letter and answer.

    Raises Refused without the right, without anybody to ask, or for an impossible date.
    """
    access.require(by, Permission.SCOPING_SEND, on=review)
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    scoping_rules.check_due_on(letter.due_on, sent_on=today)
    chosen = list(agencies)
    if not chosen:
        raise Refused("Choose at least one agency.")
    parts = parts_to_ask(review, chosen, again=again, today=today, by=by, at=at)
    if again and not letter.note.strip():
        raise Refused("Say what is new for those who were asked before", field="note")
    done = Round()
    for part in parts:
        if not part.agency.letter_box:
            done.another_way.append(part)
            continue
        contact = part.agency.single_point
        if admit_contacts and contact:
            done.admitted.extend(let_in(contact, to=part, today=today, by=by, at=at))
        done.sent.append(write_to(part, letter, today=today, by=by, at=at))
    return done


def parts_to_ask(
    review: Review, agencies: list[Agency], *, again: bool, today: date, by: Actor, at: datetime
) -> list[AgencyInvolvement]:
    """Bring the agencies in, and return the parts of those that a letter should go to."""
    add_agencies(review=review, agencies=agencies, today=today, by=by, at=at)
    parts = review.involvements.filter(agency__in=agencies).select_related("review", "agency")
    if not again:
        parts = parts.filter(scoping_requests__isnull=True)
    found = list(parts.prefetch_related("agency__contacts"))
    if not found:
        raise Refused("Each of these agencies has been asked already. Choose others.")
    return found


def write_to(
    part: AgencyInvolvement, letter: Letter, *, today: date, by: Actor, at: datetime
) -> ScopingRequest:
    """Send one letter. What it says is on the page that the email links to."""
    posted = links.write_to(part, links.ASKED, due_on=letter.due_on, today=today, by=by, at=at)
    request = ScopingRequest.objects.create(
        involvement=part,
        sent_on=today,
        route=ScopingRoute.EMAIL,
        sent_to=part.agency.letter_box,
        message=posted.message,
        recorded_at=at,
        recorded_by=person_behind(by),
        **vars(letter),
    )
    posted.belongs_to(request)
    trail.record(
        "scoping.asked",
        by=person_behind(by),
        at=at,
        review_ref=part.review.reference,
        involvement_id=part.pk,
        request_id=request.pk,
    )
    return request


def let_in(
    contact: AgencyContact, *, to: AgencyInvolvement, today: date, by: Actor, at: datetime
) -> list[User]:
    """Admit a contact to their agency's part, unless they are in it or their account is closed."""
    access.require(by, Permission.ACCESS_MANAGE, on=to)
    user = User.objects.filter(email__iexact=contact.email).first()
    if user is None:
        user = accounts.invite(email=contact.email, full_name=contact.full_name, by=by, at=at)
    elif not user.is_active or to.memberships.admitted(today).of(user).exists():
        return []
    made = access.admit(user=user, role=Role.AGENCY_CONTACT, to=to, from_on=today, by=by, at=at)
    return [] if made.is_held else [user]


@transaction.atomic
def record_letter(
    *,
    involvement: AgencyInvolvement,
    sent_on: date,
    route: str,
    sent_to: str = "",
    letter: Letter,
    copy: Document | None = None,
    unusual_reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> ScopingRequest:
    """
    Record a letter, or a call, that did not go out from here. Sends nothing.

    Raises Refused without the right, for an impossible day, or an unusual one without a reason.
    """
    access.require(by, Permission.SCOPING_SEND, on=involvement.review)
    rules.check_is_open(involvement.review)
    scoping_rules.check_sent_on(
        involvement.review, sent_on, letter.due_on, unusual_reason, today=today
    )
    request = ScopingRequest.objects.create(
        involvement=involvement,
        sent_on=sent_on,
        route=route,
        sent_to=sent_to,
        letter=copy,
        unusual_reason=unusual_reason,
        recorded_at=at,
        recorded_by=person_behind(by),
        **vars(letter),
    )
    trail.record(
        "scoping.letter_recorded",
        by=person_behind(by),
        at=at,
        review_ref=involvement.review.reference,
        involvement_id=involvement.pk,
        request_id=request.pk,
    )
    return request


@transaction.atomic
def record_letters(
    *,
    review: Review,
    agencies: Iterable[Agency],
    sent_on: date,
    route: str,
    letter: Letter,
    unusual_reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> list[ScopingRequest]:
    """
    Bring agencies into a review and record for each a letter that did not go out from here.

    One that has a letter of that day already is left as it is, so that a form sent twice records
    once. Raises Refused as `record_letter` does, or where nothing is left to record.
    """
    chosen = list(agencies)
    add_agencies(review=review, agencies=chosen, today=today, by=by, at=at)
    parts = review.involvements.filter(agency__in=chosen).exclude(scoping_requests__sent_on=sent_on)
    recorded = [
        record_letter(
            involvement=part,
            sent_on=sent_on,
            route=route,
            letter=letter,
            unusual_reason=unusual_reason,
            today=today,
            by=by,
            at=at,
        )
        for part in parts.select_related("review")
    ]
    if not recorded:
        raise Refused("A letter of this day is recorded for each of them already", field="sent_on")
    return recorded
