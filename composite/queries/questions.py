"""Questions to agencies about findings: for who asks, and for the agency, which reads its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chronologies.cycle import HAS_ROWS
from chronologies.models import ChronologyEntry, ChronologySubmission
from composite.models import FindingQuestion, ReconciliationFinding
from composite.published.composite import PublishedEntry
from composite.queries.deciding import entries_of
from composite.queries.lines import published
from composite.queries.scope import Scope
from reviews.models import AgencyInvolvement


@dataclass(frozen=True)
class Asked:
    """A question as who asks reads it, beside the finding; ending says how it ended unanswered."""

    pk: int
    agency: str
    words: str
    by: str
    at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None
    ending: str
    ended_by: str
    ended_at: datetime | None


def asked_about(finding: ReconciliationFinding, say: Callable[[str], str]) -> list[Asked]:
    rows = finding.questions.select_related(
        "involvement__agency", "asked_by", "answered_by", "ended_by"
    )
    return [
        Asked(
            pk=row.pk,
            agency=row.involvement.agency.label,
            words=say(row.question),
            by=row.asked_by.full_name if row.asked_by else "",
            at=row.asked_at,
            answer=say(row.answer),
            answered_by=row.answered_by.full_name if row.answered_by else "",
            answered_at=row.answered_at,
            ending=row.get_ending_display(),
            ended_by=row.ended_by.full_name if row.ended_by else "",
            ended_at=row.ended_at,
        )
        for row in rows
    ]


def agencies_of(finding: ReconciliationFinding, scope: Scope) -> list[AgencyInvolvement]:
    """Return the agencies whose entries a finding is about, by their label."""
    told = {entry.submission_id for entry in entries_of(finding, scope)}
    return [row.involvement for row in scope.by_label if row.pk in told]


def waiting_for(finding: ReconciliationFinding) -> set[int]:
    """Return the parts of the agencies that are asked about a finding and have not answered."""
    return set(finding.questions.open().values_list("involvement", flat=True))


def events_of_agency(finding: ReconciliationFinding, part: AgencyInvolvement) -> list[UUID]:
    """Return the events of a finding that this agency tells."""
    events = finding.events.values("event")
    told = ChronologyEntry.objects.filter(submission__involvement=part, root__in=events)
    return sorted(told.order_by().values_list("root", flat=True).distinct())


# The agency's side


def questions_to(part: AgencyInvolvement) -> list[FindingQuestion]:
    """Return what one agency was asked and what was not taken back, the last first."""
    found = FindingQuestion.objects.to_read().filter(involvement=part)
    return list(found.select_related("asked_by", "answered_by").order_by("-id"))


@dataclass(frozen=True)
class Telling:
    """
    What an agency said of an event that it is asked about, in the last of its files that tells it.

    left_out_by: the name of its last file, where that tells the event no more.
    """

    entry: ChronologyEntry
    line: PublishedEntry
    left_out_by: str


def own_tellings(question: FindingQuestion) -> list[Telling]:
    """Return the agency's own entries that a question is about, in its own words."""
    part = question.involvement
    files = list(
        part.chronologies.filter(state__in=HAS_ROWS)
        .defer("tables", "other_tables")
        .order_by("number")
    )
    entries = last_told(question.events, files)
    for file in files:
        file.involvement = part
    scope = Scope(review=part.review, standing=files)
    lines = published(entries, scope, pseudonyms=None)
    return [
        Telling(entry, line, files[-1].name if line.submission < files[-1].number else "")
        for entry, line in zip(entries, lines, strict=True)
    ]


def last_told(events: list[UUID], files: list[ChronologySubmission]) -> list[ChronologyEntry]:
    """Return how the last of these files that tells each event has it, in story order."""
    number = {file.pk: file.number for file in files}
    told = ChronologyEntry.objects.filter(submission__in=number, root__in=events)
    entries = list(told.select_related("row").in_story_order())
    last: dict[UUID, int] = {}
    for entry in entries:
        last[entry.root] = max(last.get(entry.root, 0), number[entry.submission_id])
    return [one for one in entries if number[one.submission_id] == last[one.root]]
