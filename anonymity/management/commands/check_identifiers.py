"""Say what gives people away in a file, before it leaves."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from agencies.management.script import ScriptCommand
from anonymity.checking.all_checks import check_paper
from anonymity.checking.files.opening import CannotOpen, paper_of
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.reading import register_of
from anonymity.checking.register import BadRegister, Register
from anonymity.queries.identifiers import identifiers_of
from reviews.access import Refused
from reviews.models import Review

STOPPED = 1


class Command(ScriptCommand):
    help = "Check a file for what gives people away. Exit code 1 where something stops it."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, help=".docx, .pdf, .html or .txt (UTF-8)")
        known = parser.add_mutually_exclusive_group(required=True)
        known.add_argument("--review", help="the review whose people are looked for")
        known.add_argument("--register", type=Path, help="or a file: see docs/identifiers.md")

    def handle(self, *args: Any, **options: Any) -> None:
        paper = opened(options["file"])
        found = check_paper(paper, self.register(**options), tell=self.say)
        if options["json"]:
            self.print_json({"findings": [as_data(one) for one in found]})
        else:
            for one in found:
                self.stdout.write(in_words(one))
            self.say(f"{len(found)} findings")
        if any(one.severity == Severity.STOP for one in found):
            raise SystemExit(STOPPED)

    def register(
        self, *, review: str, register: Path | None, email: str, **options: Any
    ) -> Register:
        if register:
            return read_register(register)
        found = Review.objects.filter(reference=review).first()
        if found is None:
            raise CommandError("There is no review with this reference.")
        try:
            return identifiers_of(found, self.actor(email))
        except Refused as reason:
            raise CommandError(str(reason)) from reason


def opened(path: Path) -> Paper:
    try:
        return paper_of(path.read_bytes(), name=path.name)
    except OSError as fault:
        raise CommandError(f"This file cannot be opened: {fault.strerror}.") from fault
    except CannotOpen as fault:
        raise CommandError(str(fault)) from fault


def read_register(path: Path) -> Register:
    try:
        return register_of(json.loads(path.read_text("utf-8")))
    except OSError as fault:
        raise CommandError(f"The register cannot be opened: {fault.strerror}.") from fault
    except ValueError as fault:
        words = str(fault) if isinstance(fault, BadRegister) else "it is no JSON in UTF-8."
        raise CommandError(f"The register cannot be read: {words}") from fault


def as_data(one: Finding) -> dict[str, Any]:
    return {
        "part": one.line.part,
        "line": one.line.number,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "class": one.kind.value,
        "severity": int(one.severity),
        "reason": one.reason,
        "proposal": one.proposal,
    }


def in_words(one: Finding) -> str:
    where = f"{one.line.part}, line {one.line.number}"
    instead = f" Instead: {one.proposal}" if one.proposal else ""
    return f"{one.kind}{int(one.severity)}  {where}: “{one.text}”  {one.reason}{instead}"
