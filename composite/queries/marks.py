"""What chair and panel made of the events on a page."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from agencies.models import Actor, User
from composite.models import (
    EventComment,
    EventTag,
    EventWeight,
    FindingEvent,
    FindingStanding,
    Weight,
)
from composite.published.composite import PublishedMarks
from composite.queries.findings import findings_for
from composite.queries.scope import Scope
from panels.models import KeyLineOfEnquiry
from reviews import access
from reviews.access import Permission
from reviews.models import Review
from reviews.queries.asking import Question, Row, ask, told

MOST_NAMED = 1000  # events that a question names; of more it asks for those of the whole review
TONES = {Weight.KEY: "red", Weight.RELEVANT: "blue", Weight.ROUTINE: "grey"}


@dataclass(frozen=True)
class Said:
    """A comment. is_own: its reader wrote it."""

    pk: int
    words: str
    who: str
    at: datetime
    is_own: bool


@dataclass(frozen=True)
class Noticed:
    """A finding of the checks at one of its events."""

    pk: int
    words: str
    is_open: bool


@dataclass
class Marks:
    weight: str = ""
    enquiries: list[KeyLineOfEnquiry] = field(default_factory=list)
    comments: list[Said] = field(default_factory=list)
    findings: list[Noticed] = field(default_factory=list)

    @property
    def weight_words(self) -> str:
        return Weight(self.weight).label if self.weight else ""

    @property
    def tone(self) -> str:
        return TONES[Weight(self.weight)] if self.weight else ""

    @property
    def has_any(self) -> bool:
        return bool(self.weight or self.enquiries or self.comments or self.findings)


def may_read_marks(review: Review, reader: Actor) -> bool:
    """Test whether somebody is of the review as a whole: agencies' authors read none of it."""
    return access.has(reader, Permission.CHRONOLOGY_READ_COMPOSITE, on=review)


def marks_of(
    scope: Scope,
    events: Iterable[UUID],
    *,
    reader: Actor,
    enquiries: list[KeyLineOfEnquiry],
    say: Callable[[str], str],
) -> dict[UUID, Marks]:
    """
    Return what was made of each of these events.

    enquiries: those of the agreed terms; a tag of a line that was dropped is left out.
    say: puts words as their reader may read them.
    """
    wanted = list(events)
    marks: dict[UUID, Marks] = defaultdict(Marks)
    if not wanted or not may_read_marks(scope.review, reader):
        return marks
    rows = ask(questions(scope, wanted, reader=reader))
    for row in rows["weights"]:
        marks[UUID(row["event"])].weight = row["weight"]
    tagged = {(row["event"], row["enquiry"]) for row in rows["tags"]}
    for event in wanted:
        lines = [line for line in enquiries if (str(event), str(line.root)) in tagged]
        marks[event].enquiries.extend(lines)
    for row in sorted(rows["comments"], key=lambda row: (row["at"], row["pk"])):
        marks[UUID(row["event"])].comments.append(said(row, reader, say))
    for row in sorted(rows["findings"], key=itemgetter("pk")):
        noticed = Noticed(row["pk"], say(row["words"]), row["standing"] == FindingStanding.OPEN)
        marks[UUID(row["event"])].findings.append(noticed)
    return marks


def questions(scope: Scope, events: list[UUID], *, reader: Actor) -> dict[str, Question]:
    named = {"event__in": events} if len(events) <= MOST_NAMED else {}
    about: dict[str, Any] = {"review": scope.review, **named}
    findings = FindingEvent.objects.filter(
        **named,
        finding__in=findings_for(scope, reader)
        .filter(gone_at__isnull=True)
        .exclude(standing=FindingStanding.DISMISSED),
    )
    return {
        "weights": told(EventWeight.objects.filter(**about), event="event", weight="weight"),
        "tags": told(EventTag.objects.filter(**about), event="event", enquiry="enquiry"),
        "comments": told(
            EventComment.objects.standing().filter(**about),
            pk="pk",
            event="event",
            words="words",
            who="recorded_by__full_name",
            whose="recorded_by",
            at="recorded_at",
        ),
        "findings": told(
            findings,
            pk="finding_id",
            event="event",
            words="finding__words",
            standing="finding__standing",
        ),
    }


def for_paper(marks: Marks) -> PublishedMarks:
    """Return marks as they leave in a file."""
    return PublishedMarks(
        weight=marks.weight_words,
        enquiries="\n".join(f"{line.number}. {line.text}" for line in marks.enquiries),
        comments="\n".join(f"{one.who}: {one.words}" for one in marks.comments),
    )


def said(row: Row, reader: Actor, say: Callable[[str], str]) -> Said:
    return Said(
        pk=row["pk"],
        words=say(row["words"]),
        who=row["who"] or "The command line",
        at=datetime.fromisoformat(row["at"]),
        is_own=isinstance(reader, User) and row["whose"] == reader.pk,
    )
