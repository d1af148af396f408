"""The drafts of a review's report, and what each says."""

from reports.models import Draft
from reports.published.report import PublishedReport, from_data


def report_of(draft: Draft) -> PublishedReport:
    """Return a draft as it prints. Its content never changes."""
    return from_data(draft.content)
