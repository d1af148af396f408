"""Write the action plan of a review to a file, in the Home Office's columns."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from actionplans.operations.exporting import FORMATS, export_plan
from agencies.management.script import ScriptCommand
from documents.rendering import RenderingUnavailable
from reviews.access import Refused
from reviews.models import Review


class Command(ScriptCommand):
    help = "Write the action plan to a file: single agencies' own, and the multi-agency plan."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="the review's reference")
        parser.add_argument("--format", required=True, choices=sorted(FORMATS))
        parser.add_argument("--output", required=True, type=Path, help="the file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        review = Review.objects.filter(reference=options["review"]).first()
        if review is None:
            raise CommandError("There is no review with this reference.")
        try:
            content = export_plan(
                review=review,
                form=options["format"],
                by=self.actor(options["email"]),
                at=timezone.now(),
            )
            options["output"].write_bytes(content)
        except (Refused, RenderingUnavailable, OSError) as reason:
            raise CommandError(str(reason)) from reason
        if options["json"]:
            self.print_json(
                {
                    "review": review.reference,
                    "format": options["format"],
                    "bytes": len(content),
                }
            )
        else:
            self.say(f"{len(content):,} bytes written to {options['output']}")
