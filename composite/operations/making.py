"""Make a file of the composite that takes long, and say how far it is."""

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from composite.models import CompositeExport, ExportState
from composite.models.export import TRIES
from composite.papers.files import file_of
from composite.queries.exporting import composite_of
from composite.queries.wanted import from_data
from documents import storage
from documents.kinds import DocumentKind
from documents.long.parts import PartFailed
from documents.rendering import RenderingUnavailable
from messaging import queue
from reviews.access import Refused

log = logging.getLogger(__name__)

GIVEN_UP = (
    f"It could not be made, and was tried {TRIES} times. Ask for one agency, a shorter period, or "
    "CSV."
)


class Withdrawn(Exception):
    """Whoever asked for the file does not want it any more."""


def make(*, export_id: int, clock: Callable[[], datetime]) -> None:
    """
    Make a file that was asked for, unless another is being made; then the next one.

    One at a time, so that the other hands of a worker read what agencies send. Safe to run twice:
    one makes the file, the other finds it taken.
    """
    export = claimed(export_id, at=clock())
    if export is None:
        return
    try:
        make_claimed(export, clock=clock)
    finally:
        begin_next()


def begin_next() -> None:
    waiting = CompositeExport.objects.filter(state=ExportState.WAITING).order_by("asked_at", "pk")
    if export := waiting.first():
        queue.later("composite.make_export", export_id=export.pk)


def make_claimed(export: CompositeExport, *, clock: Callable[[], datetime]) -> None:
    """Make a file. How far it is must be seen meanwhile, so this is no single transaction."""
    if export.tries > TRIES:
        end(export, state=ExportState.FAILED, fault=GIVEN_UP)
        return
    try:
        keep(export, content_of(export, clock=clock), at=clock())
    except Withdrawn:
        return
    except (Refused, RenderingUnavailable) as reason:
        end(export, state=ExportState.FAILED, fault=str(reason))
    except PartFailed:
        log.exception("export %s is tried again", export.pk)
        end(export, state=ExportState.WAITING)


def claimed(export_id: int, *, at: datetime) -> CompositeExport | None:
    """Take an order over for this worker, unless a worker has one or nobody wants it any more."""
    with transaction.atomic():
        one_after_the_other()
        if CompositeExport.objects.being_made(at).exists():
            return None
        free = CompositeExport.objects.to_make(at).select_for_update(of=("self",))
        export = free.filter(pk=export_id).select_related("review", "asked_by").first()
        if export:
            export.tries += 1
            export.state, export.alive_at, export.done = ExportState.MAKING, at, 0
            export.save(update_fields=["tries", "state", "alive_at", "done"])
        return export


def one_after_the_other() -> None:
    """Let no two workers look at once whether a file is being made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('composite.making'))")


def content_of(export: CompositeExport, *, clock: Callable[[], datetime]) -> bytes:
    composite = composite_of(
        export.review,
        reader=export.asked_by,
        is_named=export.is_named,
        wanted=from_data(json.loads(export.wanted)),
        at=clock(),
    )
    said(
        export,
        entries=len(composite.entries),
        alive_at=clock(),
        holds_unreleased=bool(composite.unreleased),
    )
    return file_of(
        composite,
        kind=DocumentKind(export.kind),
        tell=lambda done: said(export, done=done, alive_at=clock()),
    )


def keep(export: CompositeExport, content: bytes, *, at: datetime) -> None:
    name = storage.keep_made(content)
    try:
        said(
            export,
            state=ExportState.READY,
            done=export.entries,
            made_at=at,
            stored_as=name,
            size=len(content),
        )
    except Withdrawn:
        storage.forget(name)
        raise


def end(export: CompositeExport, *, state: ExportState, fault: str = "") -> None:
    with suppress(Withdrawn):
        said(export, state=state, fault=fault)


def said(export: CompositeExport, **news: Any) -> None:
    """Note how far it is. Raises Withdrawn where it was deleted, or another worker has it now."""
    mine = CompositeExport.objects.filter(pk=export.pk, tries=export.tries)
    if not mine.update(**news):
        raise Withdrawn
    for name, value in news.items():
        setattr(export, name, value)
