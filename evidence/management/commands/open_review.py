"""Set a review up from a JSON document on standard input."""

import json
import sys
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from agencies.management.script import ScriptCommand
from evidence.operations.set_up import set_up_review
from reviews.access import Refused
from reviews.readers.notification import CannotRead, read


class Command(ScriptCommand):
    help = "Set a review up from JSON on standard input: see README.md for its keys."

    def handle(self, *args: Any, email: str | None, json: bool, **options: Any) -> None:
        try:
            found = read(read_input())
            review, parts = set_up_review(
                found=found,
                today=timezone.localdate(),
                by=self.actor(email),
                at=timezone.now(),
            )
        except CannotRead as refusal:
            raise CommandError("\n".join(refusal.faults)) from refusal
        except Refused as refusal:
            place = f"{refusal.field}: " if refusal.field else ""
            raise CommandError(f"{place}{refusal}") from refusal
        agencies = [part.agency.slug for part in parts]
        if json:
            self.print_json({"review": review.reference, "agencies": agencies})
        else:
            self.stdout.write(f"{review.reference} with {len(agencies)} agencies")


def read_input() -> object:
    try:
        return json.load(sys.stdin)
    except ValueError as fault:
        raise CommandError(f"Standard input is not JSON: {fault}") from fault
