"""Open a review from the notification of a death, or adopt one that is already running."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from agencies.models import Actor, CommunitySafetyPartnership, Post, PostKind, person_behind
from audit import trail
from documents.models import Document
from reviews import access, rules
from reviews.access import ROLE_OF_POST, Refused
from reviews.lifecycle import LIFECYCLE, Stage
from reviews.models import EarlierStep, Review
from reviews.models.review import REFERENCE
from reviews.operations import stages
from reviews.operations.people import Identity, add_person


@dataclass(frozen=True, kw_only=True)
class Notification:
    """What the partnership was told, and when."""

    notified_on: date
    notified_by: str = ""
    incident_on: date | None = None
    died_on: date | None = None
    period_from: date | None = None
    period_to: date | None = None
    kind: str = ""
    regime_code: str = "DHR_2016"
    display_label: str = "DHR"
    document: Document | None = None


@transaction.atomic
def open_review(
    *,
    partnership: CommunitySafetyPartnership,
    reference: str,
    notification: Notification,
    today: date,
    by: Actor,
    at: datetime,
) -> Review:
    """
    Open a review and admit the officers, the chair and the liaison of its partnership.

    Raises Refused for somebody who is no officer there, a reference that is taken or not in
    form, or impossible dates; `field` names the answer at fault.
    """
    if not access.holds_post(by, partnership, PostKind.OFFICER, today=today):
        raise Refused("Only a CSP officer of this partnership opens a review.")
    check_reference(reference)
    check_dates(notification, today=today)
    review = Review.objects.create(
        partnership=partnership,
        reference=reference,
        notified_on=notification.notified_on,
        notified_by=notification.notified_by,
        incident_on=notification.incident_on,
        died_on=notification.died_on,
        period_from=notification.period_from,
        period_to=notification.period_to,
        kind=notification.kind,
        regime_code=notification.regime_code,
        display_label=notification.display_label,
        notification=notification.document,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    admit_posts(review, today=today, by=by, at=at)
    trail.record("review.opened", by=person_behind(by), at=at, review_ref=review.reference)
    return review


@transaction.atomic
def open_with_victim(
    *,
    partnership: CommunitySafetyPartnership,
    reference: str,
    notification: Notification,
    victim: Identity,
    today: date,
    by: Actor,
    at: datetime,
) -> Review:
    """
    Open a review and record the person who died. Raises Refused as both steps do, and for a
    reference that holds a name of theirs: it stands in addresses and emails.
    """
    rules.check_reference_names_nobody(reference, [victim.true_name, *victim.aliases])
    review = open_review(
        partnership=partnership,
        reference=reference,
        notification=notification,
        today=today,
        by=by,
        at=at,
    )
    add_person(review=review, identity=victim, today=today, by=by, at=at)
    return review


@transaction.atomic
def adopt(
    *,
    review: Review,
    stage: Stage,
    days: dict[Stage, date],
    steps: Sequence[EarlierStep],
    reason: str,
    today: date,
    by: Actor,
    at: datetime,
) -> Review:
    """
    Take a review that began before this system to its present stage, with its true past days.

    days: for the stages it reached, the day it did; where one is missing the day is kept empty.
    steps: what else happened, as unsaved rows.
    reason: the one reason for which all earlier gates are waived.

    Raises Refused without the right or a reason, for a review that has moved on here or was taken
    over before, or for a day that is impossible.
    """
    if not access.holds_post(by, review.partnership, PostKind.OFFICER, today=today):
        raise Refused("Only a CSP officer of this partnership takes over a review.")
    if review.stage != Stage.NOTIFIED:
        raise Refused(
            "This review has left its first stage already. Move it on from its own page instead."
        )
    if not reason.strip():
        raise Refused("Say in one sentence why the earlier steps are not in here", field="reason")
    for day in [*days.values(), *(step.happened_on for step in steps)]:
        rules.check_possible_on(day, field="earlier", called="Each day", today=today)
    review.adopted_reason = reason
    review.save(update_fields=["adopted_reason"])
    for row in LIFECYCLE.path_to(stage):
        moved_on = days.get(Stage(row.to))
        stages.write(review, row, moved_on=moved_on, before_this_system=True, by=by, at=at)
    for step in steps:
        step.review, step.recorded_at, step.recorded_by = review, at, person_behind(by)
        step.save()
    trail.record("review.adopted", by=person_behind(by), at=at, review_ref=review.reference)
    return review


def check_reference(reference: str) -> None:
    try:
        REFERENCE(reference)
    except ValidationError as refusal:
        raise Refused(str(refusal.message), field="reference") from refusal
    if Review.objects.filter(reference=reference).exists():
        raise Refused("Another review has this reference", field="reference")


def check_dates(told: Notification, *, today: date) -> None:
    for field, called in (
        ("notified_on", "The notification"),
        ("died_on", "The death"),
        ("incident_on", "The incident"),
    ):
        rules.check_possible_on(getattr(told, field), field=field, called=called, today=today)
    rules.check_order_of_death(
        incident_on=told.incident_on, died_on=told.died_on, notified_on=told.notified_on
    )
    rules.check_period(period_from=told.period_from, period_to=told.period_to)


def admit_posts(review: Review, *, today: date, by: Actor, at: datetime) -> None:
    """Admit everybody whose post in the partnership has a part in its reviews."""
    posts = Post.objects.held_on(today).filter(
        partnership=review.partnership, kind__in=ROLE_OF_POST
    )
    for post in posts.select_related("user"):
        access.admit(
            user=post.user,
            role=ROLE_OF_POST[post.kind],
            to=review,
            from_on=today,
            until_on=post.until_on,
            by=by,
            at=at,
        )
