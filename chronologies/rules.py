"""Who may read a chronology, change it, sign it off and release it, and when."""

from datetime import date

from django.db.models import Q

from agencies.models import Actor, User
from chronologies.cycle import CYCLE, SubmissionState
from chronologies.models import ChronologyEntry, ChronologyRow, ChronologySubmission, Outcome
from panels.rules.independence import check_may_judge
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement, InvolvementGrant, Review
from reviews.state_machine import TransitionRefused

NOT_WAITING = "This chronology does not wait for sign-off."

# Who may read


def check_can_read_submission(actor: Actor, submission: ChronologySubmission) -> None:
    """
    Refuse unless this person may read an agency's file as it was sent.

    Its own people always may, and so may those who read before they release: the chair, the
    secretary and the CSP officer. Source: permission matrix, row "Agency raw chronology".
    """
    access.require(actor, Permission.CHRONOLOGY_READ_RAW, on=submission.involvement)


def check_can_read_entry(actor: Actor, entry: ChronologyEntry) -> None:
    """
    Refuse unless this person may read an entry today.

    Whoever may read the agency's file may. Anyone else needs the composite chronology, and the
    chair must have released this agency's part of it. Source: permission matrix, row "Composite
    chronology".
    """
    submission = entry.submission
    if access.has(actor, Permission.CHRONOLOGY_READ_RAW, on=submission.involvement):
        return
    check_can_read_composite(actor, submission.involvement.review)
    if not submission.is_released:
        raise Refused("The chair has not released this agency’s chronology.")


def check_can_read_composite(actor: Actor, review: Review) -> None:
    """Refuse unless somebody reads the composite in the whole review, or as an agency's author."""
    is_permitted = access.has(actor, Permission.CHRONOLOGY_READ_COMPOSITE, on=review)
    if is_permitted or (isinstance(actor, User) and _reads_as_author(actor, review)):
        return
    access.require(actor, Permission.CHRONOLOGY_READ_COMPOSITE, on=review)


def _reads_as_author(user: User, review: Review) -> bool:
    held = InvolvementGrant.objects.held_by(user, Permission.CHRONOLOGY_READ_COMPOSITE)
    return held.filter(content_object__review=review).exists()


# Who may change


def check_can_send(actor: Actor, involvement: AgencyInvolvement) -> None:
    """Refuse a file from somebody who does not send for this agency, or after the end."""
    access.require(actor, Permission.CHRONOLOGY_SUBMIT, on=involvement)
    rules.check_is_open(involvement.review)


def check_can_work_on(actor: Actor, submission: ChronologySubmission) -> None:
    """
    Refuse to change a file without the right, or once it is submitted.

    What the agency's own people sent is theirs to mend; what was entered for them is the
    officer's, too.
    """
    check_can_send(actor, submission.involvement)
    if not submission.is_open:
        raise Refused("This can be changed only between its reading and its submission.")
    if isinstance(actor, User) and _is_outsider(actor, submission):
        raise Refused("The agency sent this itself. Only its own people can change it.")


def _is_outsider(actor: User, submission: ChronologySubmission) -> bool:
    """Test whether the agency's own people sent this, and the actor is none of them."""
    if access.has_own(actor, Permission.CHRONOLOGY_SUBMIT, on=submission.involvement):
        return False
    is_entered = submission.is_on_behalf or submission.received_by_id in (None, actor.pk)
    return not is_entered


def check_can_choose_columns(actor: Actor, submission: ChronologySubmission) -> None:
    """Refuse to read a file anew once somebody has mended its rows: their words would be lost."""
    check_can_work_on(actor, submission)
    touched = Q(mended_at__isnull=False) | Q(set_aside_at__isnull=False)
    if submission.rows.filter(touched).exists():
        raise Refused(
            "Rows of this file are mended already. To choose other columns, save the file once "
            "more and send it again."
        )


def check_can_mend(actor: Actor, row: ChronologyRow) -> None:
    """Refuse to mend a row that was taken in as it stands: its words are evidence."""
    check_can_work_on(actor, row.submission)
    is_mended = row.outcome == Outcome.ENTRY and bool(row.mended)
    if row.outcome != Outcome.REJECTED and not is_mended:
        raise Refused("This row needs no mending.")


def check_can_set_aside(actor: Actor, row: ChronologyRow, reason: str) -> None:
    """Refuse to set a row aside that is not rejected, or without a reason."""
    check_can_work_on(actor, row.submission)
    if row.outcome != Outcome.REJECTED:
        raise Refused("Only a row that cannot be taken in can be set aside.")
    if not reason.strip():
        raise Refused("Say why this row is set aside", field="reason")


def check_can_bring_back(actor: Actor, row: ChronologyRow) -> None:
    check_can_work_on(actor, row.submission)
    if row.outcome != Outcome.SET_ASIDE:
        raise Refused("This row is not set aside.")


def check_can_give_date(actor: Actor, entry: ChronologyEntry) -> None:
    """Refuse a date for an entry whose file has one."""
    check_can_work_on(actor, entry.submission)
    if not entry.is_undated and not entry.date_given:
        raise Refused("The file gives a date for this entry. It stays as it is.")


# Moving on


def check_move(submission: ChronologySubmission, to: SubmissionState) -> None:
    """Refuse a move that the cycle does not have."""
    try:
        CYCLE.find(submission.state, to)
    except TransitionRefused as refusal:
        raise Refused(str(refusal)) from refusal


def check_can_submit(actor: Actor, submission: ChronologySubmission) -> None:
    """Refuse to submit while rows are undecided, or when a later file was sent."""
    check_can_work_on(actor, submission)
    check_move(submission, SubmissionState.SUBMITTED)
    if submission.rows_rejected:
        undecided = [row.place for row in submission.rows.rejected()[:4]]
        places = "; ".join(undecided[:3]) + ("; and others" if len(undecided) > 3 else "")
        raise Refused(f"Mend these rows or set them aside first: {places}.")
    if not submission.rows_imported:
        raise Refused("No row of this file is an entry. There is nothing to submit.")
    later = submission.involvement.chronologies.filter(number__gt=submission.number)
    newer = later.exclude(state=SubmissionState.UNREADABLE).order_by("number").last()
    if newer:
        raise Refused(f"A later file was sent: submission {newer.number}. Submit that one.")


def check_can_give_back(actor: Actor, submission: ChronologySubmission, note: str) -> None:
    """Refuse to open a submitted file again; a senior person says what is to be changed."""
    rules.check_is_open(submission.involvement.review)
    if not submission.waits_for_sign_off:
        raise Refused(NOT_WAITING)
    if is_submitter(actor, submission):
        return
    access.require(actor, Permission.IMR_SIGN_OFF, on=submission.involvement)
    if not note.strip():
        raise Refused("Say what is to be changed", field="note")


def is_submitter(actor: Actor, submission: ChronologySubmission) -> bool:
    return isinstance(actor, User) and submission.submitted_by_id == actor.pk


def check_can_sign_off(
    actor: Actor, submission: ChronologySubmission, *, name: str, is_entered_for_them: bool
) -> None:
    """Refuse a sign-off without the right, of what is not submitted, or by who submitted it."""
    rules.check_is_open(submission.involvement.review)
    if is_entered_for_them:
        access.require(actor, Permission.IMR_SIGN_OFF, on=submission.involvement.review)
        rules.check_is_of_no_own_team(actor, submission.involvement, Permission.IMR_SIGN_OFF)
    else:
        access.require_own(actor, Permission.IMR_SIGN_OFF, on=submission.involvement)
    if not submission.waits_for_sign_off:
        raise Refused(NOT_WAITING)
    field = "on_behalf_of" if is_entered_for_them else ""
    own_name = is_entered_for_them and _begins_with(name, sender_of(submission))
    if own_name or (not is_entered_for_them and is_submitter(actor, submission)):
        raise Refused(
            "Whoever submits a chronology cannot sign it off. Somebody senior does.", field=field
        )


def check_can_sign_off_somehow(actor: Actor, submission: ChronologySubmission) -> None:
    """Refuse the page for signing off to who can neither sign off nor enter a sign-off."""
    is_own = access.has_own(actor, Permission.IMR_SIGN_OFF, on=submission.involvement)
    check_can_sign_off(actor, submission, name="", is_entered_for_them=not is_own)


def sender_of(submission: ChronologySubmission) -> str:
    """Return the name of whoever the file comes from."""
    if submission.is_on_behalf:
        return submission.on_behalf_of or ""
    return submission.submitted_by.full_name if submission.submitted_by else ""


def _begins_with(name: str, other: str) -> bool:
    """Test whether two names, perhaps with a post behind a comma, are one."""
    return bool(other) and _words(name) == _words(other)


def _words(name: str) -> list[str]:
    return name.partition(",")[0].casefold().split()


def check_signed_off_on(submission: ChronologySubmission, day: date, *, today: date) -> None:
    """Refuse a day on which nobody can have signed it off."""
    rules.check_possible_on(day, field="given_on", called="The sign-off", today=today)
    rules.check_after_death(
        submission.involvement.review, day, field="given_on", called="The sign-off"
    )


def check_can_release(actor: Actor, submission: ChronologySubmission) -> None:
    """Refuse to release without the right, unsigned, or behind a later one."""
    access.require(actor, Permission.CHRONOLOGY_RELEASE, on=submission.involvement.review)
    rules.check_is_open(submission.involvement.review)
    check_move(submission, SubmissionState.RELEASED)
    rules.check_is_of_no_own_team(actor, submission.involvement, Permission.CHRONOLOGY_RELEASE)
    check_may_judge(actor, submission.involvement.review)
    later = submission.involvement.chronologies.filter(
        number__gt=submission.number, state=SubmissionState.RELEASED
    ).first()
    if later:
        raise Refused(f"{later.name} of this agency is later, and released already.")


def check_can_take_back(actor: Actor, submission: ChronologySubmission, reason: str) -> None:
    """Refuse to take a release back without the right or a reason."""
    access.require(actor, Permission.CHRONOLOGY_RELEASE, on=submission.involvement.review)
    rules.check_is_open(submission.involvement.review)
    if not submission.is_released:
        raise Refused("This chronology is not released.")
    if not reason.strip():
        raise Refused("Say why the release is taken back", field="reason")
