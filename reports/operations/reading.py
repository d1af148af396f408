"""What somebody does who reads a copy of a draft by a link, without an account."""

from datetime import date, datetime

from django.db import transaction

from audit import trail
from audit.models import ActorKind
from families.operations import reading as compartment
from privacy.row_locks import lifted
from reports.models import DraftComment, DraftRelease
from reports.operations.comments import Comment
from reports.queries.releases import paragraphs_in
from reports.rules import releases as rules
from reviews.checks.folding import without_unseen


@transaction.atomic
def say(*, release: DraftRelease, comment: Comment, today: date, at: datetime) -> None:
    """
    Keep what its reader says of a paragraph, or of the whole: for family and their advocates in
    the log of the family, for others beside the comments of the panel. The same words on the same
    paragraph are kept once, and without what cannot be seen.

    A true name is no reason to refuse: by what is refused somebody outside could try out who
    these people are. `reports.queries.comments` keeps such words from who may not know everybody.

    Raises Refused once the copy is closed, without words, or on a paragraph it has not got.
    """
    rules.check_is_open(release, today=today)
    rules.check_can_say(
        release, comment.words, comment.paragraph, paragraphs_in(release, comment.part)
    )
    words = without_unseen(comment.words).strip()
    hold(release)
    if release.contact:
        placed = DraftComment(
            draft=release.draft, part=comment.part, paragraph=comment.paragraph
        ).place
        compartment.leave_comment(
            contact=release.contact,
            words=f"{placed}: {words}",
            by_whom=release.reader_name,
            draft=release.draft.name,
            since=release.recorded_at,
            today=today,
            at=at,
        )
        return
    with lifted():  # its reader has no part in the review
        said = DraftComment.objects.filter(
            release=release, part=comment.part, paragraph=comment.paragraph
        )
        if any(one.words == words for one in said):
            return  # a form that was sent twice
        made = DraftComment.objects.create(
            draft=release.draft,
            part=comment.part,
            paragraph=comment.paragraph,
            words=words,
            release=release,
            recorded_at=at,
        )
    tell("report.commented", release, at=at, comment_id=made.pk)


@transaction.atomic
def have_read(*, release: DraftRelease, today: date, at: datetime) -> None:
    """Keep that its reader has read it to the end. Raises Refused once the copy is closed."""
    rules.check_is_open(release, today=today)
    if release.contact:
        compartment.have_read(
            contact=release.contact,
            by_whom=release.reader_name,
            draft=release.draft.name,
            today=today,
            at=at,
        )
    tell("release.read", release, at=at)


def hold(release: DraftRelease) -> None:
    """Let two comments of one copy wait for each other."""
    with lifted():
        DraftRelease.objects.select_for_update(of=("self",)).get(pk=release.pk)


def tell(event: str, release: DraftRelease, *, at: datetime, **ids: int) -> None:
    """Say on the trail what was done with a copy by its link."""
    trail.record(
        event,
        by=ActorKind.SIGNED_OUT,
        at=at,
        review_ref=release.draft.review.reference,
        draft_id=release.draft_id,
        release_id=release.pk,
        **ids,
    )
