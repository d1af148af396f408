"""Compare the stored files with the database, both ways."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from documents import integrity


class Command(BaseCommand):
    help = (
        "Compare the stored files with the database, both ways: missing, changed, stray. Exit "
        "status 1 where anything is. Nothing is deleted."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *args: Any, **options: Any) -> None:
        found = integrity.check_files(by=None, at=timezone.now())
        if options["json"]:
            self.stdout.write(json.dumps(asdict(found), indent=2))
        else:
            self.stdout.write(found.words)
            for pk in found.missing:
                self.stdout.write(f"missing: document {pk}")
            for pk in found.changed:
                self.stdout.write(f"changed: document {pk}")
            for name in found.stray:
                self.stdout.write(f"stray: {name}")
        if not found.is_whole:
            raise CommandError("The files and the database do not agree.")
