"""
Files of the composite that take long: asked for, fetched, and deleted after some days.

The trail says who took a file: until then nothing has left.
"""

import json
from datetime import datetime, timedelta
from typing import IO

from django.db import transaction

from agencies.models import User
from audit import trail
from composite import rules
from composite.models import CompositeExport
from composite.queries.exporting import narrowed_in_words
from composite.queries.scope import Narrowing, scope_of
from composite.queries.wanted import as_data
from documents import storage
from documents.kinds import DocumentKind
from messaging import queue
from reviews.models import Review

BEING_KEPT = timedelta(hours=1)  # a younger file may belong to a row that is not committed yet


@transaction.atomic
def ask_for(
    *,
    review: Review,
    kind: DocumentKind,
    is_named: bool,
    wanted: Narrowing,
    by: User,
    at: datetime,
) -> CompositeExport:
    """
    Have a worker make a file. Asked for twice while it is being made, it is made once.

    Raises Refused without the right to it, or where this person has several in the making.
    """
    rules.check_can_export(by, review, is_named=is_named)
    User.objects.select_for_update().get(pk=by.pk)  # two clicks come one after the other
    data = as_data(wanted)
    unfinished = list(CompositeExport.objects.unfinished().filter(asked_by=by))
    for one in unfinished:
        asked = (one.review_id, one.kind, one.is_named, json.loads(one.wanted))
        if asked == (review.pk, kind, is_named, data):
            return one
    rules.check_waits_for_few_files(len(unfinished))
    scope = scope_of(review, by)
    export = CompositeExport.objects.create(
        review=review,
        kind=kind,
        is_named=is_named,
        wanted=json.dumps(data),
        about=narrowed_in_words(wanted, scope, pseudonyms=None),
        asked_at=at,
        asked_by=by,
        entries=scope.narrowed(wanted).count(),
    )
    queue.later("composite.make_export", export_id=export.pk)
    return export


@transaction.atomic
def take(*, export: CompositeExport, by: User, at: datetime) -> IO[bytes]:
    """
    Open a file that was made. Raises Refused where this person may not read it any more.

    Raises FileNotFoundError where it is gone from the storage.
    """
    rules.check_can_take(by, export)
    content = storage.open_bytes(export.stored_as)
    trail.record(
        "chronology.exported",
        by=by,
        at=at,
        review_ref=export.review.reference,
        format=export.kind.lower(),
        names="named" if export.is_named else "pseudonymised",
    )
    return content


def drop(export: CompositeExport) -> None:
    """Delete a file, or stop making it: whoever makes it finds that nobody waits."""
    name = export.stored_as
    export.delete()
    if name:
        storage.forget(name)


def drop_old(*, at: datetime) -> None:
    """Delete what was kept long enough, and bytes that a worker left that died."""
    for export in CompositeExport.objects.old(at):
        drop(export)
    known = set(CompositeExport.objects.exclude(stored_as="").values_list("stored_as", flat=True))
    for name in storage.made(before=at - BEING_KEPT):
        if name not in known:
            storage.forget(name)
