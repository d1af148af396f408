"""Take in an agency's chronology file and read it at once."""

from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from agencies.management.script import ScriptCommand
from agencies.models import Actor, person_behind
from chronologies.models import ChronologySubmission
from chronologies.operations.submissions import ACCEPTED, read_submission, receive_chronology
from chronologies.queries.script import as_document
from documents import intake
from documents.intake import FileRefused
from documents.models import FileNotOpen
from reviews.access import Refused
from reviews.models import AgencyInvolvement


class Command(ScriptCommand):
    help = (
        "Take in an agency's chronology (.docx, .xlsx, .csv), read it at once and say what became "
        "of every row. Exit status 1 where a row was rejected."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="the review's reference")
        parser.add_argument("--agency", required=True, help="the agency's slug")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        part = AgencyInvolvement.objects.filter(
            review__reference=options["review"], agency__slug=options["agency"]
        ).select_related("review", "agency")
        involvement = part.first()
        if involvement is None:
            raise CommandError("There is no such agency in a review with this reference.")
        submission = take_in(involvement, options["file"], by=self.actor(options["email"]))
        document = as_document(submission)
        if options["json"]:
            self.print_json(document)
        else:
            self.stdout.write(submission.counts)
        for fault in document["rejected"]:
            self.say(in_words(fault))
        if submission.rows_rejected:
            raise CommandError(
                f"{submission.rows_rejected} of {submission.rows_read} rows are rejected. They are "
                "kept, to be mended on the agency's page."
            )


def take_in(involvement: AgencyInvolvement, path: Path, *, by: Actor) -> ChronologySubmission:
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
        raise CommandError(f"The file is kept and will be read by itself. {closed}") from closed
    submission.refresh_from_db()
    if submission.is_unreadable:
        raise CommandError(submission.fault)
    return submission


def in_words(fault: dict[str, Any]) -> str:
    place = ", ".join(filter(None, (fault["table"], f"row {fault['own_row']}", fault["column"])))
    return f"{place}: found {fault['found']}; wanted {fault['wanted']}."
