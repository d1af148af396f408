"""Send the reminders that are due, as the worker does every few minutes."""

from collections import Counter
from datetime import datetime, time
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from agencies.management.script import ScriptCommand, check_day
from reminders.operations.run import run


class Command(ScriptCommand):
    help = "Notes which reminders are due, and sends them."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--as-of", type=moment, metavar="DATETIME", help="as if it were this moment; else now"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["email"]:
            raise CommandError("The system sends reminders, nobody in particular: leave out --as.")
        done = run(at=options["as_of"] or timezone.now())
        if options["json"]:
            return self.print_json(
                {"queued": done.queued, "sent": done.sent, "skipped": done.skipped}
            )
        reasons = Counter(one["reason"] for one in done.skipped)
        self.say(f"{done.queued} reminders queued, {done.sent} sent, {len(done.skipped)} skipped")
        for reason, count in sorted(reasons.items()):
            self.say(f"  {count}: {reason}")


def moment(said: str) -> datetime:
    """Read a moment; without an offset it is one in Europe/London, without an hour at midnight."""
    here = timezone.get_default_timezone()
    try:
        day = parse_date(said)
        at = datetime.combine(day, time.min, here) if day else parse_datetime(said)
    except ValueError:
        at = None
    if at is None:
        raise ValueError(said)
    check_day(at.date())
    return at if timezone.is_aware(at) else timezone.make_aware(at, here)
