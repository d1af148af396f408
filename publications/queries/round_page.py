"""How far quality assurance is, in words, and what is next for this reader."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse

from agencies.models import User
from pages.parts import Blocker
from pages.templatetags.dates import date_long
from publications.models import QaSubmission
from reports.access import sees_unreleased
from reviews import access
from reviews.access import Permission
from reviews.models import NoticeKind, Review


@dataclass(frozen=True)
class Next:
    """One thing to do next, as a button."""

    words: str
    href: str


def home_page_of(review: Review, reader: User, *, today: date) -> dict[str, object]:
    """Return what the page of quality assurance shows this reader."""
    makes = access.has(reader, Permission.SUBMISSION_MAKE, on=review)
    rounds = review.qa_submissions.whole() if makes else review.qa_submissions.whole().submitted()
    answered = Q(points__answers__isnull=False)
    counted = list(
        rounds.annotate(
            asked=Count("points", distinct=True),
            settled=Count("points", filter=answered, distinct=True),
        ).order_by("-round")
    )
    latest = counted[0] if counted else None
    return {
        "rounds": counted,
        "standing": standing_of(latest, today=today),
        "next": steps_from(latest, reader) if latest else first_step(review, reader),
        "letters": letters_shared(review) if any(one.letter_given for one in counted) else [],
        "may_rehearse": access.has(reader, Permission.DRAFT_READ, on=review)
        and sees_unreleased(reader, review),
        "may_tell": access.has(reader, Permission.DECISION_RECORD, on=review),
    }


def standing_of(latest: QaSubmission | None, *, today: date) -> str:
    """Say in one sentence how far the last round is."""
    if latest is None:
        return "Nothing has been sent to the Home Office."
    if latest.letter_given:
        letter = latest.letter_given
        return (
            f"The letter of {date_long(letter.letter_on)} says of round {latest.round}: "
            f"{letter.get_outcome_display().lower()}."
        )
    if latest.receipt_given:
        receipt = latest.receipt_given
        said = (
            f"The Home Office has had round {latest.round} since {date_long(receipt.received_on)}"
        )
        if receipt.board_on:
            meets = "met" if receipt.board_is_past(today) else "meets"
            return f"{said}. Its board {meets} on {date_long(receipt.board_on)}."
        return f"{said}. The day of its board is not known yet."
    if latest.is_submitted:
        return f"Round {latest.round} was sent on {date_long(latest.submitted_on)}."
    return f"Round {latest.round} is being put together. Nobody else sees it yet."


def first_step(review: Review, reader: User) -> list[Next]:
    if not access.has(reader, Permission.SUBMISSION_MAKE, on=review):
        return []
    path = reverse("publications:put-together", args=[review.reference])
    return [Next("Put the first round together", path)]


def steps_from(latest: QaSubmission, reader: User) -> list[Next]:
    """Return what this reader can do next, from the page of all rounds."""
    asked, settled = vars(latest)["asked"], vars(latest)["settled"]
    found = what_next(latest, reader, has_points=bool(asked))
    if settled < asked and access.has(reader, Permission.QA_WRITE, on=latest.review):
        return [Next("Answer its points", latest.get_absolute_url()), *found]
    return found


def what_next(latest: QaSubmission, reader: User, *, has_points: bool) -> list[Next]:
    """Return what this reader can do next with a round."""
    review = latest.review
    makes = access.has(reader, Permission.SUBMISSION_MAKE, on=review)
    records = access.has(reader, Permission.QA_WRITE, on=review)
    if not latest.is_submitted:
        return [step(latest, "submit", "Record that it was sent")] if makes else []
    if latest.letter_given is None:
        return before_the_letter(latest) if records else []
    return after_the_letter(latest, makes=makes, records=records and not has_points)


def before_the_letter(latest: QaSubmission) -> list[Next]:
    if latest.receipt_given is None:
        return [
            step(latest, "record-receipt", "Record that the Home Office has it"),
            step(latest, "record-letter", "Record its letter"),
        ]
    return [
        step(latest, "record-letter", "Record the letter"),
        step(latest, "record-receipt", "Change receipt and board"),
    ]


def after_the_letter(latest: QaSubmission, *, makes: bool, records: bool) -> list[Next]:
    letter, review = latest.letter_given, latest.review
    found = []
    if records and letter and letter.asks_for_changes:
        found.append(step(latest, "enter-points", "Enter its points"))
    newest = not QaSubmission.objects.filter(review=review, round__gt=latest.round).exists()
    if makes and newest and letter and letter.asks_for_changes:
        path = reverse("publications:put-together", args=[review.reference])
        found.append(Next("Put the next round together", path))
    return found


def step(latest: QaSubmission, name: str, words: str) -> Next:
    where = [latest.review.reference, latest.round]
    return Next(words, reverse(f"publications:{name}", args=where))


# Whom the letter was shared with, in writing

SHARED = {
    NoticeKind.QA_LETTER_FAMILY: "the family",
    NoticeKind.QA_LETTER_PANEL: "the panel and its chair",
}


def letters_shared(review: Review) -> list[Blocker]:
    """Say for each who is to have the letter whether that is recorded."""
    kinds = list(SHARED)
    told = dict(review.notices.filter(kind__in=kinds).values_list("kind", "sent_on"))
    path = reverse("reviews:record-notice", args=[review.reference])
    return [
        Blocker(f"Shared with {whom} on {date_long(told[kind])}.")
        if kind in told
        else Blocker(f"Not recorded as shared with {whom}.", path)
        for kind, whom in SHARED.items()
    ]
