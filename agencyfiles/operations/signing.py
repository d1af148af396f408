"""Senior sign-off without an account: by a link and a code, or from a page that was signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, person_behind
from agencyfiles import rules
from agencyfiles.models import SignOffLink
from agencyfiles.queries.reading import front_sheet_of
from agencyfiles.queries.seal import named_instead_of, seal_of
from audit import trail
from audit.models import ActorKind
from documents.models import Document, Route
from evidence.cycle import ImrState
from evidence.models import ImrSignOff, ImrVersion, IndividualManagementReview
from evidence.operations import imr_sign_off
from evidence.operations.imrs import held, move
from evidence.queries.people import addresses_in_review
from evidence.rules.imr_decisions import check_signed_off_on
from guests.operations import links as guest_links
from messaging import post
from reviews.access import Permission


@dataclass(frozen=True, kw_only=True)
class Senior:
    """Who signs for the agency, as its author names them."""

    full_name: str
    job_title: str
    email: str


@transaction.atomic
def ask_by_link(
    *, imr: IndividualManagementReview, senior: Senior, today: date, by: Actor, at: datetime
) -> SignOffLink:
    """
    Email somebody senior a link to sign the draft by, which is frozen first where it is not yet.
    Links sent before open nothing any more.

    Raises Refused for anybody but the author, while something is missing, or for the author’s own
    name or address.
    """
    imr = held(imr)
    rules.check_can_ask_for_signature(by, imr)
    rules.check_is_not_author(imr, name=senior.full_name, email=senior.email, field="full_name")
    version = waiting_version(imr, today=today, by=by, at=at)
    for earlier in SignOffLink.objects.filter(version__imr=imr).select_related("link"):
        if earlier.link.is_open(today):
            guest_links.revoke(link=earlier.link, by=by, at=at)
    review = imr.involvement.review
    link = guest_links.send_link(
        "imr_to_sign_by_link",
        to=senior.email,
        review_ref=review.reference,
        path=lambda secret: reverse("agencyfiles:sign", args=[secret]),
        expires_on=today + rules.LASTS,
        by=by,
        at=at,
    )
    return SignOffLink.objects.create(
        version=version,
        link=link,
        full_name=senior.full_name,
        job_title=senior.job_title,
        sha256=seal_of(version),
    )


@transaction.atomic
def sign_by_link(
    *, link: SignOffLink, note: str, capacity: str = "", today: date, at: datetime
) -> ImrSignOff:
    """
    Sign off by a link exactly what it was sent for, and put it before the panel.

    capacity: in which they sign, where the document names somebody else.

    Raises Refused where the link no longer stands: also where anything has changed since; and
    without a capacity where one is needed.
    """
    imr = held(link.version.imr)
    link.version = imr.versions.select_related("document").get(pk=link.version_id)
    link.version.imr = imr
    rules.check_link_stands(link, seal=seal_of(link.version), today=today)
    named = named_instead_of(link)
    rules.check_capacity_is_said(named, capacity)
    guest_links.use(link=link.link, today=today, at=at)
    return keep(
        link.version,
        {
            "full_name": link.signs_as,
            "signed_off_on": today,
            "note": note,
            "document_names": named,
            "capacity": capacity.strip() if named else "",
        },
        by=None,
        today=today,
        at=at,
    )


@transaction.atomic
def enter_signed_page(
    *,
    imr: IndividualManagementReview,
    signed_by: str,
    signed_on: date,
    page: Document,
    today: date,
    by: Actor,
    at: datetime,
) -> ImrSignOff:
    """
    Enter that somebody senior signed on paper, from the page that they signed.

    Raises Refused for anybody but the author, for the author’s own name, or an impossible day.
    """
    imr = held(imr)
    rules.check_can_ask_for_signature(by, imr)
    rules.check_is_not_author(imr, name=signed_by, field="signed_by")
    check_signed_off_on(imr, signed_on, "", field="signed_on", today=today)
    version = waiting_version(imr, today=today, by=by, at=at)
    provenance = {
        "received_via": Route.POST,
        "on_behalf_of": signed_by,
        "given_on": signed_on,
        "original": page,
    }
    named = rules.named_instead(front_sheet_of(version), name=signed_by)
    said = {
        "full_name": signed_by,
        "signed_off_on": signed_on,
        "document_names": named,
        **provenance,
    }
    return keep(version, said, by=by, today=today, at=at)


def waiting_version(
    imr: IndividualManagementReview, *, today: date, by: Actor, at: datetime
) -> ImrVersion:
    """Return the version that waits for sign-off; the draft is put to it where none does."""
    latest = imr.latest
    if latest and latest.waits_for_sign_off:
        return latest
    return imr_sign_off.ask_for_sign_off(imr=imr, today=today, by=by, at=at)


def keep(
    version: ImrVersion, said: Mapping[str, Any], *, by: Actor | None, today: date, at: datetime
) -> ImrSignOff:
    """Keep a sign-off, and put the version before the panel."""
    imr, person = version.imr, person_behind(by) if by else None
    made = ImrSignOff.objects.create(
        version=version, sha256=version.sha256, recorded_at=at, recorded_by=person, **said
    )
    if imr.state == ImrState.DRAFT:
        move(imr, ImrState.AGENCY_SIGNED_OFF)
    record("imr.signed_off", version, by=by, at=at)
    version.received_on = today
    version.save(update_fields=["received_on"])
    is_first = imr.state == ImrState.AGENCY_SIGNED_OFF
    move(imr, ImrState.RECEIVED if is_first else ImrState.RESUBMITTED)
    record("imr.received", version, by=by, at=at)
    readers = addresses_in_review(imr.involvement.review, Permission.IMR_READ_SIGNED, today=today)
    for address in readers:
        path = reverse("evidence:imr", args=[imr.involvement.review.reference, imr.involvement_id])
        post.send(
            "imr_received",
            to=address,
            review_ref=imr.involvement.review.reference,
            path=path,
            by=person,
            at=at,
        )
    return made


def record(event: str, version: ImrVersion, *, by: Actor | None, at: datetime) -> None:
    """Add to the trail; by nobody in particular where a link was followed."""
    imr = version.imr
    trail.record(
        event,
        by=person_behind(by) if by else ActorKind.SIGNED_OUT,
        at=at,
        review_ref=imr.involvement.review.reference,
        involvement_id=imr.involvement_id,
        imr_id=imr.pk,
        version=version.number,
        sha256=version.sha256,
    )
