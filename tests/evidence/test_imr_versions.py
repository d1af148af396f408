"""Another version of what an agency sends, and what is entered for it."""

from datetime import date

import pytest

from documents.models import Route
from evidence.cycle import ImrState
from evidence.models import (
    ImrVersion,
    IndividualManagementReview,
    Tier,
)
from evidence.operations import imr_drafts
from reviews.access import Refused, Role
from tests.evidence.imrs import *  # noqa: F403
from tests.evidence.saying import address, day, errors, fetched, text, word_file
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import (
    EnquiryAnalysisFactory,
    EvidenceRequestFactory,
    ImrFactory,
    ImrPointFactory,
    ImrVersionFactory,
)
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db

BY_EMAIL = {
    "received_via": Route.EMAIL,
    "on_behalf_of": "Bo Lind",
    "given_on": date(2026, 1, 30),
    "original": None,
}


@pytest.fixture
def imr(part, author):
    return ImrFactory(involvement=part, by=author)


@pytest.fixture
def mine(when, author):
    """What every operation of the author is told last."""
    return {"by": author, "at": when["at"]}


@pytest.fixture
def write(imr, mine, when):
    def write(**values):
        return imr_drafts.write_part(imr=imr, values=values, today=when["today"], **mine)

    return write


class TestVersions:
    def test_another_version_is_a_copy_whose_lines_keep_their_roots(self, part, author, mine):
        imr = ImrFactory(involvement=part, by=author)
        first = ImrVersionFactory(imr=imr, document=DocumentFactory())
        point = ImrPointFactory(version=first)
        said = EnquiryAnalysisFactory(version=first)
        ImrFactory.reach(imr, ImrState.AGENCY_SIGNED_OFF)

        second = imr_drafts.begin_version(imr=imr, **mine)

        imr.refresh_from_db()
        assert imr.state == ImrState.DRAFT
        assert (second.number, second.facts, second.document) == (2, first.facts, first.document)
        assert second.points.get().root == point.root
        assert second.analyses.get().enquiry == said.enquiry

    def test_it_waits_until_the_last_one_is_signed_off(self, imr, mine, write):
        write(facts="Seen.")
        with pytest.raises(Refused, match="not signed off yet"):
            imr_drafts.begin_version(imr=imr, **mine)

    def test_only_the_author_begins_one(self, part, author, officer, when):
        imr = ImrFactory(involvement=part, by=author, at=ImrState.RECEIVED)
        other = playing(Role.IMR_AUTHOR, to=part)
        with pytest.raises(Refused, match="is named as the author"):
            imr_drafts.begin_version(imr=imr, by=other, at=when["at"])
        EvidenceRequestFactory(involvement=part, tier=Tier.NOTHING)
        with pytest.raises(Refused, match="Nothing is asked for now"):
            imr_drafts.begin_version(imr=imr, by=author, at=when["at"])


class TestEntered:
    """What an agency sent elsewhere."""

    def enter(self, imr, officer, when, **known):
        return imr_drafts.enter_document(
            imr=imr,
            document=DocumentFactory(),
            provenance={**BY_EMAIL, **known},
            today=when["today"],
            by=officer,
            at=when["at"],
        )

    def test_it_becomes_a_version_that_says_where_it_comes_from(self, part, officer, when):
        imr = ImrFactory(involvement=part, at=ImrState.ACCEPTED)
        version = self.enter(imr, officer, when)
        assert version.provenance == "Entered for Bo Lind from an email of 30 January 2026."
        assert self.enter(imr, officer, when) == version

    def test_a_later_one_is_another_version(self, part, officer, when):
        imr = ImrFactory(involvement=part, at=ImrState.RECEIVED)
        assert self.enter(imr, officer, when).number == 2

    def test_a_day_to_come_is_refused(self, part, officer, when):
        imr = ImrFactory(involvement=part, at=ImrState.ACCEPTED)
        with pytest.raises(Refused) as refusal:
            self.enter(imr, officer, when, given_on=date(2026, 2, 3))
        assert refusal.value.field == "given_on"

    def test_an_agencys_own_draft_is_its_own(self, imr, officer, when, write):
        write(facts="Ours.")
        with pytest.raises(Refused, match="own author is writing"):
            self.enter(imr, officer, when)

    def test_the_officer_enters_it_and_goes_on_with_its_lines(self, desk, part):
        imr = ImrFactory(involvement=part, at=ImrState.ACCEPTED)
        page = address(part, "imr-enter")
        assert "Enter the IMR of Alder Trust" in text(desk.get(page))
        said = {
            "document": word_file(),
            "received_via": "EMAIL",
            "on_behalf_of": "Bo Lind",
            **day("given_on", date(2026, 1, 30)),
            "original": word_file(name="the email.docx"),
        }
        answer = desk.post(page, said, follow=True)
        assert "Entered for Bo Lind from an email of 30 January 2026" in text(answer)
        version = ImrVersion.objects.get(imr=imr)
        assert version.is_on_behalf
        words = text(desk.get(address(part, "imr-version", 1)))
        assert "What the agency sent it with" in words
        assert fetched(desk.get(address(part, "imr-file", 1, "original")))
        # and the lines of it, through the same pages as an author's
        assert "What you found" in text(desk.get(address(part, "author-task")))
        desk.post(address(part, "imr-points", "recommendation"), {"text": "Ask everybody."})
        assert version.points.get().text == "Ask everybody."

    def test_the_file_of_another_agency_is_said_to_be_theirs_too(self, desk, part):
        ImrFactory(involvement=part, at=ImrState.ACCEPTED)
        file = word_file()
        theirs = ImrFactory(involvement__review=part.review, involvement__agency__name="Fen Police")
        ImrVersionFactory(imr=theirs, document=DocumentFactory(content=file.read()))
        file.seek(0)
        said = {
            "document": file,
            "received_via": "EMAIL",
            "on_behalf_of": "Bo Lind",
            **day("given_on", date(2026, 1, 30)),
        }
        shown = text(desk.post(address(part, "imr-enter"), said, follow=True))
        assert "This very file is kept as the report of Fen Police as well." in shown

    def test_bad_input_keeps_the_file(self, desk, part):
        ImrFactory(involvement=part, at=ImrState.ACCEPTED)
        said = {"document": word_file(), "received_via": "EMAIL", "on_behalf_of": "Bo Lind"}
        answer = desk.post(address(part, "imr-enter"), said)
        assert list(errors(answer)) == ["given_on"]
        assert "Kept: our IMR.docx" in text(answer)

    def test_a_refusal_is_shown_on_the_page(self, desk, part):
        ImrFactory(involvement=part)
        said = {
            "document": word_file(),
            "received_via": "EMAIL",
            "on_behalf_of": "Bo Lind",
            **day("given_on", date(2026, 1, 30)),
        }
        assert "First confirm who writes it" in text(desk.post(address(part, "imr-enter"), said))

    def test_an_own_draft_says_so_before_anything_is_chosen(self, desk, imr, part, write):
        write(facts="Ours.")
        assert desk.get(address(part, "imr-enter")).status_code == 403
        assert desk.get(address(part, "imr-part", "found")).status_code == 404
        assert IndividualManagementReview.objects.get().latest.facts == "Ours."

    def test_the_agencys_people_do_not_enter_for_themselves(self, sign_in, imr, part, author):
        assert sign_in(author).get(address(part, "imr-enter")).status_code == 404
