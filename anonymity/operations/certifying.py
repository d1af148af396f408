"""Certify that papers may leave the panel, and hold everything to it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from agencies.models import Actor, User, person_behind
from anonymity import rules
from anonymity.models import Certificate, Destination, IdentifierCheck, Signature
from anonymity.operations.record import record
from anonymity.queries.certificates import (
    File,
    is_current,
    known_now,
    overrides_of,
    papers_are_the_same,
    why_not,
)
from anonymity.queries.findings import findings_of
from anonymity.queries.subjects import subject_of
from reviews.access import Refused
from reviews.models import Review

CHANGED = "Something changed since it was checked. Check it anew, then certify that."


@transaction.atomic
def certify(*, check: IdentifierCheck, destination: str, by: Actor, at: datetime) -> Certificate:
    """
    Begin a certificate for what was checked, with one's own signature.

    Raises Refused without the right, while a finding is undecided, to whoever let one stand,
    where the papers or the register changed since, or where they do not go there.
    """
    held = IdentifierCheck.objects.select_for_update(of=("self",)).get(pk=check.pk)
    findings = findings_of(held)
    deciders = {one.decided_by_id for one in findings.decisions}
    person = rules.check_can_certify(by, held, left=findings.left, deciders=deciders)
    subject = subject_of(held.review, held.subject, held.number)
    goes = rules.check_destination(destination, subject.destinations if subject else ())
    if held.known_sha256 != known_now(held.review) or not papers_are_the_same(held):
        raise Refused(CHANGED)
    begun = held.certificates.not_withdrawn().filter(destination=goes).first()
    if begun:
        return sign(certificate=begun, by=person, at=at)
    certificate = held.certificates.create(
        review=held.review,
        destination=goes,
        title=held.title,
        files=held.files,
        rule_set=held.rule_set,
        known_sha256=held.known_sha256,
        overrides=sorted(one.pk for one in findings.decisions),
        wanted=goes.signatures,
        begun_at=at,
    )
    return add_signature(certificate, by=person, at=at)


@transaction.atomic
def sign(*, certificate: Certificate, by: Actor, at: datetime) -> Certificate:
    """Sign as the second person. Raises Refused as `certify` does, and for who signed already."""
    held = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    deciders = {one.decided_by_id for one in overrides_of(held)}
    person = rules.check_can_sign(by, held, is_current=is_current(held), deciders=deciders)
    return add_signature(held, by=person, at=at)


def add_signature(certificate: Certificate, *, by: User, at: datetime) -> Certificate:
    Signature.objects.create(certificate=certificate, signed_at=at, signed_by=by)
    record(
        "anonymity.certified",
        certificate.review,
        by=by,
        at=at,
        certificate_id=certificate.pk,
        destination=certificate.destination,
    )
    return certificate


@transaction.atomic
def withdraw(*, certificate: Certificate, reason: str, by: Actor, at: datetime) -> None:
    """Take a certificate back: nothing leaves by it any more. Raises Refused as the rules say."""
    held = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    rules.check_can_withdraw(by, held, reason)
    held.withdrawn_at, held.withdrawn_by = at, person_behind(by)
    held.withdrawn_because = reason.strip()
    held.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    record("anonymity.withdrawn", held.review, by=by, at=at, certificate_id=held.pk)


def check_may_leave(review: Review, destination: Destination, files: Sequence[File]) -> None:
    """Refuse files for which no certificate holds there: the gate of everything that leaves."""
    if reason := why_not(review, destination, files):
        raise Refused(reason)
