"""Look through a report of a hundred pages for what gives people away, and say how long it took."""

import json
import sys
from time import perf_counter, process_time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from anonymity.checking.all_checks import check_paper
from anonymity.checking.paper import Paper
from dhr.benchmark.hundred_pages import REGISTER, WORDS, hundred_pages

SECONDS = 20  # of the processor: what else a machine does at the time is no fault of the check


class Command(BaseCommand):
    help = "Times the identifier check of an invented report of 60,000 words."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--words", type=int, default=WORDS, help="how long the report is")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *args: Any, **options: Any) -> None:
        text = hundred_pages(options["words"])
        began, worked = perf_counter(), process_time()
        found = check_paper(Paper.of_text(text), REGISTER, tell=self.stderr.write)
        outcome = {
            "seconds": round(perf_counter() - began, 2),
            "seconds of the processor": round(process_time() - worked, 2),
            "words": len(text.split()),
            "findings": len(found),
        }
        if options["json"]:
            self.stdout.write(json.dumps({**outcome, "limit": SECONDS}))
        else:
            self.stdout.write(", ".join(f"{value} {name}" for name, value in outcome.items()))
        if outcome["seconds of the processor"] > SECONDS:
            sys.exit(1)
