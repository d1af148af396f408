"""Write a pack for the Home Office to a file."""

import shutil
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from agencies.management.script import ScriptCommand
from publications.models import QaSubmission
from publications.operations.packs import take_pack
from publications.papers.packs import manifest_of
from reviews.access import Refused
from reviews.models import Review


class Command(ScriptCommand):
    help = "Writes a review's pack for the Home Office as one archive, with a list and checksums."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="the review's reference")
        parser.add_argument("--round", type=int, help="which round; without it the last")
        parser.add_argument("--output", required=True, type=Path, help="the .zip to write")

    def handle(self, *args: Any, **options: Any) -> None:
        submission = round_of(options["review"], options["round"])
        actor = self.actor(options["email"])
        try:
            with (
                transaction.atomic(),
                take_pack(submission=submission, by=actor, at=timezone.now()) as archive,
                options["output"].open("wb") as target,
            ):
                shutil.copyfileobj(archive, target)
        except (Refused, OSError) as reason:
            raise CommandError(str(reason)) from reason
        written = manifest_of(submission)
        if options["json"]:
            self.print_json(written)
        else:
            count = len(written["files"])
            self.say(f"Round {submission.round}, {count} files, written to {options['output']}")


def round_of(reference: str, number: int | None) -> QaSubmission:
    """Return a round of a review. Raises CommandError where there is none."""
    review = Review.objects.filter(reference=reference).first()
    if review is None:
        raise CommandError("There is no review with this reference.")
    rounds = review.qa_submissions.whole().order_by("-round")
    found = rounds.filter(round=number).first() if number else rounds.first()
    if found is None:
        what = f"round {number}" if number else "anything"
        raise CommandError(f"This review has not put {what} together for the Home Office.")
    return found
