"""Submit a chronology, give it back, sign it off, release it, take the release back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from chronologies import rules
from chronologies.cycle import SubmissionState
from chronologies.models import ChronologySignOff, ChronologySubmission
from chronologies.operations.submissions import held, move, note, tell
from evidence.queries.people import addresses_at_agency, addresses_in_review
from reviews.access import Permission


@transaction.atomic
def submit(
    *, submission: ChronologySubmission, today: date, by: Actor, at: datetime
) -> ChronologySubmission:
    """
    Submit a chronology to the review: the agency's senior people are asked to sign it off.

    Raises Refused without the right, or while rows are undecided, saying which.
    """
    submission = held(submission)
    rules.check_can_submit(by, submission)
    move(submission, SubmissionState.SUBMITTED)
    submission.submitted_at, submission.submitted_by = at, person_behind(by)
    submission.given_back_note = ""
    submission.save()
    note("chronology.submitted", submission, by=by, at=at)
    seniors = addresses_at_agency(submission.involvement, Permission.IMR_SIGN_OFF, today=today)
    tell("chronology_to_sign_off", seniors, submission, page="sign-off", by=by, at=at)
    return submission


@transaction.atomic
def give_back(
    *, submission: ChronologySubmission, reason: str = "", today: date, by: Actor, at: datetime
) -> None:
    """
    Open a submitted chronology again: the senior person asks for changes, or its sender takes
    it back without a word.

    Raises Refused without the right, once it is signed off, or for want of a reason.
    """
    submission = held(submission)
    rules.check_can_give_back(by, submission, reason)
    move(submission, SubmissionState.READ)
    submission.submitted_at = submission.submitted_by = None
    submission.given_back_note = reason.strip()
    submission.save()
    note("chronology.given_back", submission, by=by, at=at)
    if submission.given_back_note:
        authors = addresses_at_agency(
            submission.involvement, Permission.CHRONOLOGY_SUBMIT, today=today
        )
        tell("chronology_given_back", authors, submission, page="submission", by=by, at=at)


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Who signs off, on which day, and what they add."""

    full_name: str
    signed_off_on: date
    note: str = ""


@transaction.atomic
def sign_off(
    *,
    submission: ChronologySubmission,
    signature: Signature,
    provenance: Mapping[str, Any] | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> ChronologySignOff:
    """
    Sign a chronology off for the agency. The chair is told that it waits for release.

    provenance: the fields of `documents.models.Provenance`; nothing where somebody senior signs
    off in person.

    Raises Refused without the right, for whoever submitted it, or for an impossible day.
    """
    submission = held(submission)
    in_person = not provenance
    rules.check_can_sign_off(
        by, submission, name=signature.full_name, is_entered_for_them=not in_person
    )
    rules.check_signed_off_on(submission, signature.signed_off_on, today=today)
    made = ChronologySignOff.objects.create(
        submission=submission,
        signed_by=person_behind(by) if in_person else None,
        full_name=signature.full_name,
        signed_off_on=signature.signed_off_on,
        note=signature.note,
        recorded_at=at,
        recorded_by=person_behind(by),
        **(provenance or {}),
    )
    move(submission, SubmissionState.SIGNED_OFF)
    submission.save()
    note("chronology.signed_off", submission, by=by, at=at)
    chairs = addresses_in_review(
        submission.involvement.review, Permission.CHRONOLOGY_RELEASE, today=today
    )
    tell("chronology_to_release", chairs, submission, page="submission", by=by, at=at)
    return made


@transaction.atomic
def release(*, submission: ChronologySubmission, today: date, by: Actor, at: datetime) -> None:
    """
    Let the panel and the other agencies' authors read a chronology in the composite.

    It takes the place of what the agency had released before. Raises Refused without the right,
    before sign-off, or behind a later one.
    """
    submission = held(submission)
    rules.check_can_release(by, submission)
    move(submission, SubmissionState.RELEASED)
    submission.released_at, submission.released_by = at, person_behind(by)
    submission.taken_back_at = submission.taken_back_by = None
    submission.taken_back_because = ""
    submission.save()
    note("chronology.released", submission, by=by, at=at)
    authors = addresses_at_agency(submission.involvement, Permission.CHRONOLOGY_SUBMIT, today=today)
    tell("chronology_released", authors, submission, page="submission", by=by, at=at)


@transaction.atomic
def take_back(*, submission: ChronologySubmission, reason: str, by: Actor, at: datetime) -> None:
    """
    Take a release back: from now on the panel no longer reads it.

    Raises Refused without the right or a reason.
    """
    submission = held(submission)
    rules.check_can_take_back(by, submission, reason)
    move(submission, SubmissionState.SIGNED_OFF)
    submission.released_at = submission.released_by = None
    submission.taken_back_at, submission.taken_back_by = at, person_behind(by)
    submission.taken_back_because = reason.strip()
    submission.save()
    note("chronology.release_taken_back", submission, by=by, at=at)
