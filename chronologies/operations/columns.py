"""Read a file anew with the columns that somebody chose: a long one in a worker."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from chronologies import rules
from chronologies.cycle import SubmissionState
from chronologies.models import ChronologySubmission
from chronologies.operations.submissions import held, keep_anew, move, note, opened
from chronologies.readers.columns import Column
from chronologies.readers.grid import CannotRead
from chronologies.readers.how_far import TOLD_EVERY, to_nobody
from messaging import queue
from reviews.access import Refused


@transaction.atomic
def choose_columns(
    *,
    submission: ChronologySubmission,
    columns: Sequence[Sequence[Column]],
    by: Actor,
    at: datetime,
) -> None:
    """
    Read a file anew with the columns that a person chose, and remember them for the agency.

    columns: for each table that was read, one for each of its columns.

    A long file is read by a worker: until then it is being read, and its rows are as they were.
    Raises Refused without the right, once rows are mended, or where nothing can be read so.
    """
    submission = held(submission)
    rules.check_can_choose_columns(by, submission)
    submission.columns_wanted = [[str(column) for column in table] for table in columns]
    if submission.rows_read < TOLD_EVERY:
        read_now(submission)
    else:
        move(submission, SubmissionState.RECEIVED)
        submission.read_at = None
        submission.rows_so_far = submission.rows_in_file = 0
        queue.later("chronologies.read_submission", submission_id=submission.pk)
    submission.columns_chosen_at, submission.columns_chosen_by = at, person_behind(by)
    submission.save()
    note("chronology.columns_chosen", submission, by=by, at=at)


def read_now(submission: ChronologySubmission) -> None:
    try:
        found = opened(submission, tell=to_nobody)
    except CannotRead as fault:
        raise Refused(str(fault)) from fault
    keep_anew(submission, found)
    submission.columns_wanted = None
