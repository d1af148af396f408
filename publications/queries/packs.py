"""The papers of a pack for the Home Office."""

from dataclasses import dataclass

from privacy.marking import OFFICIAL_SENSITIVE
from publications.models import ItemKind, QaSubmission
from publications.queries.answers import on_paper
from reports.queries.drafts import report_of
from reports.queries.printing import Paper as PaperName
from reports.queries.printing import as_pdf

PAPERS: dict[ItemKind, PaperName] = {
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
        submission.review.qa_submissions.answered()
        .filter(round__lt=submission.round, points__isnull=False)
        .first()
    )
    if before is None:
        return []
    title = f"Answers to the points of round {before.round}"
    return [Paper(ItemKind.RESPONSES, "answers", title, on_paper(before))]
