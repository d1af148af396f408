import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit import chain, heads


class Command(BaseCommand):
    help = (
        "Walks the chain over the audit trail, works out every hash anew and names the first "
        "link that is broken. Exit code 1 where one is."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print one JSON document")
        parser.add_argument(
            "--heads",
            type=Path,
            help="the file of heads noted down day by day; a copy kept on another machine proves "
            "most (default: audit-heads.jsonl in DATA_DIR, where there is one)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = chain.verify(self.known_heads(options["heads"]))
        if options["json"]:
            self.stdout.write(json.dumps(as_document(verdict), indent=2))
        elif verdict.broken is None:
            self.stdout.write(in_words(verdict))
        if verdict.broken:
            raise CommandError(verdict.broken.words, returncode=1)

    def known_heads(self, given: Path | None) -> list[chain.Head]:
        where = given or heads.path()
        if given is None and not where.exists():
            return []
        try:
            return heads.noted_down(where)
        except (OSError, ValueError) as fault:
            raise CommandError(f"{where} cannot be read as a file of heads: {fault}") from fault


def in_words(verdict: chain.Verdict) -> str:
    if verdict.head is None:
        return "The audit trail is empty."
    return (
        f"The audit trail is whole: {verdict.links} links. "
        f"Its head is link {verdict.head.link}, {verdict.head.hash}."
    )


def as_document(verdict: chain.Verdict) -> dict[str, object]:
    broken, head = verdict.broken, verdict.head
    return {
        "whole": broken is None,
        "links": verdict.links,
        "head": {"link": head.link, "hash": head.hash} if head else None,
        "broken": {
            "fault": broken.fault,
            "link": broken.link,
            "event": broken.event,
            "words": broken.words,
        }
        if broken
        else None,
    }
