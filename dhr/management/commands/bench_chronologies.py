"""
Measure the chronologies of one very large review: its files read, merged, kept and looked at.

`run.py bench --chronologies` fills as it would for the pages, and measures as the web role.
"""

import json
from datetime import date
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone

from agencies.models import User
from chronologies.models import ChronologyEntry
from dhr.benchmark import files
from dhr.benchmark.chronologies import HAPPENED, add_chronologies
from dhr.benchmark.files import timed
from dhr.benchmark.measuring import LIMIT, Visitor
from dhr.benchmark.pages import Page
from dhr.benchmark.papers import on_paper
from dhr.benchmark.people import PLAYERS
from privacy.row_locks import lifted
from reviews.lifecycle import Stage
from reviews.models import Review

WORDS = HAPPENED[2].split(".")[0]
READER = "panel member"
LATE = 100  # entries from the end of the story
READ_IN = 10  # seconds
TIMES_THE_LIBRARY = 3
FIRST = date(2015, 1, 1)


class Command(BaseCommand):
    help = (
        "Times reading, merging and importing large chronologies, and the composite page and PDF."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--fill-only", action="store_true", help="stop before measuring")
        parser.add_argument("--agencies", type=int, default=10, help="whose files are merged")
        parser.add_argument("--rows", type=int, default=2_000, help="of each of these files")
        parser.add_argument("--entries", type=int, default=30_000, help="of the file and the story")
        parser.add_argument("--paper", type=int, default=10_000, help="rows of the PDF")
        parser.add_argument("--no-piece", action="store_true", help="make the PDF in parts alone")
        parser.add_argument("--times", type=int, default=20, help="how often a page is opened")

    def handle(self, *args: Any, **options: Any) -> None:
        filled = settings.DATA_DIR / "filled-for-bench"
        if not filled.exists():
            self.fill(options["entries"], agencies=options["agencies"])
            filled.touch()
        if options["fill_only"]:
            return
        # First: a process that is started counts as large as the one that started it
        paper = on_paper(options["paper"], in_one_piece=not options["no_piece"])
        found = {
            "merging": merging(options["agencies"], options["rows"]),
            "importing": importing(options["entries"]),
            "pages": pages(options["times"]),
            "paper": paper,
        }
        self.stdout.write(json.dumps(found, indent=2))

    def fill(self, entries: int, *, agencies: int) -> None:
        if not settings.DEMONSTRATION or User.objects.exists():
            raise CommandError(
                "It fills a database of its own. Run: python3 run.py bench --chronologies"
            )
        call_command("load_demonstration", stdout=StringIO())
        parts = list(the_review().involvements.select_related("agency")[:agencies])
        add_chronologies(parts, entries=entries, at=timezone.now())


def the_review() -> Review:
    return Review.objects.get(stage=Stage.EVIDENCE)


def merging(agencies: int, rows: int) -> dict[str, Any]:
    made = [files.workbook(rows, first=FIRST.replace(day=1 + at)) for at in range(agencies)]
    plainly, _ = timed(lambda: [files.open_plainly(one) for one in made])
    seconds, entries = timed(lambda: files.merged(made))
    return {
        "files": agencies,
        "entries": entries,
        "reading and merging, s": round(seconds, 2),
        "limit, s": READ_IN,
        "opening with the plain library, s": round(plainly, 2),
    }


def importing(rows: int) -> dict[str, Any]:
    """Compare with the plain library in the same run: whatever the machine does slows both."""
    content = files.workbook(rows, first=FIRST)
    plainly, _ = timed(lambda: files.open_plainly(content))
    reading, _ = timed(lambda: files.read(content))
    with lifted():
        part = the_review().involvements.select_related("agency", "review").first()
        assert part is not None  # noqa: S101 - the demonstration has agencies
        keeping, kept = timed(lambda: files.import_and_undo(part, content))
    return {
        "rows": kept,
        "opening with the plain library, s": round(plainly, 2),
        "reading, s": round(reading, 2),
        "reading and keeping, s": round(keeping, 2),
        "ratio of reading": round(reading / plainly, 2),
        "ratio of reading and keeping": round(keeping / plainly, 2),
        "limit of the ratio": TIMES_THE_LIBRARY,
    }


def pages(times: int) -> dict[str, Any]:
    """Open the composite as one who reads what is released, in one review with all entries."""
    visitor = Visitor(READER, User.objects.get(email=PLAYERS[READER].email))
    with lifted():
        review = the_review()
        entries = ChronologyEntry.objects.filter(submission__involvement__review=review)
        late = entries.order_by("-story_key").values_list("pk", flat=True)[LATE]
        person = review.people.order_by("pk").first()
        count = entries.count()
    address = reverse("composite:composite", args=[review.reference])
    asked = {"first page": "", "late leaf": f"?after={late}"}
    if person:
        asked["of one person"] = f"?person={person.pk}"
    figures = {name: measured(visitor, address + more, times) for name, more in asked.items()}
    narrow = reverse("composite:narrow", args=[review.reference])
    visitor.client.post(narrow, {"words": WORDS})
    figures["with certain words"] = measured(visitor, address, times)
    visitor.client.post(narrow, {})
    return {"entries": count, "who": READER, "limit, ms": LIMIT, **figures}


def measured(visitor: Visitor, path: str, times: int) -> dict[str, float]:
    found = visitor.measure(Page("composite", path), times=times)
    return {
        "queries": found.queries,
        "median, ms": round(found.median, 1),
        "p95, ms": round(found.p95, 1),
    }
