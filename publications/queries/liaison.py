"""What the Home Office's liaison may see, and no more: what was sent, and what is published."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from agencies.access import holds_any_post
from agencies.models import PostKind, User
from publications.models import Publication, QaSubmission
from publications.models.publication import OPEN_TO_THE_WORLD
from reviews.access import Permission, Role
from reviews.models import Membership, Review, ReviewGrant


@dataclass(frozen=True)
class SentReview:
    """One review in the liaison's list."""

    reference: str
    partnership: str
    rounds: int
    sent_on: date
    published_on: date | None


def is_liaison(user: User, *, today: date) -> bool:
    """Test whether somebody reads for the Home Office: by a post, or admitted to a review."""
    if holds_any_post(user, PostKind.HOME_OFFICE_LIAISON, today=today):
        return True
    admitted = Membership.objects.standing(today).of(user)
    return admitted.filter(role=Role.HOME_OFFICE_LIAISON).exists()


def reviews_sent_to(user: User) -> list[SentReview]:
    """Return the reviews of which somebody may read submissions and one was sent, latest first."""
    open_to_all = Q(publications__taken_down_on__isnull=True, stage__in=[*OPEN_TO_THE_WORLD])
    rows = (
        readable(user)
        .annotate(
            rounds=Max("qa_submissions__round", filter=sent("qa_submissions__")),
            sent_on=Max("qa_submissions__submitted_on"),
            shown_on=Max("publications__published_on", filter=open_to_all),
        )
        .filter(rounds__isnull=False)
        .select_related("partnership")
        .order_by("-sent_on", "-pk")
    )
    return [
        SentReview(row.reference, row.partnership.name, row.rounds, row.sent_on, row.shown_on)
        for row in rows
    ]


def readable(user: User) -> QuerySet[Review]:
    held = ReviewGrant.objects.held_by(user, Permission.SUBMISSION_READ)
    return Review.objects.filter(pk__in=held.values("content_object"))


def sent(path: str = "") -> Q:
    return Q(**{f"{path}submitted_on__isnull": False})


def packs_of(review: Review) -> list[QaSubmission]:
    """Return the rounds that were sent, latest first, with their files."""
    return list(review.qa_submissions.whole().submitted())


def last_packs_sent_to(user: User) -> list[QaSubmission]:
    """Return of every review that somebody may read the pack that was sent last, in order."""
    later = QaSubmission.objects.submitted().filter(
        review=OuterRef("review"), round__gt=OuterRef("round")
    )
    rounds = QaSubmission.objects.whole().submitted().filter(review__in=readable(user))
    return list(rounds.filter(~Exists(later)).order_by("review__reference"))


def published_set_of(review: Review) -> Publication | None:
    """Return what anyone may read of a review today."""
    return Publication.objects.standing().filter(review=review).prefetch_related("items").first()
