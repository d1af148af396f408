"""What goes to the Home Office: the rounds of a review, and the papers of a pack."""

from dataclasses import dataclass

from django.db.models import Prefetch

from privacy.marking import OFFICIAL_SENSITIVE
from publications.models import ItemKind, QaSubmission, SubmissionItem
from publications.models.submission import SubmissionQuerySet
from publications.queries.answers import on_paper
from reports.queries.drafts import report_of
from reports.queries.printing import as_pdf
from reviews.models import Review

PAPERS = {
    ItemKind.OVERVIEW_REPORT: "overview-report",
    ItemKind.EXECUTIVE_SUMMARY: "executive-summary",
    ItemKind.ACTION_PLAN: "action-plan",
}


@dataclass(frozen=True)
class Paper:
    """A paper printed for a pack."""

    kind: ItemKind
    slug: str
    title: str
    content: bytes


def rounds_of(review: Review) -> SubmissionQuerySet:
    """Return the rounds of a review, latest first, with what came back and their files."""
    items = Prefetch("items", SubmissionItem.objects.select_related("document"))
    return (
        QaSubmission.objects.filter(review=review)
        .select_related(
            "review__partnership", "draft", "receipt__original", "letter__original", "submitted_by"
        )
        .prefetch_related(items)
    )


def latest_sent(review: Review) -> QaSubmission | None:
    """Return the last round that was sent, with what came back."""
    return rounds_of(review).submitted().first()


def papers_of(submission: QaSubmission) -> list[Paper]:
    """Print what a round begins with: the papers of its draft, and the answers to the last."""
    return [*papers_of_draft(submission), *answers_to_last(submission)]


def papers_of_draft(submission: QaSubmission) -> list[Paper]:
    draft = submission.draft
    if draft is None:
        return []
    report = report_of(draft)
    standing = f"{draft.name}, as sent to the Home Office in round {submission.round}"
    return [
        Paper(
            kind=kind,
            slug=slug,
            title=f"{kind.label}, {draft.name.lower()}",
            content=as_pdf(report, paper=slug, marking=OFFICIAL_SENSITIVE, standing=standing),
        )
        for kind, slug in PAPERS.items()
    ]


def answers_to_last(submission: QaSubmission) -> list[Paper]:
    before = (
        rounds_of(submission.review)
        .answered()
        .filter(round__lt=submission.round, points__isnull=False)
        .first()
    )
    if before is None:
        return []
    title = f"Answers to the points of round {before.round}"
    return [Paper(ItemKind.RESPONSES, "answers", title, on_paper(before))]
