"""Measure how fast the pages answer with many reviews in the database."""

import json
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from agencies.models import User
from dhr.benchmark import filling, running, telling


class Command(BaseCommand):
    help = "Fills an empty database of a data folder made for it, and times every page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reviews", type=int, default=200, help="how many there are to be")
        parser.add_argument("--agencies", type=int, default=0, help="how many in each, at least")
        parser.add_argument("--entries", type=int, default=20_000, help="chronology entries in all")
        parser.add_argument("--times", type=int, default=20, help="how often a page is opened")
        parser.add_argument("--json", action="store_true", help="print one JSON document")
        parser.add_argument("--fill-only", action="store_true", help="stop before measuring")

    def handle(self, *args: Any, **options: Any) -> None:
        filled = settings.DATA_DIR / "filled-for-bench"
        if not filled.exists():
            self.fill({name: options[name] for name in ("reviews", "agencies", "entries")})
            filled.touch()
        if options["fill_only"]:
            return
        outcome = running.measure_all(times=options["times"], say=self.say)
        if options["json"]:
            self.stdout.write(json.dumps(telling.as_document(outcome), indent=2))
        else:
            self.stdout.write(telling.as_table(outcome))
        if not outcome.is_kept:
            sys.exit(1)

    def fill(self, wanted: dict[str, int]) -> None:
        if not settings.DEMONSTRATION or User.objects.exists():
            raise CommandError(
                "The benchmark fills an empty database of its own. Run: python3 run.py bench"
            )
        filling.fill(**wanted, at=timezone.now(), say=self.say)

    def say(self, words: str) -> None:
        self.stderr.write(words)
