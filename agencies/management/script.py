"""What the commands for scripts share: who acts, and one JSON document on standard output."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agencies.models import COMMAND_LINE, Actor, User

FIRST, LAST = date(1990, 1, 1), date(2199, 12, 31)  # as reviews go, and deadlines years after


class ScriptCommand(BaseCommand):
    """
    A command that `--as EMAIL` runs as a person, under that person's rights; without it the
    audited actor is the command line.
    """

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as", dest="email", help="act as the person with this email address")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def actor(self, email: str | None) -> Actor:
        """Return who acts. Raises CommandError where nobody has this address."""
        if not email:
            return COMMAND_LINE
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None:
            raise CommandError("Nobody with this email address has an account.")
        return user

    def print_json(self, document: Any) -> None:
        """Print the one JSON document. Everything else a command says goes to standard error."""
        self.stdout.write(json.dumps(document, ensure_ascii=False, indent=2))

    def say(self, words: str) -> None:
        self.stderr.write(words)


def check_day(day: date) -> None:
    """Raises CommandError for a day, given as `--as-of`, on which no review can be looked at."""
    if not FIRST <= day <= LAST:
        raise CommandError(f"--as-of takes a day from {FIRST} to {LAST}.")
