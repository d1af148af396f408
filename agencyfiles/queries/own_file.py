"""
All that one agency was asked, sent and answered, for its own people to take home.

Each part of it is there for whoever may read that part for the agency, and for nobody else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from agencies.models import User
from agencyfiles.queries.quoted import Quoted, may_read_drafts, quoted_in
from agencyfiles.queries.reading import front_sheet_of
from agencyfiles.queries.since import of_interviews, of_panel_questions, of_requests
from agencyfiles.queries.told import Item, Section, Title, may_read
from composite.queries.questions import questions_to
from documents.models import Document
from evidence.access import imr_of
from evidence.models import ImrQuery, ImrVersion, IndividualManagementReview
from evidence.queries.dossier import scoping_entries
from evidence.queries.imr_page import history, reading_of
from pages.parts import Row
from pages.templatetags.dates import date_long
from reviews.models import AgencyInvolvement


@dataclass(frozen=True)
class OwnFile:
    """reads_drafts: drafts are released to whoever takes it, so that `quoted` is the whole."""

    part: AgencyInvolvement
    sections: list[Section]
    quoted: list[Quoted]
    reads_drafts: bool

    @property
    def documents(self) -> list[Document]:
        """Every file, once, in the order in which they are named."""
        found = (one for section in self.sections for item in section.items for one in item.files)
        return list({one.pk: one for one in found}.values())


def own_file(reader: User, part: AgencyInvolvement, *, today: date) -> OwnFile:
    """Return what a reader may take home. The caller has asked whether they are its own people."""
    return OwnFile(
        part=part,
        sections=[one for one in sections_for(reader, part, today=today) if one.items],
        quoted=quoted_in(reader, part),
        reads_drafts=may_read_drafts(reader, part),
    )


def sections_for(reader: User, part: AgencyInvolvement, *, today: date) -> Iterator[Section]:
    imr = imr_of(part)
    told: dict[Title, Callable[[], Iterator[Item]]] = {
        Title.SCOPING: lambda: of_scoping(part),
        Title.REQUESTS: lambda: of_requests(reader, part),
        Title.HISTORY: lambda: of_history(imr) if imr else iter(()),
        Title.REPORT: lambda: of_versions(imr) if imr else iter(()),
        Title.REPORT_QUESTIONS: lambda: of_queries(imr) if imr else iter(()),
        Title.PANEL_QUESTIONS: lambda: of_panel_questions(part),
        Title.INTERVIEWS: lambda: of_interviews(part, today=today),
        Title.CHRONOLOGY: lambda: of_chronologies(part),
        Title.CHRONOLOGY_QUESTIONS: lambda: of_questions(part),
    }
    for title in Title:
        if may_read(reader, part, title):
            yield Section(title, list(told[title]()))


def of_scoping(part: AgencyInvolvement) -> Iterator[Item]:
    for entry in scoping_entries(part, inside=False):
        files = [attached.document for attached in entry.files]
        title = f"{date_long(entry.on)}: {entry.title}"
        yield Item(title, entry.rows, files, entry.provenance)


def of_history(imr: IndividualManagementReview) -> Iterator[Item]:
    for one in history(imr):
        yield Item(f"{date_long(one.on)}: {one.words}", remark=one.provenance)


def of_versions(imr: IndividualManagementReview) -> Iterator[Item]:
    for version in reversed(imr.versions.all()):
        signed = [version.sign_off.original] if version.is_signed_off else []
        files = [one for one in (version.document, version.original, *signed) if one]
        yield Item(version.name, list(of_version(version)), files)


def of_version(version: ImrVersion) -> Iterator[Row]:
    sheet, reading = front_sheet_of(version), reading_of(version)
    yield from sheet.rows if sheet else []
    yield from reading.rows
    for line in reading.lines:
        if said := line.analysis:
            words = said.text or said.where or "Our records hold nothing on this line."
            yield Row(f"Line of enquiry {line.enquiry.number}: {line.enquiry.text}", words)
    for kind, points in reading.points:
        yield Row(kind.label, "\n\n".join(f"{one.number}. {one.text}" for one in points))
    if version.given_back_note:
        yield Row("Asked to be changed before sign-off", version.given_back_note)
    if version.sha256:
        yield Row("SHA-256 of the whole version", version.sha256)


def of_queries(imr: IndividualManagementReview) -> Iterator[Item]:
    asked = ImrQuery.objects.filter(imr=imr).asked().select_related("answer_file", "original")
    for query in asked.order_by("number"):
        rows = [Row("Asked", query.question), Row("Answered", query.answer)]
        files = [one for one in (query.answer_file, query.original) if one]
        yield Item(f"Question {query.number}", rows, files, query.provenance)


def of_chronologies(part: AgencyInvolvement) -> Iterator[Item]:
    sent = part.chronologies.select_related("document", "original").order_by("number")
    for one in sent:
        rows = [Row("How far it is", one.get_state_display())]
        rows += [Row("Rows", one.counts)] if one.has_rows else []
        files = [kept for kept in (one.document, one.original) if kept]
        yield Item(one.name, rows, files, one.provenance)


def of_questions(part: AgencyInvolvement) -> Iterator[Item]:
    for number, one in enumerate(reversed(questions_to(part)), 1):
        yield Item(f"Question {number}", [Row("Asked", one.question), Row("Answered", one.answer)])
