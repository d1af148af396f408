"""What became of each point of a letter between the draft it was about and the draft after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from agencies.models import Actor
from panels.published.comparison import Change, Piece, unkeyed
from publications.models import QaAnswer, QaPoint, QaSubmission
from publications.queries.answers import points_of
from publications.queries.places import numbers_in, place_href
from reports.access import drafts_for
from reports.models import Draft
from reports.models.draft import DraftQuerySet
from reports.published.papers import report_chapters
from reports.published.report import PublishedReport
from reports.published.text import plain
from reports.queries.drafts import report_of

ALIKE = 0.5  # of the words: below, a paragraph is another one
CHANGED, SAME, GONE, UNCITED = "Changed", "Unchanged", "Taken out", "No paragraph to compare"
NOT_THERE = "Not in that draft"


@dataclass(frozen=True)
class ComparedPoint:
    """
    A point with the paragraphs it is about in both drafts.

    said: what became of them, in a word. changes: side by side, where something differs.
    """

    point: QaPoint
    answer: QaAnswer | None
    paragraphs: str
    said: str
    changes: Sequence[Change]
    href: str


@dataclass(frozen=True)
class Compared:
    """before, after: the drafts that this reader may see; None where there is none."""

    before: Draft | None
    after: Draft | None
    points: Sequence[ComparedPoint]


def compared(submission: QaSubmission, reader: Actor) -> Compared:
    """Return the points of a round with what changed for each in the draft after it."""
    drafts = drafts_for(reader, submission.review)
    before = drafts.filter(pk=submission.draft_id or 0).first()
    after = draft_after(submission, drafts.filter(number__gt=before.number)) if before else None
    old = paragraphs_in(report_of(before)) if before else {}
    new = paragraphs_in(report_of(after)) if after else {}
    points = [compared_point(point, old, new, is_pair=after is not None)
              for point in points_of(submission)]  # fmt: skip
    return Compared(before, after, points)


def draft_after(submission: QaSubmission, later: DraftQuerySet) -> Draft | None:
    """Return the draft of the next round, or the last that was made since."""
    next_round = submission.review.qa_submissions.filter(
        round__gt=submission.round, draft__in=later
    ).order_by("round")
    chosen = next_round.values_list("draft_id", flat=True).first()
    return later.filter(pk=chosen).first() if chosen else later.order_by("-number").first()


def paragraphs_in(report: PublishedReport) -> dict[str, str]:
    """Return the paragraphs of a report by their numbers."""
    return {
        line.number: plain(line.words)
        for chapter in report_chapters(report)
        for line in chapter.lines
        if line.number
    }


def compared_point(
    point: QaPoint, old: Mapping[str, str], new: Mapping[str, str], *, is_pair: bool
) -> ComparedPoint:
    answer = point.answer
    cited = numbers_in(point.paragraph_cited) if point.paragraph_cited else []
    there = [number for number in cited if number in old]
    changed = numbers_in(answer.where_changed) if answer and answer.where_changed else []
    found = [number for number in changed if number in new] or likely(there, old, new)
    changes = beside([old[one] for one in there], [new[one] for one in found])
    return ComparedPoint(
        point=point,
        answer=answer,
        paragraphs=", ".join(cited),
        said=what_became(cited, there, found, changes) if is_pair else "",
        changes=changes if is_pair else [],
        href=place_href(answer),
    )


def beside(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Return what differs word by word, or both as they are where they are not one text."""
    if all(alike(one, two) >= ALIKE for one, two in zip(before, after, strict=False)):
        return list(unkeyed(list(before), list(after)))
    texts = zip_longest(before, after, fillvalue="")
    return [Change(CHANGED, whole(one), whole(two)) for one, two in texts]


def whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text),) if text else ()


def likely(numbers: Sequence[str], old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """Return where paragraphs stand in the later draft: by their words, since numbers move."""
    found = []
    for number in numbers:
        shares = {other: alike(old[number], text) for other, text in new.items()}
        best = max(shares, key=lambda other: shares[other], default="")
        if best and shares[best] >= ALIKE and best not in found:
            found.append(best)
    return found


def alike(one: str, two: str) -> float:
    matcher = SequenceMatcher(a=one.split(), b=two.split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0.0


def what_became(
    cited: Sequence[str], there: Sequence[str], found: Sequence[str], changes: Sequence[Change]
) -> str:
    if not (there or found):
        return NOT_THERE if cited else UNCITED
    if not found:
        return GONE
    return CHANGED if changes else SAME
