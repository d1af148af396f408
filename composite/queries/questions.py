"""Questions to agencies about findings: for who asks, and for the agency, which reads its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chronologies.cycle import HAS_ROWS
from chronologies.models import ChronologyEntry
from chronologies.queries.submissions import EntryRead, as_read
from composite.models import FindingQuestion, ReconciliationFinding
from composite.queries.deciding import entries_of
from composite.queries.scope import Scope
from reviews.models import AgencyInvolvement


@dataclass(frozen=True)
class Asked:
    """A question as who asks reads it, beside the finding."""

    agency: str
    words: str
    by: str
    at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None


def asked_about(finding: ReconciliationFinding, say: Callable[[str], str]) -> list[Asked]:
    rows = finding.questions.select_related("involvement__agency", "asked_by", "answered_by")
    return [
        Asked(
            agency=row.involvement.agency.label,
            words=say(row.question),
            by=row.asked_by.full_name if row.asked_by else "",
            at=row.asked_at,
            answer=say(row.answer),
            answered_by=row.answered_by.full_name if row.answered_by else "",
            answered_at=row.answered_at,
        )
        for row in rows
    ]


def agencies_of(finding: ReconciliationFinding, scope: Scope) -> list[AgencyInvolvement]:
    """Return the agencies whose entries a finding is about, by their label."""
    told = {entry.submission_id for entry in entries_of(finding, scope)}
    return [row.involvement for row in scope.by_label if row.pk in told]


def events_of_agency(finding: ReconciliationFinding, part: AgencyInvolvement) -> list[UUID]:
    """Return the events of a finding that this agency tells."""
    events = finding.events.values("event")
    told = ChronologyEntry.objects.filter(submission__involvement=part, root__in=events)
    return sorted(told.order_by().values_list("root", flat=True).distinct())


# The agency's side


def questions_to(part: AgencyInvolvement) -> list[FindingQuestion]:
    """Return what one agency was asked, the last first."""
    found = FindingQuestion.objects.filter(involvement=part)
    return list(found.select_related("asked_by", "answered_by").order_by("-id"))


def own_entries(question: FindingQuestion) -> list[EntryRead]:
    """Return the agency's own entries that a question is about, as its last file has them."""
    files = question.involvement.chronologies.filter(state__in=HAS_ROWS)
    last = files.defer("tables", "other_tables").order_by("number").last()
    if last is None:
        return []
    entries = last.entries.filter(root__in=question.events).select_related("row")
    return as_read(entries.in_story_order())
