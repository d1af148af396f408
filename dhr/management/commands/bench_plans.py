"""
Measure the pages that look across the plans of a great many reviews.

`run.py bench --plans` fills as the owner and measures as the web role. Each page is opened as
people who may read all reviews, some, or their own agency's actions alone, and compared with the
bare SQL that its heaviest question would be for somebody who may read everything there is.
"""

import json
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from agencies.models import User
from dhr.benchmark import lessons, plan_pages, plans
from dhr.benchmark.measuring import LIMIT

HEADS = (
    f"{'page':<44} {'who':<28} {'queries':>7} {'median':>8} {'p95':>8} {'bare SQL':>9} {'ratio':>6}"
)


class Command(BaseCommand):
    help = "Times the dashboard of a partnership's plans, and the search in what was learnt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reviews", type=int, default=2_500)
        parser.add_argument("--recommendations", type=int, default=30_000)
        parser.add_argument("--actions", type=int, default=90_000)
        parser.add_argument("--times", type=int, default=20, help="how often a page is opened")
        parser.add_argument("--json", action="store_true", help="print one JSON document")
        parser.add_argument("--fill-only", action="store_true", help="stop before measuring")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["fill_only"]:
            self.fill({name: options[name] for name in ("reviews", "recommendations", "actions")})
            return
        found = [one for page in plan_pages.PAGES for one in page.measure(options["times"])]
        if options["json"]:
            self.stdout.write(json.dumps([one.as_data() for one in found], indent=2))
        else:
            self.stdout.write("\n".join([HEADS, *(one.line() for one in found)]))
            self.stdout.write(f"Limit: {LIMIT} ms")
        if any(one.p95 >= LIMIT for one in found):
            sys.exit(1)

    def fill(self, wanted: dict[str, int]) -> None:
        if not settings.DEMONSTRATION or User.objects.exists():
            raise CommandError(
                "The benchmark fills an empty database of its own. "
                "Run: python3 run.py bench --plans"
            )
        self.stderr.write(f"Writing {wanted['actions']} actions of {wanted['reviews']} reviews")
        plans.fill(**wanted)
        lessons.fill()
