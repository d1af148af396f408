"""Hand out packs for the Home Office, each as it was put together."""

from collections.abc import Sequence
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO

from agencies.models import Actor
from anonymity.models import Destination
from anonymity.operations.certifying import check_may_leave
from documents.models import FileNotOpen
from publications.models import QaSubmission
from publications.operations.submissions import record
from publications.papers.packs import Damaged, Pack, write_archive
from publications.queries.to_check import files_of_round
from reviews import access
from reviews.access import Permission, Refused

IN_MEMORY = 20 << 20  # bytes


def take_pack(*, submission: QaSubmission, by: Actor, at: datetime) -> IO[bytes]:
    """
    Return a pack as one archive. The caller closes it.

    Raises Refused without the right; and while it is not sent, for an empty pack or one whose
    files have no certificate that they may go to the Home Office.
    """
    check_can_take(by, submission)
    return archive_of([Pack(submission)], by=by, at=at)


def take_packs(*, submissions: Sequence[QaSubmission], by: Actor, at: datetime) -> IO[bytes]:
    """Return several packs that were sent as one archive, each in its folder. Refuses likewise."""
    if not submissions:
        raise Refused("Nothing has been sent yet.")
    for submission in submissions:
        check_can_take(by, submission)
    packs = [Pack(one, f"{one.review.reference}/round-{one.round}") for one in submissions]
    return archive_of(packs, by=by, at=at)


def check_can_take(actor: Actor, submission: QaSubmission) -> None:
    review = submission.review
    access.require(actor, Permission.SUBMISSION_READ, on=review)
    if submission.is_submitted:
        return
    access.require(actor, Permission.SUBMISSION_MAKE, on=review)
    if not submission.items.all():
        raise Refused("The pack is empty. Put in what is to be sent.")
    check_may_leave(review, Destination.HOME_OFFICE, files_of_round(submission))


def archive_of(packs: Sequence[Pack], *, by: Actor, at: datetime) -> IO[bytes]:
    target = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the answer closes it
    try:
        write_archive(packs, target)
    except (Damaged, FileNotOpen, OSError) as reason:
        target.close()
        is_lost = isinstance(reason, OSError)
        raise Refused("A file of the pack cannot be read." if is_lost else str(reason)) from reason
    for pack in packs:
        record("submission.pack_taken", pack.submission, by=by, at=at)
    return target
