"""The whole of a version that was made elsewhere, with what the record says on its title page."""

from collections import Counter
from dataclasses import dataclass

from documents.kinds import DocumentKind
from documents.reading import ReadWord
from reports.published.report import PublishedReport, Table
from reports.queries.assembly.record import Record
from reports.queries.assembly.whole import titled
from reports.queries.elsewhere.chapters import Version, version_of
from reports.queries.elsewhere.lines import lines_of
from reports.readers.tables import counted


@dataclass(frozen=True)
class Reading:
    """What was read of a file, and what stands beside it, unread."""

    version: Version
    file: ReadWord

    @property
    def summary(self) -> str:
        """Say in a sentence what was read."""
        chapters = len(self.version.every)
        told = [counted(chapters, "chapter"), counted(self.version.count(Table), "table")]
        if self.file.notes:
            told.append(counted(len(self.file.notes), "footnote"))
        return f"{', '.join(told[:-1])} and {told[-1]} were read."

    @property
    def left_out(self) -> str:
        """Say what stands in the file alone: comments, pictures, text boxes; nothing where none."""
        found = Counter(one.what[:1].lower() + one.what[1:] for one in self.file.aside)
        told = ", ".join(f"{what} ({count})" for what, count in found.items())
        return f"In the file alone: {told}." if told else ""


def read_elsewhere(content: bytes, kind: DocumentKind) -> Reading:
    """Return what a file says. Raises CannotReadWord, in words fit to show."""
    file = lines_of(content, kind)
    return Reading(version_of(file), file)


def report_elsewhere(read: Reading, record: Record) -> PublishedReport:
    """Return it as it prints. record: of the day it was made, for what the title page says."""
    return titled(
        record,
        version="",
        chapters=read.version.chapters,
        summary=read.version.summary,
        appendices=read.version.appendices,
    )
