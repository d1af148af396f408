"""Write one of a review's documents to a file, as its pages hand it out."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone
from django.utils.module_loading import import_string

from agencies.management.script import ScriptCommand
from agencies.models import person_behind
from audit import trail
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from reviews.access import Refused
from reviews.models import Review

KINDS = {"pdf": DocumentKind.PDF, "docx": DocumentKind.DOCX}


class Command(ScriptCommand):
    help = "Writes a document of a review as a PDF or a Word file."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="the review's reference")
        parser.add_argument("--document", required=True, choices=sorted(settings.DOCUMENTS))
        parser.add_argument("--format", required=True, choices=sorted(KINDS))
        parser.add_argument("--output", required=True, type=Path, help="the file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        review = Review.objects.filter(reference=options["review"]).first()
        if review is None:
            raise CommandError("There is no review with this reference.")
        actor = self.actor(options["email"])
        render = import_string(settings.DOCUMENTS[options["document"]])
        try:
            content = render(review, kind=KINDS[options["format"]], reader=actor)
            options["output"].write_bytes(content)
        except (Refused, RenderingUnavailable, OSError) as reason:
            raise CommandError(str(reason)) from reason
        trail.record(
            "document.rendered",
            by=person_behind(actor),
            at=timezone.now(),
            review_ref=review.reference,
            document=options["document"],
            format=options["format"],
        )
        written = {
            "review": review.reference,
            "document": options["document"],
            "format": options["format"],
            "bytes": len(content),
        }
        if options["json"]:
            self.print_json(written)
        else:
            self.say(f"{len(content)} bytes written to {options['output']}")
