"""Take in an agency's chronology file, read it at once and put the checks to it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.management.base import CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from agencies.management.script import ScriptCommand
from agencies.models import Actor, person_behind
from chronologies.models import ChronologySubmission
from chronologies.operations.submissions import ACCEPTED, read_submission, receive_chronology
from chronologies.queries.script import as_document
from composite.operations.reconciliation import reconcile
from composite.queries.script import findings_about
from documents import intake, storage
from documents.intake import FileRefused
from documents.models import FileNotOpen
from reviews.access import Refused
from reviews.models import AgencyInvolvement

MENDED_WHERE = "They are kept, to be mended on the agency's page."
NOTHING_KEPT = "Nothing of this file is kept."
READ_LATER = "The file is kept and will be read by itself."


class Command(ScriptCommand):
    help = (
        "Take in an agency's chronology (.docx, .xlsx, .csv, .odt, .ods), read it at once "
        "and say what became of every row and what the checks find. Exit status 1 where a row was "
        "rejected."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="the review's reference")
        parser.add_argument("--agency", required=True, help="the agency's slug")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would become of it, and keep nothing"
        )
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        part = AgencyInvolvement.objects.filter(
            review__reference=options["review"], agency__slug=options["agency"]
        ).select_related("review", "agency")
        involvement = part.first()
        if involvement is None:
            raise CommandError("There is no such agency in a review with this reference.")
        actor, is_rehearsal = self.actor(options["email"]), options["dry_run"]
        with nothing_kept() if is_rehearsal else nullcontext():
            submission = take_in(involvement, options["file"], by=actor, is_rehearsal=is_rehearsal)
            if not is_rehearsal:
                reconcile(review=involvement.review, at=timezone.now())
            findings = findings_about(submission, actor)
            document = {**as_document(submission), "findings": findings}
        if options["json"]:
            self.print_json(document)
        else:
            self.stdout.write(submission.counts)
        self.say_what_to_look_at(document)
        if submission.rows_rejected:
            raise CommandError(
                f"{submission.rows_rejected:,} of {submission.rows_read:,} rows are rejected. "
                f"{NOTHING_KEPT if is_rehearsal else MENDED_WHERE}"
            )

    def say_what_to_look_at(self, document: dict[str, Any]) -> None:
        for fault in document["rejected"]:
            self.say(in_words(fault))
        for finding in document["findings"] or ():
            self.say(f"{finding['title']}: {finding['words']}")


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Undo all that is done in this block: rows, audit events, work put off, stored bytes."""
    with storage.in_memory(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def take_in(
    involvement: AgencyInvolvement, path: Path, *, by: Actor, is_rehearsal: bool = False
) -> ChronologySubmission:
    """Receive and read a file. Raises CommandError where it is refused or cannot be read."""
    now = timezone.now()
    try:
        with path.open("rb") as opened:
            document = intake.receive(
                File(opened, name=path.name),
                accept=ACCEPTED,
                by=person_behind(by),
                at=now,
                review_ref=involvement.review.reference,
            )
        submission = receive_chronology(
            involvement=involvement, document=document, is_queued=False, by=by, at=now
        )
    except (OSError, FileRefused, Refused) as reason:
        raise CommandError(str(reason)) from reason
    try:
        read_submission(submission_id=submission.pk, at=timezone.now())
    except FileNotOpen as closed:
        becomes = NOTHING_KEPT if is_rehearsal else READ_LATER
        raise CommandError(f"{becomes} {closed}") from closed
    submission.refresh_from_db()
    if submission.is_unreadable:
        raise CommandError(submission.fault)
    return submission


def in_words(fault: dict[str, Any]) -> str:
    place = ", ".join(filter(None, (fault["table"], f"row {fault['own_row']}", fault["column"])))
    return f"{place}: found {fault['found']}; wanted {fault['wanted']}."
