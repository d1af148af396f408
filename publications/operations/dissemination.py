"""Log to whom the report was sent, and that they have it."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from publications.models import Dissemination, Publication, RecipientKind, SentVia
from publications.operations.deciding import record
from publications.queries.commissioner import why_no_copy
from publications.rules import publishing as rules
from publications.rules.checking import check_gives_nobody_away
from reviews import access
from reviews import rules as review_rules
from reviews.access import Permission, Refused
from reviews.models import NoticeKind, NoticeRoute, Review
from reviews.operations.decisions import record_notice

# Sending these a copy is a duty with a clock of its own: the entry meets it as well
DUTIES = {
    RecipientKind.COMMISSIONER: NoticeKind.COMMISSIONER_COPY,
    RecipientKind.HOME_OFFICE: NoticeKind.HOME_OFFICE_PUBLISHED,
}
ROUTES = {
    SentVia.EMAIL: NoticeRoute.EMAIL,
    SentVia.LINK: NoticeRoute.EMAIL,
    SentVia.POST: NoticeRoute.POST,
    SentVia.BY_HAND: NoticeRoute.BY_HAND,
}


@transaction.atomic
def log_dissemination(
    *,
    review: Review,
    kind: str,
    recipient: str,
    version: str,
    sent_on: date,
    sent_via: str,
    acknowledged_on: date | None = None,
    note: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Dissemination:
    """
    Record that somebody was sent a version of the report. It sends nothing.

    A copy for the Commissioner, or the published report for the Home Office, is recorded as the
    letter that its deadline waits for too, where no earlier one is.

    Raises Refused without the right, for an impossible day, for a name of the case, for what is
    in the log already, or for a copy to the Commissioner that nobody has certified.
    """
    rules.check_can_enter(by, review)
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_day(review, sent_on, field="sent_on", called="The day", today=today)
    check_acknowledged(sent_on, acknowledged_on, today=today)
    if kind == RecipientKind.COMMISSIONER:
        review_rules.check_may_be_sent(why_no_copy(review, sent_on))
    check_gives_nobody_away(review, {"Recipient": recipient, "Version": version, "Note": note})
    rules.check_is_not_logged(review, kind, recipient, version, sent_on)
    public: Publication | None = review.publications.not_taken_down().first()
    made = review.disseminations.create(
        kind=kind,
        recipient=recipient,
        version=version,
        publication=public,
        sent_on=sent_on,
        sent_via=sent_via,
        acknowledged_on=acknowledged_on,
        note=note,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("publication.disseminated", review, by=by, at=at, dissemination_id=made.pk)
    meet_duty(made, today=today, by=by, at=at)
    return made


@transaction.atomic
def acknowledge(
    *, entry: Dissemination, acknowledged_on: date, today: date, by: Actor, at: datetime
) -> Dissemination:
    """Record that they have it. Raises Refused without the right, or for an impossible day."""
    rules.check_can_enter(by, entry.review)
    check_acknowledged(entry.sent_on, acknowledged_on, today=today)
    entry.acknowledged_on = acknowledged_on
    entry.save()
    record("publication.acknowledged", entry.review, by=by, at=at, dissemination_id=entry.pk)
    return entry


def check_acknowledged(sent_on: date, acknowledged_on: date | None, *, today: date) -> None:
    called = "The day they said they have it"
    review_rules.check_possible_on(
        acknowledged_on, field="acknowledged_on", called=called, today=today
    )
    if acknowledged_on and acknowledged_on < sent_on:
        raise Refused(f"{called} is before it was sent", field="acknowledged_on")


def meet_duty(made: Dissemination, *, today: date, by: Actor, at: datetime) -> None:
    duty = DUTIES.get(RecipientKind(made.kind))
    is_published = made.publication is not None or duty != NoticeKind.HOME_OFFICE_PUBLISHED
    may_tell = access.has(by, Permission.DECISION_RECORD, on=made.review)
    if duty is None or not (is_published and may_tell):
        return
    if made.review.notices.filter(kind=duty).exists():
        return
    record_notice(
        review=made.review,
        kind=duty,
        sent_on=made.sent_on,
        route=ROUTES[SentVia(made.sent_via)],
        note=made.version,
        today=today,
        by=by,
        at=at,
    )
