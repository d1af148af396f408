"""How each recommendation that was sent stands today, worked out from its rows and the day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from actionplans.models import Recommendation, Scope
from agencies.models import PublicBody
from messaging.models import State as Mail
from postoffice.models import (
    ACKNOWLEDGED_WITHIN,
    REPLIED_WITHIN,
    Acknowledgement,
    Chase,
    ChaseKind,
    DispatchLink,
    Reply,
    ReplyKind,
    SentWords,
)
from postoffice.queries.leaving import went_another_way, withheld_among
from reviews.queries.asking import Question, told

WIDE = (Scope.REGIONAL, Scope.NATIONAL)


class Standing(Enum):
    """How it stands, in the order in which somebody has to look at it."""

    MISSING = "Missing"
    OVERDUE = "Overdue"
    WITHHELD = "Waiting to be certified"
    CAME_BACK = "Came back"
    NOT_THEIRS = "Not theirs"
    NOT_SENT = "Not sent"
    SENT = "Sent"
    ACKNOWLEDGED = "Acknowledged"
    REPLIED = "Replied"

    @property
    def code(self) -> str:
        return self.name.lower().replace("_", "-")

    @property
    def is_missing(self) -> bool:
        return self is Standing.MISSING

    @property
    def is_withheld(self) -> bool:
        return self is Standing.WITHHELD

    @property
    def tone(self) -> str:
        return TONES.get(self, "plain")


TONES = {
    Standing.MISSING: "late",
    Standing.OVERDUE: "late",
    Standing.WITHHELD: "late",
    Standing.CAME_BACK: "late",
    Standing.NOT_THEIRS: "soon",
    Standing.SENT: "underway",
    Standing.ACKNOWLEDGED: "underway",
    Standing.REPLIED: "done",
}
ORDER = list(Standing)
FACTS = ("acknowledged_on", "reply_kind", "answer_by", "mail", "was_opened")
OF_LETTER = ("sent_on", "came_back_on", "route")


def with_facts(lines: QuerySet[SentWords]) -> QuerySet[Any]:
    """Add to lines that were sent what tells how each stands, in the same query."""
    here = {"dispatch": OuterRef("dispatch")}
    replies = Reply.objects.filter(line=OuterRef("pk")).order_by("-pk")
    acknowledged = Acknowledgement.objects.filter(**here).order_by("acknowledged_on")
    last = Chase.objects.filter(**here, kind=ChaseKind.FINAL).order_by("-pk")
    links = DispatchLink.objects.filter(**here).order_by("-pk")
    return lines.filter(dispatch__sent_on__isnull=False).annotate(
        acknowledged_on=Subquery(acknowledged.values("acknowledged_on")[:1]),
        reply_kind=Subquery(replies.values("kind")[:1]),
        replied_on=Subquery(replies.values("replied_on")[:1]),
        answer_by=Subquery(last.values("answer_by")[:1]),
        mail=Subquery(links.values("link__message__state")[:1]),
        was_opened=Exists(links.filter(link__codes__used_at__isnull=False)),
    )


def as_questions(lines: QuerySet[SentWords], **more: Any) -> Question:
    """Return the same as a question for a card or a task; its rows are read by `standings_of`."""
    sent = {name: f"dispatch__{name}" for name in OF_LETTER}
    facts = {name: name for name in FACTS}
    return told(with_facts(lines), dispatch="dispatch_id", **sent, **facts, **more)


def standings_of(rows: Sequence[Mapping[str, Any]], today: date) -> list[Standing]:
    """
    Say how each recommendation that was sent stands. Whether its link would open is looked up
    only for letters that nobody has opened.
    """
    withheld = withheld_among({row["dispatch"] for row in rows if is_unopened(row)})
    return [standing_of(row, today, is_withheld=row["dispatch"] in withheld) for row in rows]


def is_unopened(facts: Mapping[str, Any]) -> bool:
    """Test whether nobody has read or answered it: then its link opens only while it may leave."""
    reached = went_another_way(facts["route"], facts["came_back_on"]) or facts["was_opened"]
    return not (reached or facts["reply_kind"])


def standing_of(facts: Mapping[str, Any], today: date, *, is_withheld: bool = False) -> Standing:
    """
    Say how one recommendation that was sent stands.

    A reply counts whatever the day; what came back, or does not open, reached nobody, so nobody is
    late with it.
    """
    if facts["reply_kind"] == ReplyKind.NOT_OURS:
        return Standing.NOT_THEIRS
    if facts["reply_kind"]:
        return Standing.REPLIED
    acknowledged = facts["acknowledged_on"]
    if not acknowledged and (facts["came_back_on"] or facts["mail"] == Mail.FAILED):
        return Standing.CAME_BACK
    if is_withheld:
        return Standing.WITHHELD
    if facts["answer_by"] and facts["answer_by"] < today:
        return Standing.MISSING
    if next_day(facts["sent_on"], is_acknowledged=bool(acknowledged)) < today:
        return Standing.OVERDUE
    return Standing.ACKNOWLEDGED if acknowledged else Standing.SENT


def next_day(sent_on: date, *, is_acknowledged: bool) -> date:
    """Return by when something is waited for: that they have it, then their reply (D26)."""
    return sent_on + (REPLIED_WITHIN if is_acknowledged else ACKNOWLEDGED_WITHIN)


@dataclass(frozen=True, kw_only=True)
class Out:
    """One recommendation that goes to a body outside, and how it stands."""

    recommendation: Recommendation
    line: SentWords | None
    standing: Standing
    body: str
    body_id: int | None = None
    sent_on: date | None = None
    acknowledged_on: date | None = None
    replied_on: date | None = None
    answer: str = ""
    waits_until: date | None = None

    @property
    def is_national(self) -> bool:
        return self.recommendation.scope == Scope.NATIONAL

    @property
    def words(self) -> str:
        """Return what was sent: a reply answers those words, whatever the plan says by now."""
        return self.line.text if self.line else self.recommendation.text

    @property
    def name(self) -> str:
        """What to call it, by the number under which it was sent."""
        return f"Recommendation {self.line.number}" if self.line else self.recommendation.name

    @property
    def is_reworded(self) -> bool:
        return self.line is not None and not self.line.is_as_it_stands


def outs_of(reviews: Iterable[int], *, today: date) -> list[Out]:
    """
    Return every regional and national recommendation of some reviews, and whatever else was
    sent, each as it was sent last. Missing and overdue first. Two queries, and a look
    for each review with letters that nobody has opened.
    """
    wanted = list(reviews)
    lines = with_facts(SentWords.objects.filter(dispatch__review__in=wanted)).select_related(
        "dispatch__review", "dispatch__body", "recommendation__review"
    )
    last: dict[int, SentWords] = {line.recommendation_id: line for line in lines.order_by("pk")}
    open_ones = (
        Recommendation.objects.filter(review__in=wanted, addressee__isnull=True)
        .filter(Q(scope__in=WIDE) | Exists(PublicBody.objects.filter(pk=OuterRef("public_body"))))
        .exclude(pk__in=last)
        .select_related("review", "public_body")
    )
    found = [*outs_sent(list(last.values()), today), *map(not_sent, open_ones)]
    return sorted(found, key=in_order)


def in_order(one: Out) -> tuple[Any, ...]:
    place = (one.recommendation.review.reference, one.recommendation.number)
    return (ORDER.index(one.standing), one.waits_until or date.max, *place)


def outs_sent(lines: Sequence[Any], today: date) -> list[Out]:
    """Return recommendations that were sent, from lines `with_facts` and their dispatch."""
    standings = standings_of([facts_of(line) for line in lines], today)
    return [out_of(*pair) for pair in zip(lines, standings, strict=True)]


def facts_of(line: Any) -> dict[str, Any]:
    facts = {name: getattr(line, name) for name in FACTS}
    sent = {name: getattr(line.dispatch, name) for name in OF_LETTER}
    return {**facts, **sent, "dispatch": line.dispatch_id}


def out_of(line: Any, standing: Standing) -> Out:
    dispatch = line.dispatch
    waits_for_nobody = standing in (Standing.REPLIED, Standing.NOT_THEIRS, Standing.WITHHELD)
    return Out(
        recommendation=line.recommendation,
        line=line,
        standing=standing,
        body=dispatch.body_name,
        body_id=dispatch.body_id,
        sent_on=dispatch.sent_on,
        acknowledged_on=line.acknowledged_on,
        replied_on=line.replied_on,
        answer=ReplyKind(line.reply_kind).label if line.reply_kind else "",
        waits_until=None
        if waits_for_nobody
        else line.answer_by
        or next_day(dispatch.sent_on, is_acknowledged=bool(line.acknowledged_on)),
    )


def not_sent(one: Recommendation) -> Out:
    return Out(
        recommendation=one,
        line=None,
        standing=Standing.NOT_SENT,
        body=one.addressed_to,
        body_id=one.public_body_id,
    )
