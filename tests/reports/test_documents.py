"""The report as commands write it: the latest draft its reader may see, or the working text."""

import pytest
from docx import Document

from agencies.models import COMMAND_LINE
from documents.kinds import DocumentKind
from reports.queries.documents import executive_summary, overview_report
from reviews.access import Refused
from tests.factories.reports import DraftFactory

pytestmark = pytest.mark.django_db


def words(content):
    from io import BytesIO

    file = Document(BytesIO(content))
    return "\n".join(line.text for line in file.paragraphs)


def test_before_any_draft_it_is_the_working_text_and_says_so(review):
    said = words(overview_report(review, kind=DocumentKind.DOCX, reader=COMMAND_LINE))

    assert "Working text, not a draft." in said
    assert "Report into the death of Maris" in said


def test_then_it_is_the_latest_draft(review):
    DraftFactory(review=review)

    said = words(overview_report(review, kind=DocumentKind.DOCX, reader=COMMAND_LINE))

    assert "Draft 1, made on 14 September 2026. For the panel." in said
    assert "2.1  Eleven agencies were asked." in said
    assert "Letters" in said


def test_the_summary_is_a_paper_of_its_own(review):
    DraftFactory(review=review)

    content = executive_summary(review, kind=DocumentKind.PDF, reader=COMMAND_LINE)

    assert content.startswith(b"%PDF")


def test_a_member_reads_nothing_before_a_release(review, member):
    with pytest.raises(Refused, match="No draft of this report is released"):
        overview_report(review, kind=DocumentKind.PDF, reader=member)
