"""
What the overview report says of the panel, its terms and what ran beside it.

`questions` is asked together with those of other packages; the rest reads what comes back. Only
what may be printed: a member as they chose to be shown, no reference or outcome of a process.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from panels.models import (
    IndependenceDeclaration,
    PanelMember,
    PanelPart,
    ProcessKind,
    ProcessStatus,
    Standing,
)
from panels.published.terms import PublishedProcess, PublishedTerms, from_data
from panels.queries import equality_in_print
from panels.queries.equality_in_print import PrintedMatter
from reviews.models import Capacity, Judged, Review, judge
from reviews.queries.asking import Question, Row, told

ORDER = {part: place for place, part in enumerate(PanelPart.values)}


DECLARED = ("statement", "answers", "decided", "decided_because")


@dataclass(frozen=True, kw_only=True)
class Seat:
    """
    Somebody who sat on the panel, as the report names them.

    until: the month they left, where they did. statement: of independence, where they made one.
    accepted_because: why a connection they declared was accepted, where one was.
    """

    name: str
    job_title: str
    part: str
    body: str
    until: str
    is_chair: bool
    is_author: bool
    is_secretary: bool
    has_declared: bool
    statement: str
    accepted_because: str = ""

    @property
    def is_leading(self) -> bool:
        """Test whether the report prints their statement in full."""
        return self.is_chair or self.is_author or self.is_secretary


@dataclass(frozen=True, kw_only=True)
class PanelFacts:
    """
    terms: the version agreed last. terms_first_agreed_on: the day of the first.
    meetings: the days the panel met. never_seated: who was invited and never sat on it, by body
    or part, and why.
    """

    seats: Sequence[Seat]
    chair_appointed_on: date | None
    meetings: Sequence[date]
    terms: PublishedTerms | None
    terms_first_agreed_on: date | None
    processes: Sequence[PublishedProcess]
    equality: Sequence[PrintedMatter] = ()
    never_seated: Sequence[tuple[str, str]] = ()


def questions(review: Review, *, today: date) -> Mapping[str, Question]:
    declared = IndependenceDeclaration.objects.filter(member=OuterRef("pk"))
    held = review.meetings.filter(held_on__lte=today, called_off_on__isnull=True)
    agreed = review.terms_of_reference.agreed()
    return {
        **equality_in_print.questions(review),
        "seats": told(
            review.panel_members.taken(),
            id="pk",
            part="part",
            writes_report="writes_report",
            full_name="full_name",
            job_title="job_title",
            shown_as="shown_as",
            joined_on="joined_on",
            left_on="left_on",
            also_for="also_for",
            standing="standing",
            organisation=Coalesce(F("involvement__agency__name"), F("organisation")),
            has_declared=Exists(declared),
            **{name: Subquery(declared.values(name)[:1]) for name in DECLARED},
        ),
        "invited": told(
            review.panel_members.filter(standing=Standing.INVITED),
            part="part",
            also_for="also_for",
            not_seated_because="not_seated_because",
            organisation=Coalesce(F("involvement__agency__name"), F("organisation")),
        ),
        "meetings": told(held, held_on="held_on"),
        "terms": told(agreed[:1], agreed_as="agreed_as"),
        "terms_agreed": told(agreed, agreed_on="agreed_on"),
        "processes": told(
            review.parallel_processes.all(),
            id="pk",
            kind="kind",
            status="status",
            joined_up="joined_up",
        ),
    }


def facts(rows: Mapping[str, list[Row]]) -> PanelFacts:
    chairs = [row for row in rows["seats"] if row["part"] == PanelPart.INDEPENDENT_CHAIR]
    seats = sorted(rows["seats"], key=lambda row: (ORDER[row["part"]], row["full_name"]))
    return PanelFacts(
        seats=[seat_of(**row) for row in seats],
        chair_appointed_on=min((row["joined_on"] for row in chairs), default=None),
        meetings=sorted(row["held_on"] for row in rows["meetings"]),
        terms=from_data(rows["terms"][0]["agreed_as"]) if rows["terms"] else None,
        terms_first_agreed_on=min((row["agreed_on"] for row in rows["terms_agreed"]), default=None),
        never_seated=[
            (PanelMember(**kept).body or PanelPart(kept["part"]).label, because)
            for kept, because in map(invited, rows["invited"])
        ],
        processes=[
            PublishedProcess(
                process=ProcessKind(row["kind"]).label,
                standing=ProcessStatus(row["status"]).label,
                joined_up=row["joined_up"],
            )
            for row in sorted(rows["processes"], key=lambda row: row["id"])
        ],
        equality=equality_in_print.printed(rows),
    )


def invited(row: Row) -> tuple[Row, str]:
    """Return what is read of an invited member's body, and why they took no seat."""
    kept = dict(row)
    return kept, kept["not_seated_because"]


def seat_of(
    *,
    has_declared: bool,
    statement: str | None,
    answers: dict[str, bool] | None,
    decided: str | None,
    decided_because: str | None,
    **columns: object,
) -> Seat:
    member = PanelMember(**columns)
    judged = judge(answers or {}, Capacity(member.part), decided or "")
    name = member.name_in_report
    return Seat(
        name=name,
        job_title=member.job_title if name == member.full_name else "",
        part=member.part_in_words,
        body=member.body,
        until=f"{member.left_on:%B %Y}" if member.left_on else "",
        is_chair=member.is_chair,
        is_author=member.is_author,
        is_secretary=member.part == PanelPart.SECRETARY,
        has_declared=has_declared,
        statement=statement or "",
        accepted_because=(decided_because or "") if judged is Judged.ACCEPTED else "",
    )
