"""Put together what is sent to the Home Office, and record that it was sent."""

from datetime import date, datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils.module_loading import import_string

from agencies.models import Actor, person_behind
from anonymity.models import Destination
from anonymity.operations.certifying import check_may_leave
from audit import trail
from documents import intake
from documents.kinds import DocumentKind
from documents.models import Document
from publications.models import ItemKind, QaSubmission, SubmissionItem
from publications.queries.packs import Paper, papers_of
from publications.queries.to_check import files_of_round
from publications.rules import submissions as rules
from publications.rules.checking import check_gives_nobody_away
from reports.models import Draft
from reports.published.text import texts_of
from reports.queries.drafts import report_of
from reviews.access import Refused
from reviews.models import Review


@transaction.atomic
def put_together(*, review: Review, draft: Draft | None, by: Actor, at: datetime) -> QaSubmission:
    """
    Begin the next round. From a draft, its three papers are printed and kept as they are; from
    the second round on, the answers to the letter before go with them.

    draft: None where the papers were made elsewhere and are added one by one.

    Raises Refused without the right, for a draft that holds a true name or a telling day, or
    while another round is being put together. Raises RenderingUnavailable, of
    `documents.rendering`, where this computer cannot print.
    """
    rules.check_can_make(by, review)
    review = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rounds = review.qa_submissions.all()
    if rounds.being_put_together().exists():
        raise Refused("A round is being put together. Send it, or let it go first.")
    if draft and draft.review_id != review.pk:
        raise Refused("Choose a draft of this review", field="draft")
    if draft:
        check_gives_nobody_away(review, texts_of(report_of(draft)))
    submission = QaSubmission.objects.create(
        review=review,
        round=(rounds.aggregate(Max("round"))["round__max"] or 0) + 1,
        draft=draft,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("submission.put_together", submission, by=by, at=at)
    for paper in papers_of(submission):
        _add_paper(submission, paper, by=by, at=at)
    return submission


@transaction.atomic
def add_item(
    *,
    submission: QaSubmission,
    kind: str,
    title: str,
    document: Document,
    by: Actor,
    at: datetime,
) -> SubmissionItem:
    """
    Put a file into a pack.

    title: where its kind does not say enough.

    Raises Refused without the right, once sent, for a second one, for a file that cannot be
    checked, or for a name or a telling day in its title.
    """
    rules.check_can_change(by, submission)
    rules.check_is_new(submission, kind, document)
    rules.check_can_be_checked(document)
    rules.check_title(submission.review, title)
    item = submission.items.create(
        kind=kind,
        title=title or ItemKind(kind).label,
        document=document,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("submission.item_added", submission, by=by, at=at, item_id=item.pk)
    return item


@transaction.atomic
def remove_item(*, item: SubmissionItem, by: Actor, at: datetime) -> None:
    """Take a file out of a pack; the file itself stays kept. Raises Refused once it was sent."""
    rules.check_can_change(by, item.submission)
    record("submission.item_removed", item.submission, by=by, at=at, item_id=item.pk)
    item.delete()


@transaction.atomic
def let_go(*, submission: QaSubmission, by: Actor, at: datetime) -> None:
    """
    Let a pack go that was not sent, with what was made to go with it (settings.GOES_WITH_ROUND).

    Raises Refused without the right, or once it was sent.
    """
    rules.check_can_change(by, submission)
    for path in settings.GOES_WITH_ROUND:
        import_string(path)(submission, by=by, at=at)
    record("submission.let_go", submission, by=by, at=at)
    submission.delete()


@transaction.atomic
def submit(
    *,
    submission: QaSubmission,
    submitted_on: date,
    sent_by: str,
    reason: str = "",
    points_looked_at: bool = False,
    today: date,
    by: Actor,
    at: datetime,
) -> QaSubmission:
    """
    Record that a round was sent. From now on it does not change, and the Home Office's liaison
    can open it. Sends nothing itself.

    reason: why the day is unusual. points_looked_at: that points of the last letter are not
    answered was seen, and it is sent like that.

    Raises Refused without the right, for an empty pack, for an impossible day, for a true name in
    the reason, for points not answered that nobody has looked at, or for files without a
    certificate that they may go to the Home Office. What was sent before the review was recorded
    here has left already: of that it is said when.
    """
    rules.check_can_change(by, submission)
    rules.check_day_of_sending(submission, submitted_on, reason, today=today)
    if not rules.was_sent_before_this_system(submission.review, submitted_on):
        rules.check_points_are_looked_at(submission, are_looked_at=points_looked_at)
        check_may_leave(submission.review, Destination.HOME_OFFICE, files_of_round(submission))
    submission.submitted_on, submission.sent_by = submitted_on, sent_by
    submission.unusual_reason = reason
    submission.submitted_at, submission.submitted_by = at, person_behind(by)
    submission.save()
    record("submission.sent", submission, by=by, at=at)
    return submission


def keep_pdf(content: bytes, *, name: str, review: Review, by: Actor, at: datetime) -> Document:
    """Keep a paper that was printed here."""
    return intake.receive(
        ContentFile(content, name=name),
        accept=frozenset({DocumentKind.PDF}),
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
    )


def record(
    event: str, submission: QaSubmission, *, by: Actor, at: datetime, **ids: int | str
) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=submission.review.reference,
        submission_id=submission.pk,
        round=submission.round,
        **ids,
    )


def _add_paper(submission: QaSubmission, paper: Paper, *, by: Actor, at: datetime) -> None:
    name = f"{submission.review.reference}-{paper.slug}-round-{submission.round}.pdf"
    document = keep_pdf(paper.content, name=name, review=submission.review, by=by, at=at)
    submission.items.create(
        kind=paper.kind,
        title=paper.title,
        document=document,
        is_made_here=True,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
