"""The drafts of a review's report, and what each says."""

from reports.models import Draft, DraftPart
from reports.published.report import PublishedReport, from_data
from reports.queries.draft_page import chapters_of


def report_of(draft: Draft) -> PublishedReport:
    """Return a draft as it prints. Its content never changes."""
    return from_data(draft.content)


def paragraphs_of(draft: Draft, part: str) -> list[str]:
    """Return the numbers of the paragraphs of the report, or of its summary."""
    return [number for one in chapters_of(report_of(draft), part) for number in one.numbers]


def chapters_by_anchor(draft: Draft) -> dict[str, str]:
    """Return the titles of the chapters of the report and its appendices, by their anchors."""
    return {one.anchor: one.title for one in chapters_of(report_of(draft), DraftPart.REPORT)}


def standing_of(draft: Draft) -> str:
    """Say on paper which draft it is."""
    made = f"{draft.made_on.day} {draft.made_on:%B %Y}"
    return f"{draft.name}, made on {made}. {draft.get_purpose_display()}."
