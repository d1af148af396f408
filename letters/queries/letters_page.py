"""The letters of a review: what the story needs now, what was written, and what is waited for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from agencies.models import User
from evidence.models import ScopingReturn
from letters import rules
from letters.models import FamilyDraft, Letter, LetterKind
from pages.parts import Filter
from pages.templatetags.dates import date_long
from reviews import access
from reviews.models import Notice, Review


@dataclass(frozen=True)
class Line:
    """
    One letter in the list.

    answered_on: also where another record of the review holds the answer.
    """

    letter: Letter
    answered_on: date | None

    @property
    def standing(self) -> str:
        if not self.letter.is_sent:
            return "To be sent"
        return "Answered" if self.answered_on else "Sent"

    @property
    def tone(self) -> str:
        return {"To be sent": "soon", "Sent": "underway", "Answered": "done"}[self.standing]

    @property
    def is_waiting(self) -> bool:
        return self.letter.is_sent and self.answered_on is None


SHOWN = {
    "to-send": ("To be sent", lambda line: not line.letter.is_sent),
    "waiting": ("Sent, no answer yet", lambda line: line.is_waiting),
    "answered": ("Answered", lambda line: line.answered_on is not None),
}


@dataclass(frozen=True)
class Offer:
    """
    A letter that the story needs at this stage, or may need.

    standing: how far it is. missing: what must be recorded before it can be written.
    """

    kind: LetterKind
    standing: str
    is_written: bool
    missing: str
    href: str
    unsent: int
    zip_href: str
    sent_href: str

    @property
    def to(self) -> str:
        return "Agencies, one each" if self.kind.facts.is_for_agencies else self.kind.facts.to.label

    @property
    def are_many(self) -> bool:
        return self.unsent > 1

    @property
    def verb(self) -> str:
        return "Write it again" if self.is_written else "Write it"


def lines_of(review: Review) -> list[Line]:
    """Return all letters of a review, the latest first. Three queries."""
    letters = list(review.letters.whole())
    requests = {letter.scoping_request_id for letter in letters}
    returns = ScopingReturn.objects.filter(request__in=requests - {None})
    answered = dict(returns.order_by("-answered_on").values_list("request_id", "answered_on"))
    for letter in letters:
        letter.review = review
    letters.sort(key=lambda one: (-one.made_at.timestamp(), one.to, one.pk))
    return [Line(one, answered_on(one, answered)) for one in letters]


def answered_on(letter: Letter, answered: dict[int, date]) -> date | None:
    if letter.scoping_request_id:
        return answered.get(letter.scoping_request_id)
    return letter.replied_on


def narrowed(
    lines: Iterable[Line], *, shown: str = "", kind: str = "", words: str = ""
) -> list[Line]:
    """Keep the letters of one standing, of one kind, to whom these words name."""
    keep = SHOWN[shown][1] if shown in SHOWN else lambda line: True
    looked_for = words.casefold().strip()
    return [
        line
        for line in lines
        if keep(line)
        and (not kind or line.letter.kind == kind)
        and looked_for in line.letter.to.casefold()
    ]


def filters(lines: list[Line]) -> list[Filter]:
    chosen = [Filter(value, words, sum(map(keep, lines))) for value, (words, keep) in SHOWN.items()]
    return [Filter("", "All", len(lines)), *chosen]


def kinds_written(lines: list[Line]) -> list[Filter]:
    counts = [(kind, sum(one.letter.kind == kind for one in lines)) for kind in LetterKind]
    found = [Filter(kind, kind.label, count) for kind, count in counts if count]
    return [Filter("", "Every kind"), *found] if len(found) > 1 else []


def offers(review: Review, reader: User, lines: list[Line]) -> tuple[list[Offer], list[Offer]]:
    """Return the letters that this reader may write: those needed now, and the others."""
    told = {notice.kind: notice for notice in review.notices.all()}
    recorded = rules.recorded_of(review)
    found = [
        offer(kind, review, [one for one in lines if one.letter.kind == kind], told, recorded)
        for kind in LetterKind
        if access.allows(rules.check_can_make, reader, review, kind)
    ]
    now = [one for one in found if review.stage in one.kind.facts.stages]
    return now, [one for one in found if one not in now]


def offer(
    kind: LetterKind,
    review: Review,
    lines: list[Line],
    told: dict[str, Notice],
    recorded: Collection[rules.Recorded],
) -> Offer:
    notice = told.get(kind.facts.notice) if kind.facts.notice else None
    sent = sum(one.letter.is_sent for one in lines)
    where = [review.reference, kind.slug]
    return Offer(
        kind=kind,
        standing=standing(lines, sent, notice),
        is_written=bool(notice or lines),
        missing=rules.missing(kind, recorded),
        href=reverse("letters:make", args=where),
        unsent=len(lines) - sent,
        zip_href=reverse("letters:bundle", args=where),
        sent_href=reverse("letters:mark-all-sent", args=where),
    )


def standing(lines: list[Line], sent: int, notice: Notice | None) -> str:
    """Say how far a kind of letter is: "41 of 58 sent"."""
    if len(lines) > 1:
        return f"{sent} of {len(lines)} sent"
    if sent and lines[0].letter.sent_on:
        return f"Sent on {date_long(lines[0].letter.sent_on)}"
    if notice:
        return f"Recorded as sent on {date_long(notice.sent_on)}"
    return "Written, to be sent" if lines else "Not written yet"


def family_drafts(review: Review) -> list[FamilyDraft]:
    """Return the drafts to a family for which the review has what they speak of."""
    recorded = rules.recorded_of(review)
    return [draft for draft in FamilyDraft if not rules.missing(draft, recorded)]
