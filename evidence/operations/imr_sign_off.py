"""Ask for senior sign-off, give a version back, sign it off, send it to the panel."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from evidence.cycle import ImrState
from evidence.models import ImrSignOff, ImrVersion, IndividualManagementReview
from evidence.operations.imrs import held, move, note, tell
from evidence.queries.enquiries import fetch_content, lines_of
from evidence.queries.imr_seal import sha256_of
from evidence.queries.people import addresses_at_agency, addresses_in_review
from evidence.rules import imr_decisions as rules
from evidence.rules import imr_writing
from evidence.rules.completeness import check_is_complete
from reviews.access import Permission, Refused
from reviews.rules import is_before_this_system


@transaction.atomic
def ask_for_sign_off(
    *, imr: IndividualManagementReview, today: date, by: Actor, at: datetime
) -> ImrVersion:
    """
    Freeze the draft and put it to the agency's senior people by email.

    Raises Refused for somebody who does not write it, or while something is missing.
    """
    imr = held(imr)
    imr_writing.check_can_write(by, imr)
    version = imr.draft
    if version is None:
        raise Refused("Nothing is written yet.")
    complete(imr, version)
    freeze(version, by=by, at=at)
    note("imr.sign_off_asked", imr, by=by, at=at, version=version.number, sha256=version.sha256)
    seniors = addresses_at_agency(imr.involvement, Permission.IMR_SIGN_OFF, today=today)
    tell("imr_to_sign_off", seniors, imr, page="author-task", by=by, at=at)
    return version


@transaction.atomic
def give_back(
    *, version: ImrVersion, note_to_author: str = "", today: date, by: Actor, at: datetime
) -> None:
    """
    Open a frozen version again: the senior person asks for changes, or the author takes it back.

    Raises Refused without the right, once it is signed off, or for a senior person who does not
    say what is to be changed.
    """
    imr = held(version.imr)
    version = imr.versions.get(pk=version.pk)
    rules.check_can_give_back(by, version, note_to_author)
    version.submitted_at = version.submitted_by = None
    version.sha256, version.given_back_note = "", note_to_author.strip()
    version.save(update_fields=["submitted_at", "submitted_by", "sha256", "given_back_note"])
    note("imr.given_back", imr, by=by, at=at, version=version.number)
    if note_to_author.strip():
        authors = addresses_at_agency(imr.involvement, Permission.IMR_WRITE, today=today)
        tell("imr_given_back", authors, imr, page="author-task", by=by, at=at)


@dataclass(frozen=True, kw_only=True)
class Signature:
    """
    Who signs off, on which day, and what they add.

    received_on: the day it reached the panel; None keeps it back for now.
    """

    full_name: str
    signed_off_on: date
    received_on: date | None
    note: str = ""
    unusual_reason: str = ""


@transaction.atomic
def sign_off(
    *,
    version: ImrVersion,
    signature: Signature,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> ImrSignOff:
    """
    Sign a version off for the agency, and send it to the panel unless it is kept back.

    provenance: the fields of `documents.models.Provenance`; empty where somebody senior signs
    off in person.

    Raises Refused without the right, for the author, for a version that was not put to them, or
    for an impossible day.
    """
    imr = held(version.imr)
    version = imr.versions.get(pk=version.pk)
    in_person = not provenance
    rules.check_can_sign_off(
        by, version, name=signature.full_name, is_entered_for_them=not in_person
    )
    rules.check_signed_off_on(
        imr,
        signature.signed_off_on,
        signature.unusual_reason,
        field="signed_off_on" if in_person else "given_on",
        today=today,
    )
    if not version.is_frozen:
        complete(imr, version)
        freeze(version, by=by, at=at)
    made = ImrSignOff.objects.create(
        version=version,
        signed_by=person_behind(by) if in_person else None,
        full_name=signature.full_name,
        signed_off_on=signature.signed_off_on,
        note=signature.note,
        unusual_reason=signature.unusual_reason,
        sha256=version.sha256,
        recorded_at=at,
        recorded_by=person_behind(by),
        **provenance,
    )
    if imr.state == ImrState.DRAFT:
        move(imr, ImrState.AGENCY_SIGNED_OFF)
    note("imr.signed_off", imr, by=by, at=at, version=version.number, sha256=version.sha256)
    if signature.received_on:
        hand_over(imr, version, signature.received_on, today=today, by=by, at=at)
    return made


@transaction.atomic
def send(*, version: ImrVersion, received_on: date, today: date, by: Actor, at: datetime) -> None:
    """
    Send a version to the panel that was signed off and kept back.

    Raises Refused without the right, where it has been sent, or for an impossible day.
    """
    imr = held(version.imr)
    hand_over(imr, imr.versions.get(pk=version.pk), received_on, today=today, by=by, at=at)


def hand_over(
    imr: IndividualManagementReview,
    version: ImrVersion,
    received_on: date,
    *,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    rules.check_can_send(by, version, received_on, today=today)
    version.received_on = received_on
    version.save(update_fields=["received_on"])
    is_first = imr.state == ImrState.AGENCY_SIGNED_OFF
    move(imr, ImrState.RECEIVED if is_first else ImrState.RESUBMITTED)
    note("imr.received", imr, by=by, at=at, version=version.number)
    review = imr.involvement.review
    if not is_before_this_system(review, received_on):
        readers = addresses_in_review(review, Permission.IMR_READ_SIGNED, today=today)
        tell("imr_received", readers, imr, page="imr", by=by, at=at)


def complete(imr: IndividualManagementReview, version: ImrVersion) -> None:
    """Raise Refused while something is missing."""
    fetch_content(version)
    check_is_complete(imr, version, lines_of(imr.involvement.review))


def freeze(version: ImrVersion, *, by: Actor, at: datetime) -> None:
    version.submitted_at, version.submitted_by = at, person_behind(by)
    version.sha256, version.given_back_note = sha256_of(version), ""
    version.save(update_fields=["submitted_at", "submitted_by", "sha256", "given_back_note"])
