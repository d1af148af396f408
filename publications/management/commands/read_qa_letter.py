"""Read a letter of the Home Office into its parts."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from agencies.management.script import ScriptCommand
from documents.inspection import FileRefused, kind_of
from documents.kinds import DocumentKind
from publications.readers.citations import citations_in
from publications.readers.letters import words_in
from publications.readers.whole_letter import ReadLetter, read_letter

READ = frozenset({DocumentKind.PDF, DocumentKind.DOCX, DocumentKind.EML, DocumentKind.TXT})


class Command(ScriptCommand):
    help = "Reads a letter about quality assurance: strengths, conditions, points, requests."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, help=".pdf, .docx, .eml or .txt")

    def handle(self, *args: Any, **options: Any) -> None:
        letter = read_letter(words_of_file(options["file"]))
        if options["json"]:
            self.print_json(as_data(letter))
            return
        for heading, lines in in_words(letter).items():
            self.stdout.write(f"{heading}: {len(lines)}")
            for number, line in enumerate(lines, 1):
                self.stdout.write(f"  {number}. {line}")


def words_of_file(path: Path) -> str:
    """Return the words of a file. Raises CommandError where it holds none that can be read."""
    try:
        content = path.read_bytes()
        words = words_in(content, kind_of(content, accept=READ))
    except OSError as fault:
        raise CommandError(f"This file cannot be opened: {fault.strerror}.") from fault
    except FileRefused as fault:
        raise CommandError(str(fault)) from fault
    if not words:
        raise CommandError("No words could be read from this file: it may be a picture of a page.")
    return words


def as_data(letter: ReadLetter) -> dict[str, Any]:
    return {
        "strengths": letter.strengths,
        "conditions": letter.conditions,
        "points": [point_as_data(point) for point in letter.points],
        "requests": letter.requests,
        "asked_for": letter.asked_for,
        "send_to": letter.send_to,
    }


def point_as_data(point: str) -> dict[str, Any]:
    cited = citations_in(point)
    return {
        "text": point,
        "paragraphs": cited.each_paragraph,
        "pages": cited.each_page,
        "version": cited.version,
    }


def in_words(letter: ReadLetter) -> dict[str, list[str]]:
    points = [(point, citations_in(point).words) for point in letter.points]
    return {
        "Strengths": letter.strengths,
        "Conditions": letter.conditions,
        "Points": [f"{point} [{cited}]" if cited else point for point, cited in points],
        "Requests": letter.requests,
    }
