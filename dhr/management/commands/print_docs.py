"""Print the documents that follow from tables in the code, or check that they are up to date."""

from difflib import unified_diff
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from dhr.printing import PRINTED


class Command(BaseCommand):
    help = "Print docs/ from the tables in the code; --check only says where they differ."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail on a difference"
        )

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        differing = []
        for name, render in PRINTED.items():
            path = settings.BASE_DIR / name
            there = path.read_text() if path.exists() else ""
            wanted = render()
            if there == wanted:
                continue
            differing.append(name)
            if check:
                lines = unified_diff(
                    there.splitlines(), wanted.splitlines(), name, "as the code says", lineterm=""
                )
                self.stdout.write("\n".join(lines))
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(wanted)
                self.stdout.write(f"Printed {name}")
        if check and differing:
            raise CommandError(
                f"Out of date: {', '.join(differing)}. Run: python3 run.py manage print_docs"
            )
