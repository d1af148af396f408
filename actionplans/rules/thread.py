"""Rules for findings, learning points and recommendations."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from actionplans.access import writes_thread
from actionplans.models import (
    WITH_REASON,
    AnswerKind,
    Finding,
    LearningPoint,
    PanelChoice,
    PanelDisposition,
    Recommendation,
    ResponseKind,
)
from agencies.models import Actor, PublicBody
from chronologies.models import ChronologyEntry
from evidence.models import ImrPoint, PointKind
from evidence.models.asked import Asked
from families.models import FamilyContactEntry, Side
from panels.models import KeyLineOfEnquiry
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.checks.folding import fold
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


def check_answered(actor: Actor, review: Review, asked: Asked, part: AgencyInvolvement) -> None:
    """Refuse what no body of this review answered, to whoever may not read its answer."""
    access.require(actor, Permission.IMR_QUERY_READ, on=review)
    if part.review_id != review.pk or not asked.is_answered:
        raise Refused("Choose answers that bodies of this review gave")


def check_account(actor: Actor, review: Review, account: FamilyContactEntry) -> None:
    """
    Refuse what is no account of the family of this review, to whoever may not open it, and what
    the perpetrator's side said: the two sides never stand on one page.

    Notes of a meeting that the family have yet to approve are no account of theirs.
    """
    access.require(actor, Permission.FAMILY_READ, on=review)
    contact = account.contact
    if contact.review_id != review.pk or contact.side != Side.DIED or not account.is_account:
        raise Refused("Choose what the family or friends told this review")
    if FamilyContactEntry.objects.unapproved().filter(pk=account.pk).exists():
        raise Refused("The family have not approved the notes of this meeting yet.")


def check_response(
    finding: Finding,
    agency: AgencyInvolvement,
    *,
    kind: str,
    words: str,
    given_on: date,
    today: date,
) -> None:
    """Refuse a response of an agency of another review, on an impossible day, or without words."""
    review = finding.review
    check_agency(review, agency, field="agency")
    rules.check_possible_on(given_on, field="given_on", called="The day", today=today)
    rules.check_after_death(review, given_on, field="given_on", called="The day")
    if kind != ResponseKind.ACCEPTS and not words.strip():
        raise Refused("Enter what the agency says of it", field="words")


def check_disposition(
    review: Review,
    point: ImrPoint,
    *,
    choice: str,
    recommendation: Recommendation | None,
    reason: str,
    decided_on: date,
    today: date,
) -> None:
    """
    Refuse a decision on what is no recommendation of an accepted report of this review, without
    its reason, on an impossible day, or that does not say what it was taken into.
    """
    check_point(review, point)
    if point.kind != PointKind.RECOMMENDATION:
        raise Refused("Choose a recommendation of an agency’s report")
    if choice == PanelChoice.TAKEN_INTO and recommendation is None:
        raise Refused("Choose the recommendation it is taken into", field="recommendation")
    if recommendation:
        check_same_review(review, [recommendation])
    check_reason(reason)
    rules.check_possible_on(decided_on, field="decided_on", called="The day", today=today)
    rules.check_after_death(review, decided_on, field="decided_on", called="The day")


def check_reason(reason: str) -> None:
    """Refuse a decision of the panel without why: the agency reads it."""
    if not reason.strip():
        raise Refused("Enter the panel’s reason", field="reason")


def check_agency(review: Review, agency: AgencyInvolvement | None, *, field: str) -> None:
    """Refuse an agency of another review."""
    if agency and agency.review_id != review.pk:
        raise Refused("Choose an agency of this review", field=field)


def check_same_review(
    review: Review, rows: Iterable[Finding | LearningPoint | Recommendation]
) -> None:
    if any(row.review_id != review.pk for row in rows):
        raise Refused("Choose from this review")


def check_addressee(review: Review, *, addressee: AgencyInvolvement | None, words: str) -> None:
    """Refuse a recommendation to nobody, to two bodies, or to an agency of another review."""
    check_agency(review, addressee, field="addressee")
    if addressee and words:
        raise Refused("Choose an agency or name another body, not both", field="addressee_words")
    if not (addressee or words):
        raise Refused(
            "Choose the agency it is addressed to, or name another body", field="addressee"
        )


def check_is_new(
    review: Review, *, text: str, addressee: AgencyInvolvement | None, words: str
) -> None:
    """Refuse the words of a recommendation that the review makes to the same addressee already."""
    for one in Recommendation.objects.filter(review=review, addressee=addressee):
        if fold(one.text) == fold(text) and fold(one.addressee_words) == fold(words):
            raise Refused(f"This is recommendation {one.number} already.", field="text")


def check_public_body(
    review: Review, body: PublicBody | None, *, addressee: AgencyInvolvement | None, words: str
) -> None:
    """
    Refuse a body of the directory beside an agency or beside words that name something else, and
    one that another partnership keeps for itself.
    """
    if body is None:
        return
    if addressee:
        raise Refused("Choose an agency or another body, not both", field="public_body")
    if not body.goes_by(words):
        raise Refused("Choose a body or name another, not both", field="addressee_words")
    if body.partnership_id not in (None, review.partnership_id):
        raise Refused("Choose a body of this partnership’s directory", field="public_body")


def check_finding_is_free(finding: Finding) -> None:
    """Refuse to remove a finding that learning rests on, or that an agency answered."""
    if finding.learning_points.exists():
        raise Refused("Learning rests on this finding. Take it out of the learning points first.")
    if finding.responses.exists():
        raise Refused("An agency answered this finding. What it said is kept.")


def check_learning_point_is_free(point: LearningPoint) -> None:
    """Refuse to remove learning that a recommendation rests on."""
    if point.recommendations.exists():
        raise Refused("Recommendations rest on this learning point. Take it out of them first.")


def check_recommendation_is_free(one: Recommendation) -> None:
    """
    Refuse to remove a recommendation that was answered or became an action, that the panel made
    of an agency's own, or that an upper app holds on to (settings.RECOMMENDATION_STAYS).
    """
    if one.actions.exists():
        raise Refused("This recommendation has actions. Remove them first.")
    if one.answers.exists():
        raise Refused("This recommendation was answered. What was answered is kept.")
    if PanelDisposition.objects.standing().filter(recommendation=one).exists():
        raise Refused(
            "It stands for what an agency recommended. Decide on that recommendation again first."
        )
    for path in settings.RECOMMENDATION_STAYS:
        if words := import_string(path)(one):
            raise Refused(words)


def check_answer(
    one: Recommendation, *, kind: str, answered_on: date, reason: str, today: date
) -> None:
    """Refuse an answer on an impossible day, or one that lacks its reason."""
    rules.check_possible_on(answered_on, field="answered_on", called="The day", today=today)
    rules.check_after_death(one.review, answered_on, field="answered_on", called="The day")
    if kind in WITH_REASON and not reason.strip():
        words = "in part" if kind == AnswerKind.IN_PART else "not"
        raise Refused(f"Enter the reason it is {words} accepted", field="reason")
