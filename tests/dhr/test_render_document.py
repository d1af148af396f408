"""Every document of the set comes out of the command, to whoever may read it."""

import subprocess

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from docx import Document as WordFile

from anonymity.models import Destination
from anonymity.queries.certificates import File
from audit.models import AuditEvent
from letters.models import Letter
from pages.templatetags.dates import moment
from reports.models import DraftRelease, Means, ReaderKind
from reviews.access import Role
from tests.factories.anonymity import certified
from tests.factories.chronologies import ChronologyEntryFactory, ChronologySubmissionFactory
from tests.factories.evidence import EvidenceRequestFactory
from tests.factories.families import FamilyContactFactory
from tests.factories.panels import PanelMemberFactory
from tests.factories.publications import (
    PublicationDecisionFactory,
    PublicationFactory,
    QaLetterFactory,
    QaPointFactory,
)
from tests.factories.reports import DraftFactory, DraftReleaseFactory
from tests.factories.reviews import DecisionFactory, PersonFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db


def words_of(path):
    file = WordFile(path)
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in file.paragraphs), *cells])


def write(target, review, document, **options):
    told = {"review": review.reference, "document": document, "format": "docx"}
    call_command("render_document", **told, output=target, **options)
    return words_of(target)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "paper.docx"


def test_the_composite_comes_with_pseudonyms_in_place_of_names(target):
    sent = ChronologySubmissionFactory(released=True)
    review = sent.involvement.review
    PersonFactory(review=review, true_name="Oriel Vantongren", pseudonym="Maris")
    ChronologyEntryFactory(submission=sent, what_happened="Oriel Vantongren rang the duty desk.")

    said = write(target, review, "composite-chronology")

    assert "Maris rang the duty desk." in said
    assert "Vantongren" not in said
    adviser = playing(Role.ADVISER, to=review)
    with pytest.raises(CommandError, match="Your role in this review"):
        write(target, review, "composite-chronology", email=adviser.email)


def test_the_answers_to_the_home_office_come_once_there_are_points(target):
    review = ReviewFactory()
    with pytest.raises(CommandError, match="No points of a Home Office letter"):
        write(target, review, "qa-response-table")
    letter = QaLetterFactory(submission__review=review)
    QaPointFactory(submission=letter.submission, text="Shorten chapter two.")

    assert "Shorten chapter two." in write(target, review, "qa-response-table")


class TestReleasedToOnePerson:
    @pytest.fixture
    def draft(self):
        return DraftFactory(released=True)

    def write(self, target, draft, to="Robin Invented", **options):
        told = {"review": draft.review.reference, "document": "overview-report", "format": "pdf"}
        call_command("render_document", **{**told, **options}, output=target, release_to=to)
        command = ["pdftotext", "-layout", str(target), "-"]
        shown = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        return [" ".join(words.split()) for words in shown.split("\f")[:-1]]

    @pytest.mark.slow
    def test_it_is_a_numbered_copy_with_their_name_on_every_page(self, target, draft):
        certified(draft.review, Destination.ADVISERS, [File(draft.name, draft.sha256)])

        pages = self.write(target, draft)

        (made,) = DraftRelease.objects.all()
        assert (made.reader_name, made.number) == ("Robin Invented", 1)
        assert (made.reader_kind, made.means) == (ReaderKind.ADVISER, Means.PRINT)
        for words in pages:
            assert f"Draft 1, copy 1 · Robin Invented · {moment(made.recorded_at)}" in words
        content = target.read_bytes()
        self.write(target, draft, to="robin invented ")
        assert target.read_bytes() == content
        assert DraftRelease.objects.count() == 1
        assert AuditEvent.objects.filter(event="release.made").count() == 1
        assert AuditEvent.objects.filter(event="document.rendered").count() == 2
        summary = self.write(target, draft, document="executive-summary")
        assert "The panel met six times." in " ".join(summary)

    def test_nobody_outside_gets_one_without_a_certificate(self, target, draft):
        for to in ("Robin Invented", FamilyContactFactory(review=draft.review).name):
            with pytest.raises(CommandError, match="No certificate"):
                self.write(target, draft, to=to)
        assert not target.exists()
        assert not DraftRelease.objects.exists()

    @pytest.mark.slow
    def test_the_panel_and_the_family_are_known_by_name(self, target, draft):
        contact = FamilyContactFactory(review=draft.review)
        member = PanelMemberFactory(review=draft.review)
        certified(draft.review, Destination.FAMILY, [File(draft.name, draft.sha256)])

        for to in (contact.name, member.full_name):
            self.write(target, draft, to=to)
        kinds = {one.reader_kind: one.contact for one in DraftRelease.objects.all()}
        assert kinds == {ReaderKind.FAMILY: contact, ReaderKind.PANEL: None}

    def test_only_drafts_are_released_so_and_only_as_pdf(self, target, draft):
        for options in ({"document": "action-plan"}, {"format": "docx"}):
            with pytest.raises(CommandError, match="is a PDF of a draft"):
                self.write(target, draft, **options)
        with pytest.raises(CommandError, match="No draft of this report is released"):
            self.write(target, DraftFactory())
        copied = DraftReleaseFactory(draft=draft, chapters=["chapter-introduction"])
        with pytest.raises(CommandError, match="chosen chapters of the overview"):
            self.write(target, draft, to=copied.reader_name, document="executive-summary")
        stranger = playing(Role.PANEL_MEMBER, to=draft.review)
        with pytest.raises(CommandError, match="Your role in this review"):
            self.write(target, draft, email=stranger.email)


@pytest.mark.parametrize("name", [*settings.LETTERS, *settings.AGENCY_LETTERS])
def test_every_letter_comes_as_a_word_file_and_is_not_kept(target, name):
    part = EvidenceRequestFactory().involvement
    review = part.review
    DecisionFactory(review=review)
    QaLetterFactory(submission__review=review)
    PublicationFactory(
        review=review, decision=PublicationDecisionFactory(review=review, planned_on=None)
    )
    to = {"agency": part.agency.slug} if name in settings.AGENCY_LETTERS else {}

    assert f"Our reference: {review.reference}" in write(target, review, name, **to)
    assert not Letter.objects.exists()
    with pytest.raises(CommandError, match="Choose docx"):
        call_command(
            "render_document", review=review.reference, document=name, format="pdf",
            output=target, **to,
        )  # fmt: skip


def test_the_list_of_documents_names_every_one(request):
    listed = (request.config.rootpath / "docs" / "letters.md").read_text()
    papers = [*settings.DOCUMENTS, *settings.AGENCY_DOCUMENTS]
    names = [*papers, *settings.LETTERS, *settings.AGENCY_LETTERS]
    assert [name for name in names if f"`{name}`" not in listed] == []
