"""Print a report of sixty pages as the app does, and as a headless Chromium does."""

import json
import sys
from dataclasses import replace
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dhr.benchmark.sixty_pages import report_html
from dhr.benchmark.two_printers import NoBrowser, Prints, side_by_side

TIMES_AS_LONG = 2.5
OF_ITS_MEMORY = 0.2
HEADS = f"{'':<34} {'seconds':>9} {'MB':>8} {'MB shared once':>15} {'pages':>6}"


class Command(BaseCommand):
    help = "Prints a report of some 60 pages with WeasyPrint and with headless Chromium."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--times", type=int, default=5, help="how often each prints it")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *args: Any, **options: Any) -> None:
        html, times = report_html(), options["times"]
        try:
            from_start, ours, theirs = side_by_side(html, times=times)
        except NoBrowser as reason:
            raise CommandError(str(reason)) from reason
        lines = {
            "WeasyPrint": ours,
            "WeasyPrint, with its start": replace(ours, seconds=[from_start]),
            "Headless Chromium": theirs,
        }
        seconds, memory = ours.middle / theirs.middle, ours.resident / theirs.resident
        is_kept = seconds <= TIMES_AS_LONG and memory <= OF_ITS_MEMORY
        ratios = {
            "time": round(seconds, 2),
            "time_with_start": round(from_start / theirs.middle, 2),
            "memory": round(memory, 3),
            "memory_shared_once": round(ours.proportional / theirs.proportional, 3),
        }
        if options["json"]:
            found = {name: as_data(one) for name, one in lines.items()}
            self.stdout.write(json.dumps({**found, "ratios": ratios, "is_kept": is_kept}, indent=2))
        else:
            self.stdout.write("\n".join([HEADS, *(line(*one) for one in lines.items())]))
            self.stdout.write(
                f"\n{ratios['time']} times as long as Chromium (limit {TIMES_AS_LONG}), "
                f"{ratios['time_with_start']} with its start; {ratios['memory']} of its memory "
                f"(limit {OF_ITS_MEMORY}), {ratios['memory_shared_once']} shared counted once"
            )
        if not is_kept:
            sys.exit(1)


def line(name: str, one: Prints) -> str:
    return (
        f"{name:<34} {one.middle:>9.2f} {one.resident:>8.0f} {one.proportional:>15.0f}"
        f" {one.pages:>6}"
    )


def as_data(one: Prints) -> dict[str, float]:
    return {
        "seconds": round(one.middle, 2),
        "megabytes": round(one.resident),
        "megabytes_shared_once": round(one.proportional),
        "pages": one.pages,
    }
