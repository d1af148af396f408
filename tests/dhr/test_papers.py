"""Every paper that the app makes: read aloud, marked, the same each time, and from nowhere else."""

import socket
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.module_loading import import_string
from page import validate_pdf_bytes

from agencies.models import COMMAND_LINE
from documents import rendering
from documents.kinds import DocumentKind
from privacy.marking import OFFICIAL_SENSITIVE
from reports.models import SectionKind
from reviews.access import Refused
from tests.dhr.other_papers import OTHERS
from tests.factories.chronologies import ChronologyEntryFactory, ChronologySubmissionFactory
from tests.factories.publications import QaLetterFactory, QaPointFactory
from tests.factories.reports import REPORT, DraftFactory, ReportSectionFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory
from tests.reports.full import fill

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

TEMPLATES = settings.BASE_DIR / "templates" / "documents"
WITHOUT_PDF = {"imr-template"}  # to write in
UNMARKED = {name for name in OTHERS if name.startswith("published")} | {"annual report"}


@pytest.fixture
def review():
    review = ReviewFactory()
    fill(review)
    part = AgencyInvolvementFactory(review=review)
    sent = ChronologySubmissionFactory(involvement=part, released=True)
    ChronologyEntryFactory(submission=sent, what_happened="A call to the duty desk.")
    letter = QaLetterFactory(submission__review=review)
    QaPointFactory(submission=letter.submission, text="Shorten chapter two.")
    return review


def render(name, review):
    """Return a paper as a PDF, whichever list it stands in."""
    if name in OTHERS:
        return OTHERS[name](review)
    ways, about = settings.DOCUMENTS, review
    if name in settings.AGENCY_DOCUMENTS:
        ways, about = settings.AGENCY_DOCUMENTS, review.involvements.first()
    return import_string(ways[name])(about, kind=DocumentKind.PDF, reader=COMMAND_LINE)


def faults(content):
    report = validate_pdf_bytes(content, profile="ua1")
    return [(fault.rule_id, fault.message) for fault in report.failures]


def pages_of(content):
    shown = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True
    )
    return shown.stdout.decode().split("\f")[:-1]


@pytest.mark.parametrize("name", [*settings.DOCUMENTS, *settings.AGENCY_DOCUMENTS, *OTHERS])
def test_a_paper_is_read_aloud_marked_and_the_same_each_time(review, name):
    if name in WITHOUT_PDF:
        with pytest.raises(Refused, match="Choose docx"):
            render(name, review)
        return
    content = render(name, review)

    assert faults(content) == []
    assert render(name, review) == content
    pages = pages_of(content)
    for number, words in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in words
        assert (words.count(OFFICIAL_SENSITIVE) >= 2) is (name not in UNMARKED)


def test_no_layout_is_left_out(review, monkeypatch):
    """Whoever adds a layout adds the paper that it is for to the list above."""
    laid_out = set()

    def note(template, context, **more):
        laid_out.add(Path(template).name)
        return ""

    monkeypatch.setattr(rendering, "paper_html", note)
    monkeypatch.setattr(rendering, "as_pdf", lambda html, **more: b"%PDF")

    for name in {*settings.DOCUMENTS, *OTHERS}:
        render(name, review)

    assert laid_out == {path.name for path in TEMPLATES.glob("*.html") if is_a_paper(path)}


def is_a_paper(path):
    return 'extends "documents/base.html"' in path.read_text()


HOSTILE = """<img src="https://collector.example/a.png"> and <link rel=stylesheet
href="http://collector.example/a.css">, url(http://collector.example), [here](https://a.example)

![picture](https://collector.example/b.png)"""


@pytest.mark.parametrize("name", ["overview-report", "executive-summary"])
def test_what_somebody_wrote_fetches_nothing(review, name, monkeypatch):
    for kind in (SectionKind.FACTS, SectionKind.SUMMARY_PROCESS):
        ReportSectionFactory(review=review, kind=kind, text=HOSTILE)

    def refuse(*told):
        raise AssertionError(f"a paper asked the network for {told}")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)

    assert "collector.example/a.png" in "".join(pages_of(render(name, review)))


def test_contents_give_the_pages_and_each_page_names_its_chapter(review):
    DraftFactory(review=review, report=REPORT)
    pages = pages_of(render("overview-report", review))

    (line,) = (one for one in pages[1].splitlines() if "2. Methodology" in one)
    at = int(line.split()[-1])
    assert "2.1 Eleven agencies were asked." in " ".join(pages[at - 1].split())
    assert "1. Introduction" in running_head(pages[2])


def running_head(words):
    return next(line for line in words.splitlines() if line.strip())
