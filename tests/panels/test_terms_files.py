"""Terms of reference on paper: as a PDF, as a Word file, from the page and from the command."""

import json
import subprocess
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from docx import Document as WordFile
from page import validate_pdf_bytes

from audit.models import AuditEvent
from documents import rendering
from panels.models import SectionKind
from panels.models.agreement_round import in_groups
from panels.queries.terms import hash_of
from reviews.access import Role
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)
from tests.factories.terms import (
    KeyLineOfEnquiryFactory,
    TermsContributionFactory,
    TermsOfReferenceFactory,
    TermsSectionFactory,
)
from tests.panels.saying import page, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(review):
    draft = TermsOfReferenceFactory(review=review)
    draft.subjects.add(
        PersonFactory(review=review, true_name="Oriel Vantongren", pseudonym="Maris")
    )
    TermsContributionFactory(terms=draft)
    KeyLineOfEnquiryFactory(terms=draft, text="What was known?", why="Two calls were made.")
    TermsSectionFactory(terms=draft, kind=SectionKind.MEDIA, text="One voice.")
    PanelMemberFactory(review=review)
    return draft


def words_of_word(content):
    file = WordFile(BytesIO(content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in file.paragraphs), *cells])


def download(client, draft, ending):
    return client.get(page("terms-file", draft.review.reference, draft.number, ending))


class TestFromThePage:
    def test_a_word_file_says_what_the_page_says(self, signed_in, draft):
        response = download(signed_in, draft, "docx")

        said = words_of_word(response.content)
        name = f"{draft.review.reference}-terms-of-reference-1.docx"
        assert name in response["Content-Disposition"]
        for words in (
            "Version 1, draft. Not agreed.", "What was known?", "Two calls were made.", "Maris",
            "One voice.", "Chronology and individual management review", in_groups(hash_of(draft)),
        ):  # fmt: skip
            assert words in said
        assert "Oriel" not in said
        assert download(signed_in, draft, "docx").content == response.content

    @pytest.mark.slow
    def test_a_pdf_is_tagged_marked_and_the_same_each_time(self, signed_in, draft):
        content = download(signed_in, draft, "pdf").content

        report = validate_pdf_bytes(content, profile="ua1")
        assert [(fault.rule_id, fault.message) for fault in report.failures] == []
        shown = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True)
        words = " ".join(shown.stdout.decode().split())
        assert words.count("OFFICIAL-SENSITIVE") >= 3
        assert "What was known?" in words
        assert in_groups(hash_of(draft)) in words
        assert download(signed_in, draft, "pdf").content == content

    def test_an_agreed_version_says_when_and_where(self, signed_in, review):
        agreed = TermsOfReferenceFactory(review=review, agreed=True)

        said = words_of_word(download(signed_in, agreed, "docx").content)

        assert "Version 1, agreed on 20 February 2026: A meeting in the town hall." in said

    def test_there_is_no_other_kind(self, signed_in, draft):
        assert download(signed_in, draft, "exe").status_code == 404

    def test_where_pdf_cannot_be_made_the_page_says_what_to_install(
        self, signed_in, draft, monkeypatch
    ):
        def cannot(*args, **kwargs):
            raise rendering.RenderingUnavailable(rendering.UNAVAILABLE)

        monkeypatch.setattr("panels.queries.printing.render_pdf", cannot)

        response = signed_in.get(page("terms-file", draft.review.reference, 1, "pdf"), follow=True)

        assert "the Pango library is missing" in text(response)

    def test_an_agency_downloads_what_is_agreed(self, client, review):
        TermsOfReferenceFactory(review=review, agreed=True)
        part = AgencyInvolvementFactory(review=review)
        client.force_login(playing(Role.IMR_AUTHOR, to=part))

        response = client.get(page("agency-terms-file", review.reference, part.pk, "docx"))

        assert "Version 1, agreed" in words_of_word(response.content)


class TestFromTheCommand:
    def render(self, tmp_path, *, ending="docx", **options):
        told = {"document": "terms-of-reference", "format": ending, "json": True}
        out = StringIO()
        target = tmp_path / f"terms.{ending}"
        call_command("render_document", **told, output=target, stdout=out, stderr=out, **options)
        return target, out.getvalue()

    def test_it_writes_the_version_agreed_last(self, tmp_path, draft):
        target, said = self.render(tmp_path, review=draft.review.reference)

        content = target.read_bytes()
        assert "Version 1, draft." in words_of_word(content)
        assert json.loads(said) == {
            "review": draft.review.reference,
            "document": "terms-of-reference",
            "format": "docx",
            "bytes": len(content),
        }
        event = AuditEvent.objects.get(event="document.rendered")
        assert event.subjects == {"document": "terms-of-reference", "format": "docx"}

    def test_a_later_draft_does_not_take_the_place_of_what_is_agreed(self, tmp_path, review):
        TermsOfReferenceFactory(review=review, agreed=True)
        TermsOfReferenceFactory(review=review)

        target, _ = self.render(tmp_path, review=review.reference, email=None)

        assert "Version 1, agreed" in words_of_word(target.read_bytes())

    @pytest.mark.slow
    def test_it_writes_a_pdf_and_says_so(self, tmp_path, draft, capsys):
        target = tmp_path / "terms.pdf"
        call_command(
            "render_document", review=draft.review.reference, document="terms-of-reference",
            format="pdf", output=target,
        )  # fmt: skip

        assert target.read_bytes().startswith(b"%PDF")
        assert f"bytes written to {target}" in capsys.readouterr().err

    def test_it_acts_as_a_person_with_their_rights(self, tmp_path, draft, officer):
        stranger = playing(Role.CSP_OFFICER, to=ReviewFactory())

        self.render(tmp_path, review=draft.review.reference, email=officer.email)
        assert AuditEvent.objects.get(event="document.rendered").actor_id == officer.pk
        with pytest.raises(CommandError, match="read the terms of reference"):
            self.render(tmp_path, review=draft.review.reference, email=stranger.email)

    def test_what_is_not_there_is_said(self, tmp_path, review):
        with pytest.raises(CommandError, match="no review with this reference"):
            self.render(tmp_path, review="NO-SUCH-1")
        with pytest.raises(CommandError, match="no terms of reference yet"):
            self.render(tmp_path, review=review.reference)
        with pytest.raises(CommandError, match="Nobody with this email"):
            self.render(tmp_path, review=review.reference, email="nobody@agency.example")

    def test_a_folder_that_is_not_there_is_said(self, tmp_path, draft):
        with pytest.raises(CommandError, match="No such file or directory"):
            self.render(tmp_path / "nowhere", review=draft.review.reference)
