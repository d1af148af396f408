"""Where the evidence of each agency stands: asked or not, with whom, late or not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from agencies.models import Agency
from evidence.cycle import NOT_IN, ImrState
from evidence.models import (
    EvidenceRequest,
    ImrQuery,
    ImrVersion,
    IndividualManagementReview,
    Tier,
)
from evidence.queries.late import reminded_on, went_nowhere, what_was_sent
from pages.parts import Filter
from reviews.models import AgencyInvolvement, Review

TONES: dict[str, str] = {
    ImrState.REQUESTED: "soon",
    ImrState.ACCEPTED: "plain",
    ImrState.DRAFT: "plain",
    ImrState.AGENCY_SIGNED_OFF: "plain",
    ImrState.RECEIVED: "underway",
    ImrState.QUERIED: "underway",
    ImrState.RESUBMITTED: "underway",
    ImrState.ACCEPTED_BY_PANEL: "done",
}


@dataclass(frozen=True)
class Line:
    """One agency's evidence, as far as its status goes: nothing of what it says."""

    part: AgencyInvolvement
    request: EvidenceRequest | None
    imr: IndividualManagementReview | None
    today: date

    @property
    def agency(self) -> Agency:
        return self.part.agency

    @property
    def tier(self) -> Tier | None:
        return self.request.asks if self.request else None

    @property
    def report(self) -> IndividualManagementReview | None:
        """What is to be written; None where nothing is asked for that is."""
        return self.imr if self.tier and self.tier.report else None

    @property
    def is_undecided(self) -> bool:
        return self.request is None

    @property
    def is_waited_for(self) -> bool:
        return bool(self.report and self.report.state in NOT_IN)

    @property
    def is_late(self) -> bool:
        overdue = bool(self.request and self.request.is_late(self.today))
        return (self.is_waited_for and overdue) or self.has_late_answers

    @property
    def reminded_on(self) -> date | None:
        return reminded_on(self.request) if self.request else None

    @property
    def could_not_be_sent(self) -> bool:
        return bool(self.request and went_nowhere(self.request))

    @property
    def has_late_answers(self) -> bool:
        return any(query.is_late(self.today) for query in self.queries)

    @property
    def is_to_read(self) -> bool:
        return bool(self.report and self.report.is_to_read)

    @property
    def is_queried(self) -> bool:
        return bool(self.report and self.report.state == ImrState.QUERIED)

    @property
    def is_accepted(self) -> bool:
        return bool(self.report and self.report.is_accepted)

    @property
    def lacks_author(self) -> bool:
        return self.is_waited_for and bool(self.report and self.report.author is None)

    @property
    def author(self) -> str:
        return self.report.author.full_name if self.report and self.report.author else ""

    @property
    def versions(self) -> int:
        """How many versions have reached the panel."""
        versions = self.report.versions.all() if self.report else []
        return sum(version.received_on is not None for version in versions)

    @property
    def queries(self) -> list[ImrQuery]:
        return list(self.report.queries.all()) if self.report else []

    @property
    def open_queries(self) -> int:
        return sum(query.is_open for query in self.queries)

    @property
    def standing(self) -> str:
        if self.tier is None:
            return "Not decided yet"
        return self.report.get_state_display() if self.report else self.tier.label

    @property
    def tone(self) -> str:
        """Of the tag that says where a report stands."""
        return "late" if self.is_late else TONES[self.report.state] if self.report else "plain"


SHOWN: dict[str, tuple[str, Callable[[Line], bool]]] = {
    "": ("All", lambda line: True),
    "late": ("Late", lambda line: line.is_late),
    "read": ("To read", lambda line: line.is_to_read),
    "queried": ("Questions asked", lambda line: line.is_queried),
    "waiting": ("With the agency", lambda line: line.is_waited_for),
    "author": ("No author", lambda line: line.lacks_author),
    "accepted": ("Accepted", lambda line: line.is_accepted),
    "undecided": ("Not decided", lambda line: line.is_undecided),
    "nothing": ("Nothing more", lambda line: line.tier == Tier.NOTHING),
}

SORTS: dict[str, Callable[[Line], tuple[object, ...]]] = {
    "agency": lambda line: (line.agency.name.casefold(),),
    "tier": lambda line: (list(Tier).index(line.tier) if line.tier else -1, *by_name(line)),
    "due": lambda line: (due_of(line), *by_name(line)),
    "standing": lambda line: (line.standing, *by_name(line)),
}


def by_name(line: Line) -> tuple[str]:
    return (line.agency.name.casefold(),)


def due_of(line: Line) -> date:
    return line.request.due_on if line.request and line.request.due_on else date.max


def lines_of(review: Review, *, today: date) -> list[Line]:
    """Return where every agency's evidence stands, by name, in a fixed number of queries."""
    requests = EvidenceRequest.objects.only(
        "involvement", "tier", "asked_on", "due_on"
    ).prefetch_related(what_was_sent())
    versions = ImrVersion.objects.only("imr", "number", "received_on")
    queries = ImrQuery.objects.asked().only("imr", "number", "asked_on", "due_on", "answered_on")
    parts = (
        review.involvements.select_related("agency", "review", "imr__author")
        .prefetch_related(Prefetch("evidence_requests", requests))
        .prefetch_related(Prefetch("imr__versions", versions))
        .prefetch_related(Prefetch("imr__queries", queries))
    )
    return [line_of(part, today=today) for part in parts]


def line_of(part: AgencyInvolvement, *, today: date) -> Line:
    requests = list(part.evidence_requests.all())
    request = requests[-1] if requests else None
    return Line(part=part, request=request, imr=getattr(part, "imr", None), today=today)


def narrowed(lines: Iterable[Line], *, show: str, sort: str) -> list[Line]:
    """Return the lines of one filter in the order asked for; late ones first by default."""
    _, fits = SHOWN.get(show, SHOWN[""])
    kept = [line for line in lines if fits(line)]
    key = SORTS.get(sort.removeprefix("-"))
    if key is None:
        return sorted(kept, key=lambda line: (not line.is_late, due_of(line)))
    return sorted(kept, key=key, reverse=sort.startswith("-"))


def filters(lines: list[Line]) -> list[Filter]:
    """Return the filters with how many lines each keeps; empty ones are left out."""
    found = [Filter(code, words, sum(map(fits, lines))) for code, (words, fits) in SHOWN.items()]
    return [choice for choice in found if choice.count or not choice.value]


@dataclass(frozen=True)
class Tally:
    """How the evidence of a review stands, in numbers."""

    reports: int
    accepted: int
    late: int
    to_read: int
    open_queries: int
    undecided: int
    without_author: int
    late_reports: int

    @property
    def words(self) -> str:
        if not self.reports:
            return "None asked for yet"
        return f"{self.accepted} of {self.reports} accepted"


def tally(lines: list[Line]) -> Tally:
    return Tally(
        reports=sum(line.report is not None for line in lines),
        accepted=sum(line.is_accepted for line in lines),
        late=sum(line.is_late for line in lines),
        to_read=sum(line.is_to_read for line in lines),
        open_queries=sum(line.open_queries for line in lines),
        undecided=sum(line.is_undecided for line in lines),
        without_author=sum(line.lacks_author for line in lines),
        late_reports=sum(line.is_late and line.is_waited_for for line in lines),
    )


def accepted_in(review: Review) -> list[ImrVersion]:
    """Return the versions that the panel accepted, by agency: the latest of each."""
    accepted = (
        ImrVersion.objects.accepted()
        .filter(imr__involvement__review=review)
        .select_related("imr__involvement__agency", "imr__involvement__review")
        .prefetch_related("acceptances", "imr__involvement__evidence_requests")
        .order_by("number")
    )
    latest = {version.imr_id: version for version in accepted}
    return sorted(latest.values(), key=lambda row: row.imr.involvement.agency.name.casefold())
