"""Rules for findings, learning points and recommendations."""

from collections.abc import Iterable
from datetime import date

from actionplans.access import writes_thread
from actionplans.models import (
    WITH_REASON,
    AnswerKind,
    Finding,
    LearningPoint,
    Recommendation,
)
from agencies.models import Actor
from chronologies.models import ChronologyEntry
from evidence.models import ImrPoint
from panels.models import KeyLineOfEnquiry
from reviews import rules
from reviews.access import Refused
from reviews.models import AgencyInvolvement, Review


def check_can_write(actor: Actor, review: Review) -> None:
    """Refuse changes by somebody who does not word the thread, or after the review ended."""
    if not writes_thread(actor, review):
        raise Refused("Your role in this review does not let you: write what it recommends.")
    rules.check_is_open(review)


def check_enquiry(review: Review, enquiry: KeyLineOfEnquiry | None) -> None:
    """Refuse a line of enquiry of another review, or one that is not agreed."""
    if enquiry and (enquiry.terms.review_id != review.pk or not enquiry.terms.is_agreed):
        raise Refused("Choose a line of enquiry that is agreed", field="enquiry")


def check_entry(review: Review, entry: ChronologyEntry) -> None:
    """Refuse an entry of another review, or of a chronology that is not released."""
    submission = entry.submission
    if submission.involvement.review_id != review.pk or not submission.is_released:
        raise Refused("Choose entries of released chronologies of this review")


def check_point(review: Review, point: ImrPoint) -> None:
    """Refuse a line of another review, or of a report that the panel has not accepted."""
    accepted = ImrPoint.objects.filter(
        pk=point.pk,
        version__imr__involvement__review=review,
        version__acceptances__isnull=False,
        version__acceptances__taken_back_at__isnull=True,
    )
    if not accepted.exists():
        raise Refused("Choose lines of reports that the panel has accepted")


def check_same_review(
    review: Review, rows: Iterable[Finding | LearningPoint | Recommendation]
) -> None:
    if any(row.review_id != review.pk for row in rows):
        raise Refused("Choose from this review")


def check_addressee(review: Review, *, addressee: AgencyInvolvement | None, words: str) -> None:
    """Refuse a recommendation to nobody, to two bodies, or to an agency of another review."""
    if addressee and addressee.review_id != review.pk:
        raise Refused("Choose an agency of this review", field="addressee")
    if addressee and words:
        raise Refused("Choose an agency or name another body, not both", field="addressee_words")
    if not (addressee or words):
        raise Refused(
            "Choose the agency it is addressed to, or name another body", field="addressee"
        )


def check_finding_is_free(finding: Finding) -> None:
    """Refuse to remove a finding that learning rests on."""
    if finding.learning_points.exists():
        raise Refused("Learning rests on this finding. Take it out of the learning points first.")


def check_learning_point_is_free(point: LearningPoint) -> None:
    """Refuse to remove learning that a recommendation rests on."""
    if point.recommendations.exists():
        raise Refused("Recommendations rest on this learning point. Take it out of them first.")


def check_recommendation_is_free(one: Recommendation) -> None:
    """Refuse to remove a recommendation that was answered or became an action."""
    if one.actions.exists():
        raise Refused("This recommendation has actions. Remove them first.")
    if one.answers.exists():
        raise Refused("This recommendation was answered. What was answered is kept.")


def check_answer(
    one: Recommendation, *, kind: str, answered_on: date, reason: str, today: date
) -> None:
    """Refuse an answer on an impossible day, or one that lacks its reason."""
    rules.check_possible_on(answered_on, field="answered_on", called="The day", today=today)
    rules.check_after_death(one.review, answered_on, field="answered_on", called="The day")
    if kind in WITH_REASON and not reason.strip():
        words = "in part" if kind == AnswerKind.IN_PART else "not"
        raise Refused(f"Enter the reason it is {words} accepted", field="reason")
