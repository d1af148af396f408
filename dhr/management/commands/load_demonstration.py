"""Load a fictional partnership with three reviews at different stages."""

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from agencies.models import User
from dhr.demonstration import in_evidence, learnt, money, notified, partnership, people, published
from dhr.demonstration.chronologies.sending import leave_files
from dhr.demonstration.clock import Clock


class Command(BaseCommand):
    help = "Loads invented people and reviews into a data folder made for the demonstration."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("Demonstration accounts are made only by run.py, in its own data.")
        if User.objects.exists():
            raise CommandError(
                "There are people here already: the demonstration starts from nothing."
            )
        clock = Clock(now=timezone.now(), today=timezone.localdate())
        with transaction.atomic():
            sign_ins = people.add_everybody()
            csp = partnership.add(clock)
            told = {}
            for name, story in (
                ("a review just notified", notified),
                ("a review in evidence", in_evidence),
                ("a review published", published),
            ):
                self.stdout.write(f"  {name}")
                told[story] = story.add(csp, clock)
            money.of_in_evidence(told[in_evidence], clock)
            money.of_published(told[published], clock)
            learnt.add(csp, clock)
        leave_files(settings.DATA_DIR / "demonstration-files", clock)
        path = settings.DATA_DIR / "demo-accounts.json"
        path.write_text(json.dumps(sign_ins, indent=2))
        path.chmod(0o600)
