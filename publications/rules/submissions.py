from datetime import date

from django.db.models import Count, Q
from django.utils.timezone import localdate

from agencies.models import Actor
from documents.kinds import DocumentKind
from documents.models import Document
from publications.models import NEEDED, ItemKind, QaSubmission
from publications.rules.checking import check_gives_nobody_away
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review

# What the check of identifiers can read. An email is text as well, and is none of these
READABLE = frozenset({DocumentKind.DOCX, DocumentKind.PDF, DocumentKind.TXT})
EMAILS = (".eml", ".msg")


def check_can_make(actor: Actor, review: Review) -> None:
    """Refuse a pack to somebody who does not put it together, or after the review ended."""
    access.require(actor, Permission.SUBMISSION_MAKE, on=review)
    rules.check_is_open(review)


def check_can_record(actor: Actor, review: Review) -> None:
    """Refuse the Home Office's words to somebody who does not record or answer them."""
    access.require(actor, Permission.QA_WRITE, on=review)
    rules.check_is_open(review)


def check_can_change(actor: Actor, submission: QaSubmission) -> None:
    """
    Refuse changes as `check_can_make` does, and any change to a pack that was sent.

    Holds the pack until the transaction ends, so that changing and sending cannot cross.
    """
    check_can_make(actor, submission.review)
    held = QaSubmission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    if held.is_submitted:
        raise Refused("This pack was sent and does not change. Put the next round together.")


def check_can_be_checked(document: Document) -> None:
    """Refuse a file that the check of identifiers cannot read: nobody could certify the pack."""
    is_email = document.original_name.lower().endswith(EMAILS)
    if is_email or document.kind not in READABLE:
        raise Refused(
            "Choose a Word document, a PDF or a text: others cannot be checked for names. An "
            "email or a picture can be saved or printed as a PDF",
            field="file",
        )


def check_title(review: Review, title: str) -> None:
    """Refuse the title of a file with a name or a telling day: it goes out with the pack."""
    check_gives_nobody_away(review, {"What it is called": title}, field="title")


def check_is_new(submission: QaSubmission, kind: str, document: Document) -> None:
    """Refuse a second file of a kind that a pack has once, and the same file of a kind twice."""
    if kind != ItemKind.OTHER and submission.items.filter(kind=kind).exists():
        raise Refused(
            f"The pack has this already: {ItemKind(kind).label.lower()}. Take it out first",
            field="kind",
        )
    same = submission.items.filter(kind=kind, document__sha256=document.sha256).first()
    if same:
        raise Refused(f"This very file is in the pack already: “{same.title}”", field="file")


def missing_from(submission: QaSubmission) -> list[ItemKind]:
    """Return what the Home Office needs and the pack does not hold."""
    there = {item.kind for item in submission.items.all()}
    return [kind for kind in NEEDED if kind not in there]


def left_open(review: Review, submission: QaSubmission | None = None) -> str:
    """
    Say how many points of the last letter before a round are not answered; nothing where all are.
    One query.

    submission: None for a round that is to come.
    """
    replied = review.qa_submissions.filter(letter__isnull=False)
    if submission:
        replied = replied.filter(round__lt=submission.round)
    answered_points = Count("points", filter=Q(points__answers__isnull=False), distinct=True)
    counted = replied.annotate(asked=Count("points", distinct=True), answered=answered_points)
    rows = counted.order_by("-round").values_list("asked", "answered")
    asked, answered = rows.first() or (0, 0)
    left = asked - answered
    are = "is" if left == 1 else "are"
    return f"{left} of {asked} points of the last letter {are} not answered." if left else ""


def check_points_are_looked_at(submission: QaSubmission, *, are_looked_at: bool) -> None:
    """
    Refuse to send a round while points of the letter before are not answered, unless whoever sends
    it has seen that.

    Source: the points of a letter are answered one by one (domain, step REVISING); a remark and
    no bar, since the partnership says what it sends.
    """
    if are_looked_at:
        return
    if words := left_open(submission.review, submission):
        raise Refused(
            f"{words} Answer them, or tick that the round is sent as it is",
            field="points_looked_at",
        )


def check_day_of_sending(
    submission: QaSubmission, submitted_on: date, reason: str, *, today: date
) -> None:
    """
    Refuse an impossible day, an empty pack, an unusual day without a reason, and a reason that
    names somebody: all who read the Home Office's letter read it.
    """
    called = "The day it was sent"
    review = submission.review
    if not submission.items.exists():
        raise Refused("The pack is empty. Put in what was sent.")
    rules.check_possible_on(submitted_on, field="submitted_on", called=called, today=today)
    rules.check_after_death(review, submitted_on, field="submitted_on", called=called)
    rules.check_reason_for_unusual(review, submitted_on, reason, field="reason")
    said, labels = {"reason": reason}, {"reason": "Anything unusual about the day"}
    rules.check_names_nobody(review, said, called=labels)


def was_sent_before_this_system(review: Review, submitted_on: date) -> bool:
    """Test whether a pack left before its review was recorded here, so that nothing can stop it."""
    return submitted_on < localdate(review.recorded_at)


def check_is_sent(submission: QaSubmission) -> None:
    """Refuse what the Home Office can only say about a pack it was sent."""
    if not submission.is_submitted:
        raise Refused("Record first that this round was sent.")


def check_not_before_sending(
    submission: QaSubmission, day: date | None, *, field: str, called: str, today: date
) -> None:
    """Refuse a day in the future, or before the pack was sent."""
    rules.check_possible_on(day, field=field, called=called, today=today)
    if day and submission.submitted_on and day < submission.submitted_on:
        sent = submission.submitted_on
        raise Refused(
            f"{called} must be on or after the day it was sent, {sent.day} {sent:%B %Y}",
            field=field,
        )
