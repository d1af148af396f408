"""Take in a file with an action plan, read it at once and put it into the plan of a review."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.management.base import CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from actionplans.models import PlanImport
from actionplans.operations.importing import receive_plan, record_plan
from actionplans.queries.plan_reading import reading_of
from actionplans.queries.plan_script import as_document
from actionplans.readers.opening import ACCEPTED, PDF
from agencies.management.script import ScriptCommand
from agencies.models import Actor, person_behind
from chronologies.readers.grid import CannotRead
from documents import intake, storage
from documents.intake import FileRefused
from documents.kinds import DocumentKind
from documents.models import FileNotOpen
from reviews.access import Refused
from reviews.models import Review

NOT_KEPT = {"recorded": False, "import": None}


class Command(ScriptCommand):
    help = (
        "Take in an action plan (.docx, .xlsx, .csv, .odt, .ods), record what is new or changed, "
        "and print every cell: read, or unread and why."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="the review's reference")
        parser.add_argument(
            "--plan-date", type=date.fromisoformat, help="the day of the plan: 2020-03-12"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would become of it, and keep nothing"
        )
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        review = Review.objects.filter(reference=options["review"]).first()
        if review is None:
            raise CommandError("There is no review with this reference.")
        actor = self.actor(options["email"])
        with nothing_kept() if options["dry_run"] else nullcontext():
            document = take_in(review, options["file"], plan_on=options["plan_date"], by=actor)
        if options["dry_run"]:
            document |= NOT_KEPT
        if options["json"]:
            self.print_json(document)
        else:
            self.stdout.write(in_words(document["counts"]))
        for remark in document["remarks"]:
            self.say(remark)
        for one in document["recommendations"]:
            for flag in one["flags"]:
                self.say(f"{one['table']}, row {one['row']}: {flag}")
        for cell in document["unread"]:
            self.say(f"{cell['table']}, row {cell['row']}, {cell['column']}: {cell['why']}")


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Undo all that is done in this block: rows, audit events, stored bytes."""
    with storage.in_memory(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def take_in(review: Review, path: Path, *, plan_on: date | None, by: Actor) -> dict[str, Any]:
    """Receive, read and record a file. Raises CommandError where it is refused or unreadable."""
    now, today = timezone.now(), timezone.localdate()
    try:
        with path.open("rb") as opened:
            if opened.read(5) == b"%PDF-":
                raise CommandError(PDF)
            opened.seek(0)
            document = intake.receive(
                File(opened, name=path.name),
                accept=ACCEPTED | {DocumentKind.TXT},
                by=person_behind(by),
                at=now,
                review_ref=review.reference,
            )
        one = receive_plan(
            review=review, document=document, plan_on=plan_on, today=today, by=by, at=now
        )
        changes = record_plan(one=one, today=today, by=by, at=timezone.now())
        one = PlanImport.objects.select_related("review", "document").get(pk=one.pk)
        return as_document(one, reading_of(one, today=today), changes)
    except (OSError, FileRefused, FileNotOpen, CannotRead, Refused) as reason:
        raise CommandError(str(reason)) from reason


def in_words(counts: dict[str, int]) -> str:
    return (
        f"{counts['recommendations']} recommendations with {counts['actions']} actions: "
        f"{counts['new']} new, {counts['changed']} changed, {counts['same']} in the plan already; "
        f"{counts['gone']} of the plan are not in the file. {counts['unread']} cells unread."
    )
