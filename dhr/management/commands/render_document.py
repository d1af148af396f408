"""Write one of a review's documents to a file, as its pages hand it out."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from agencies.management.script import ScriptCommand
from agencies.models import Actor, person_behind
from audit import trail
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from reviews.access import Refused
from reviews.models import AgencyInvolvement, Review

KINDS = {"pdf": DocumentKind.PDF, "docx": DocumentKind.DOCX}


def content_of(
    name: str, review: Review, *, agency: str, kind: DocumentKind, reader: Actor
) -> bytes:
    """Return a document of a review, or of one agency's part in it. Raises Refused."""
    of_review = settings.DOCUMENTS | settings.LETTERS
    if name in of_review:
        content: bytes = import_string(of_review[name])(review, kind=kind, reader=reader)
        return content
    called = Q(agency__name__iexact=agency) | Q(agency__slug=agency)
    parts = AgencyInvolvement.objects.select_related("review__partnership", "agency")
    part = parts.filter(called, review=review).first()
    if part is None:
        raise CommandError("Say with --agency which agency of this review it is for.")
    of_agency = settings.AGENCY_DOCUMENTS | settings.AGENCY_LETTERS
    content = import_string(of_agency[name])(part, kind=kind, reader=reader)
    return content


def copy_of(name: str, review: Review, *, to: str, kind: DocumentKind, by: Actor) -> bytes:
    """
    Return a paper of the last draft as a numbered copy for one person, recorded as released to
    them. Raises Refused.
    """
    if name not in settings.RELEASED_DOCUMENTS or kind != DocumentKind.PDF:
        names = " and ".join(settings.RELEASED_DOCUMENTS)
        raise Refused(f"What is released to one person is a PDF of a draft: {names}.")
    release = import_string(settings.RELEASED_DOCUMENTS[name])
    content: bytes = release(review, to=to, today=timezone.localdate(), by=by, at=timezone.now())
    return content


class Command(ScriptCommand):
    help = "Writes a document of a review as a PDF or a Word file."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="the review's reference")
        papers = settings.DOCUMENTS | settings.AGENCY_DOCUMENTS
        letters = settings.LETTERS | settings.AGENCY_LETTERS
        names = sorted(papers | letters)
        parser.add_argument("--document", required=True, choices=names)
        parser.add_argument("--agency", default="", help="the name or slug of the one it is for")
        parser.add_argument("--format", required=True, choices=sorted(KINDS))
        parser.add_argument(
            "--release-to",
            default="",
            metavar="NAME",
            help="as a numbered copy for this person, with their name and the time on every page",
        )
        parser.add_argument("--output", required=True, type=Path, help="the file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        review = Review.objects.filter(reference=options["review"]).first()
        if review is None:
            raise CommandError("There is no review with this reference.")
        actor = self.actor(options["email"])
        kind, name = KINDS[options["format"]], options["document"]
        try:
            if to := options["release_to"]:
                content = copy_of(name, review, to=to, kind=kind, by=actor)
            else:
                content = content_of(
                    name, review, agency=options["agency"], kind=kind, reader=actor
                )
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
