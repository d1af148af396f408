"""What the page of an IMR shows: how it went, its versions, and what one of them says."""

from dataclasses import dataclass
from datetime import date, datetime

from agencies.models import User
from evidence.models import (
    EvidenceRequest,
    ImrAcceptance,
    ImrPoint,
    ImrQuery,
    ImrVersion,
    IndividualManagementReview,
    PointKind,
)
from evidence.queries.enquiries import EnquiryLine, fetch_content, said_lines
from evidence.queries.imr_parts import WRITTEN_PARTS
from evidence.rules.imr_reading import check_can_read
from pages.parts import Row
from reviews import access


@dataclass(frozen=True)
class Reading:
    """
    One version as it is read: its boxes, its lines of enquiry, its points by kind.

    Parts that nobody wrote are left out: a summary need not have them.
    """

    version: ImrVersion
    rows: list[Row]
    lines: list[EnquiryLine]
    points: list[tuple[PointKind, list[ImrPoint]]]


def reading_of(version: ImrVersion) -> Reading:
    fetch_content(version)
    points = list(version.points.all())
    by_kind = [(kind, [point for point in points if point.kind == kind]) for kind in PointKind]
    return Reading(
        version=version,
        rows=[row for part in WRITTEN_PARTS for row in part.rows(version) if row.is_recorded],
        lines=said_lines(version),
        points=[(kind, found) for kind, found in by_kind if found],
    )


@dataclass(frozen=True)
class Shelved:
    """One version in the list of versions: anybody who follows it sees that it is there."""

    version: ImrVersion
    may_read: bool

    @property
    def standing(self) -> str:
        if any(row.stands for row in self.version.acceptances.all()):
            return "Accepted"
        if self.version.received_on:
            return "Received"
        if self.version.is_signed_off:
            return "Signed off, not sent yet"
        return "Waiting for sign-off" if self.version.is_frozen else "Being written"


def shelf(reader: User, imr: IndividualManagementReview) -> list[Shelved]:
    """Return the versions of an IMR, the latest first, with which of them a reader may open."""
    return [
        Shelved(version, access.allows(check_can_read, reader, version))
        for version in imr.versions.all()
    ]


@dataclass(frozen=True)
class Happening:
    """
    One thing that happened to an IMR, on its day; nothing of what it says.

    at: when it was recorded, which orders the things of one day.
    """

    on: date
    at: datetime
    words: str
    provenance: str = ""


def history(imr: IndividualManagementReview) -> list[Happening]:
    """
    Return what happened, the oldest first, put together from the records.

    Prefetch `declarations` and `queries`.
    """
    found = [asked(request) for request in imr.involvement.evidence_requests.all()]
    for declaration in imr.declarations.all():
        may = "" if declaration.may_write(imr.kind) else ", who is not independent"
        found.append(
            Happening(
                declaration.declared_on,
                declaration.recorded_at,
                f"Declaration of {declaration.full_name}, {declaration.job_title}{may}",
                declaration.provenance,
            )
        )
    for version in imr.versions.all():
        found += of_version(version)
    found += of_queries(imr)
    return sorted(found, key=lambda happening: (happening.on, happening.at))


def asked(request: EvidenceRequest) -> Happening:
    told = f" ({request.told_otherwise})" if request.told_otherwise else ""
    why = f": {request.reason}" if request.reason else ""
    words = f"Asked for: {request.get_tier_display()}{told}{why}"
    return Happening(request.asked_on, request.recorded_at, words)


def of_version(version: ImrVersion) -> list[Happening]:
    if not version.is_signed_off:
        return []
    signed = version.sign_off
    words = f"{version.name} signed off by {signed.full_name}"
    if signed.document_names:
        words += f"; its document names {signed.document_names}"
    found = [Happening(signed.signed_off_on, signed.recorded_at, words, signed.provenance)]
    if version.received_on:
        words = f"{version.name} received by the panel"
        received = (version.received_on, signed.recorded_at)
        found.append(Happening(*received, words, version.provenance))
    return found + [of_acceptance(version, row) for row in version.acceptances.all()]


def of_acceptance(version: ImrVersion, row: ImrAcceptance) -> Happening:
    back = "" if row.stands else f"; taken back: {row.taken_back_because}"
    words = f"{version.name} accepted by the panel{back}"
    return Happening(row.accepted_on, row.recorded_at, words)


def of_queries(imr: IndividualManagementReview) -> list[Happening]:
    """Return the days on which questions were asked, and each answer."""
    found = []
    by_day: dict[date, list[ImrQuery]] = {}
    for query in imr.queries.all():
        if query.asked_on:
            by_day.setdefault(query.asked_on, []).append(query)
        if query.answered_on and query.answered_at:
            words = f"Question {query.number} answered"
            answered = (query.answered_on, query.answered_at)
            found.append(Happening(*answered, words, query.provenance))
    for on, rows in by_day.items():
        words = f"{len(rows)} question{'' if len(rows) == 1 else 's'} asked"
        found.append(Happening(on, max(row.raised_at for row in rows), words))
    return found
