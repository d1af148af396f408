"""Seal every identifying field again with the newest key, while people work."""

import json
import time
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection

from privacy.keys import keys
from privacy.rotation import NOT_SEALED, Sealed, SealedJson, sealed_tables
from privacy.seal import CannotUnseal

PASSES = 5
A_MOMENT = 1  # seconds, until whoever is writing a row has finished
HISTORY = SealedJson("audit_change", columns=("before", "after"), of="of_table")
SECOND_FACTORS = SealedJson("mfa_authenticator", columns=("data",))


class Command(BaseCommand):
    help = "Seals what identifies people with the newest of FIELD_KEYS, and says which may go."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.AS_OWNER:
            raise CommandError("Set DATABASE_AS_OWNER=1: only the owner reaches every row.")
        try:
            sealed = self.seal_again()
        except CannotUnseal as reason:
            raise CommandError(f"{reason} What came before it is sealed again.") from None
        outcome = Outcome(newest=keys().newest, sealed=sealed, values=keys_in_use())
        if options["json"]:
            self.stdout.write(json.dumps(outcome.as_document(), indent=2))
        else:
            self.stdout.write(outcome.as_words())
        if outcome.left:
            raise CommandError("Some rows were being written all the while. Run this again.")

    def seal_again(self) -> Counter[str]:
        """Pass over all tables until nothing is left. Return how many rows of each were sealed."""
        sealed: Counter[str] = Counter()
        for number in range(PASSES):
            time.sleep(A_MOMENT if number else 0)
            for table in everything():
                sealed[table.name] += self.seal_table(table)
            if set(keys_in_use()) <= {keys().newest}:
                break
        return +sealed

    def seal_table(self, table: Sealed) -> int:
        try:
            rows = table.reseal()
        except OperationalError:  # somebody would not let go of the table
            rows = 0
        if rows:
            self.stderr.write(f"{table.name}: {rows} rows")
        return rows


def everything() -> list[Sealed]:
    """Return every table in which something is sealed, the history after what it tells of."""
    found = [*sealed_tables(), SECOND_FACTORS, HISTORY]
    there = connection.introspection.table_names()
    return [table for table in found if table.name in there]


def keys_in_use() -> Counter[str]:
    return sum((table.keys_in_use() for table in everything()), Counter[str]())


@dataclass(frozen=True)
class Outcome:
    """
    sealed: rows that had to be sealed again, by table.
    values: how many values each key has sealed now, by its id.
    """

    newest: str
    sealed: Counter[str]
    values: Counter[str]

    @property
    def left(self) -> int:
        """How many values the newest key has not sealed."""
        return self.values.total() - self.values[self.newest]

    @property
    def may_be_dropped(self) -> list[str]:
        return [one for one in keys().ciphers if one != self.newest and not self.values[one]]

    def as_document(self) -> dict[str, Any]:
        return {
            "newest": self.newest,
            "rows_sealed_again": dict(sorted(self.sealed.items())),
            "values_by_key": {one: self.values[one] for one in keys().ciphers},
            "values_not_sealed": self.values[NOT_SEALED],
            "may_be_dropped": self.may_be_dropped,
        }

    def as_words(self) -> str:
        lines = [f"Rows sealed again: {self.sealed.total()}."]
        lines += [f"Key {one} seals {self.values[one]} values." for one in keys().ciphers]
        if self.may_be_dropped:
            lines.append(
                f"May be taken out of FIELD_KEYS: {', '.join(self.may_be_dropped)}, once every "
                f"process of the app has been started with {self.newest} first, and this command "
                "has been run once more after that."
            )
        return "\n".join(lines)
