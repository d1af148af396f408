"""Write the composite chronology of a review to a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from agencies.management.script import ScriptCommand
from composite.operations.exports import FORMATS, export
from documents.long.parts import PartFailed
from documents.rendering import RenderingUnavailable
from reviews.access import Refused
from reviews.models import Review


class Command(ScriptCommand):
    help = "Write the composite chronology to a file, with pseudonyms unless --named."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="the review's reference")
        parser.add_argument("--format", required=True, choices=sorted(FORMATS))
        parser.add_argument("--output", required=True, type=Path, help="the file to write")
        parser.add_argument("--named", action="store_true", help="names as the agencies wrote them")

    def handle(self, *args: Any, **options: Any) -> None:
        review = Review.objects.filter(reference=options["review"]).first()
        if review is None:
            raise CommandError("There is no review with this reference.")
        actor = self.actor(options["email"])
        try:
            content = export(
                review=review,
                form=options["format"],
                is_named=options["named"],
                by=actor,
                at=timezone.now(),
                tell=lambda done: self.say(f"{done:,} entries laid out"),
            )
            options["output"].write_bytes(content)
        except (Refused, RenderingUnavailable, PartFailed, OSError) as reason:
            raise CommandError(str(reason)) from reason
        if options["json"]:
            self.print_json(
                {
                    "review": review.reference,
                    "format": options["format"],
                    "named": options["named"],
                    "bytes": len(content),
                }
            )
        else:
            self.say(f"{len(content):,} bytes written to {options['output']}")
