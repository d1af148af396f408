"""Print where the days of a review went."""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from agencies.management.script import ScriptCommand
from reviews.models import Review
from timescales.models import Cause
from timescales.queries.delay import ledger_of, paragraph


class Command(ScriptCommand):
    help = "Prints what every day of a review was spent on, decided or proposed."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--review", required=True, help="its reference")

    def handle(self, *args: Any, review: str, json: bool, **options: Any) -> None:
        found = Review.objects.select_related("partnership").filter(reference=review).first()
        if found is None:
            raise CommandError(f"There is no review with the reference {review}.")
        ledger = ledger_of(found, today=timezone.localdate())
        if json:
            return self.print_json(
                {
                    "review": found.reference,
                    "from": ledger.from_on.isoformat(),
                    "to": ledger.to_on.isoformat(),
                    "days_late": ledger.late,
                    "spans": [
                        {
                            "from": span.from_on.isoformat(),
                            "to": span.to_on.isoformat(),
                            "days": span.days,
                            "cause": span.cause,
                            "decided": span.is_decided,
                            "why": span.why,
                        }
                        for span in ledger.spans
                    ],
                    "days_by_cause": ledger.days,
                    "reasons_for_delay": paragraph(ledger),
                }
            )
        for span in ledger.spans:
            said = "decided" if span.is_decided else "proposed"
            self.stdout.write(
                f"{span.from_on} to {span.to_on}  {span.days:4}  {said:8}  "
                f"{Cause(span.cause).label}"
            )
