"""Write everything that published reviews recommend and teach to a file, as open data."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from agencies.management.script import ScriptCommand
from learning.operations.gathering import gather_missing
from learning.operations.open_data import FORMS, export


class Command(ScriptCommand):
    help = "Write what published reviews recommend and teach to a file, as docs/learning-data.md."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--format", required=True, choices=FORMS)
        parser.add_argument("--output", required=True, type=Path, help="the file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        gather_missing(at=at)
        content = export(form=options["format"], by=self.actor(options["email"]), at=at)
        try:
            options["output"].write_bytes(content)
        except OSError as reason:
            raise CommandError(str(reason)) from reason
        if options["json"]:
            self.print_json({"format": options["format"], "bytes": len(content)})
        else:
            self.say(f"{len(content):,} bytes written to {options['output']}")
