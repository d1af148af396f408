"""Scan files that were not scanned, or all of them anew."""

from collections import Counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from audit.models import ActorKind
from documents import checking
from documents.models import Document, ScanState


class Command(BaseCommand):
    help = "Scan the files that are not scanned yet or wait for it; with --all every file anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="with the signatures of today")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.CLAMD_ADDRESS:
            raise CommandError("Set CLAMD_ADDRESS to the socket of clamd: path or host:port.")
        among = set(checking.UNDECIDED) | ({ScanState.CLEAN} if options["all"] else set())
        chosen = Document.objects.filter(scan__in=among).order_by("pk")
        counts = Counter(
            checking.scan_again(
                document_id=pk, among=among, by=ActorKind.COMMAND_LINE, at=timezone.now()
            )
            for pk in list(chosen.values_list("pk", flat=True))
        )
        left = counts[ScanState.PENDING] + counts[None]
        self.stdout.write(
            f"{counts[ScanState.CLEAN]} clean, {counts[ScanState.REFUSED]} refused, "
            f"{left} not scanned."
        )
        if left:
            raise CommandError("Some files could not be scanned: they stay closed.")
