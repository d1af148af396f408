"""Print the deadlines of a review as they stood on a day."""

from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from agencies.management.script import ScriptCommand, check_day
from reviews.models import Review
from timescales.queries.standing import Standing, standing_on


class Command(ScriptCommand):
    help = "Prints the deadlines of a review as they stood on a day: due, agreed, likely, met."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="its reference")
        parser.add_argument(
            "--as-of", type=a_day, default=None, help="a day such as 2026-03-31; today by default"
        )

    def handle(self, *args: Any, review: str, json: bool, **options: Any) -> None:
        found = Review.objects.select_related("partnership").filter(reference=review).first()
        if found is None:
            raise CommandError(f"There is no review with the reference {review}.")
        lines = standing_on(found, today=options["as_of"] or timezone.localdate())
        if json:
            self.print_json([as_json(line) for line in lines])
        for line in () if json else lines:
            self.stdout.write(as_text(line))


def a_day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise CommandError("--as-of takes a day such as 2026-03-31.") from None
    check_day(day)
    return day


def as_json(line: Standing) -> dict[str, Any]:
    deadline, rule = line.deadline, line.deadline.rule
    return {
        "code": deadline.code,
        "label": rule.name,
        "about": str(deadline.involvement.agency) if deadline.involvement else "",
        "started_on": in_iso(deadline.started_on),
        "statutory_due": in_iso(deadline.due_on),
        "agreed_due": in_iso(deadline.agreed_on),
        "forecast": in_iso(line.forecast_on),
        "met_on": in_iso(deadline.met_on),
        "standing": line.standing,
        "days": line.days,
        "basis": str(rule.basis),
        "source": rule.source,
    }


def in_iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def as_text(line: Standing) -> str:
    deadline = line.deadline
    due = deadline.stands_on.isoformat() if deadline.stands_on else "no figure"
    return f"{deadline.code:4} {due:10}  {line.standing:12} {deadline.rule.name}"
