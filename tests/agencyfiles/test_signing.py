"""Senior sign-off without an account: exactly what was sent is signed, or nothing is."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agencyfiles.models import FrontSheet, SignOffLink
from agencyfiles.operations import confirming, signing
from agencyfiles.operations.signing import Senior
from agencyfiles.queries.seal import seal_of
from agencyfiles.rules import (
    CAPACITY,
    check_capacity_is_said,
    file_looked_at,
    named_instead,
)
from audit.models import ActorKind, AuditEvent
from evidence.cycle import ImrState
from evidence.models import ImrSignOff
from evidence.operations import imr_drafts, imr_sign_off
from guests.models import CodeRoute, GuestCode, GuestLink, secret_hash
from messaging.models import Message
from reviews.access import Refused
from tests.agencyfiles.conftest import word_document
from tests.agencyfiles.sample_more import SIGNED_LAST
from tests.agencyfiles.saying import page
from tests.evidence.conftest import NOW, TODAY
from tests.evidence.saying import address, day, errors, fetched, text
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import EnquiryAnalysisFactory, ImrPointFactory, ImrVersionFactory
from tests.factories.guests import CODE, GuestCodeFactory

pytestmark = pytest.mark.django_db

SECRET = "a-secret-to-sign"


def scanned():
    """Return a page as a scanner makes it: an empty one will do."""
    content, paper = BytesIO(), pikepdf.new()
    paper.add_blank_page()
    paper.save(content)
    return content.getvalue()


BO = Senior(full_name="Bo Lind", job_title="Director of nursing", email="bo@alder.example")


def guest_page(name=""):
    return reverse(f"agencyfiles:sign{name and '-'}{name}", args=[SECRET])


@pytest.fixture
def imr(imr):
    """The draft, confirmed: it lacks nothing."""
    imr.versions.update(extent="LITTLE", records_read="Case files.")
    for enquiry in imr.involvement.review.terms_of_reference.get().enquiries.all():
        EnquiryAnalysisFactory(version=imr.latest, enquiry=enquiry)
    ImrPointFactory(version=imr.latest, kind="RECOMMENDATION", text="Ask about control.")
    return imr


@pytest.fixture
def ask(imr, author, when):
    def ask(senior=BO, by=author):
        link = signing.ask_by_link(imr=imr, senior=senior, **{**when, "by": by})
        link.link.token_sha256 = secret_hash(SECRET)
        link.link.save()
        return link

    return ask


@pytest.fixture
def link(imr, author, when):
    confirming.confirm(
        imr=imr,
        said=confirming.Confirmed(
            sha256=imr.latest.document.sha256,
            front={"agency": "Hollin", "signed_off_by": "Bo Lind"},
            pieces=[],
        ),
        **{**when, "by": author},
    )
    link = signing.ask_by_link(imr=imr, senior=BO, **{**when, "by": author})
    GuestLink.objects.filter(pk=link.link_id).update(token_sha256=secret_hash(SECRET))
    return link


@pytest.fixture
def inside(client, link):
    """A browser in which the code of that link was typed."""
    GuestCodeFactory(link=link.link, recorded_at=NOW)
    assert client.post(guest_page("code"), {"code": CODE}).url == guest_page()
    return client


class TestAsking:
    def test_the_draft_is_frozen_and_a_link_is_on_its_way(self, imr, part, author, sign_in):
        said = {"full_name": "Bo Lind", "job_title": "Director", "email": "bo@alder.example"}
        response = sign_in(author).post(page(part, "ask-signature"), said)
        assert response.url == address(part, "author-task")
        assert imr.versions.get().waits_for_sign_off
        sent = Message.objects.get(kind="imr_to_sign_by_link")
        assert sent.to_address == "bo@alder.example"
        assert "Waiting" in text(sign_in(author).get(response.url))

    @pytest.mark.parametrize(
        "senior",
        [
            Senior(full_name="Ada Moss, nurse", job_title="Nurse", email="other@alder.example"),
            Senior(full_name="Bo Lind", job_title="Director", email="ADA@alder.example"),
        ],
        ids=["own name", "own mailbox"],
    )
    def test_the_author_is_not_asked_to_sign(self, ask, senior):
        with pytest.raises(Refused, match="cannot sign off their own"):
            ask(senior)
        assert not GuestLink.objects.exists()

    def test_what_is_missing_is_said_first(self, imr, ask):
        imr.latest.analyses.all().delete()
        with pytest.raises(Refused, match="Say something on lines of enquiry"):
            ask()
        assert not GuestLink.objects.exists()

    def test_a_new_link_takes_the_place_of_the_last(self, ask):
        first = ask()
        GuestLink.objects.update(token_sha256="0" * 64)
        ask()
        first.link.refresh_from_db()
        assert first.link.is_revoked

    def test_nobody_but_the_author_asks(self, part, imr, senior, officer, sign_in, ask):
        for person in (senior, officer):
            assert sign_in(person).get(page(part, "ask-signature")).status_code == 404
            with pytest.raises(Refused):
                ask(by=person)


class TestTheSheet:
    def test_the_link_alone_tells_nothing_of_the_case(self, client, link, part):
        shown = text(client.get(guest_page()))
        for words in ("Ask about control", part.agency.name, "Bo Lind", "Ada Moss"):
            assert words not in shown
        assert "Send me a code" in shown

    def test_the_code_shows_front_sheet_recommendations_and_hashes(self, inside, link):
        shown = text(inside.get(guest_page()))
        version = link.version
        for words in ("Hollin", "Ask about control.", version.document.sha256, link.sha256):
            assert words in shown
        assert "Seen twice" not in shown  # the facts are in the file

    def test_a_code_is_emailed_to_the_address_of_the_link(self, client, link):
        client.post(guest_page("send-code"))
        assert Message.objects.get(kind="imr_sign_code").to_address == "bo@alder.example"
        assert GuestCode.objects.get().route == CodeRoute.EMAIL


class TestSigning:
    def test_it_is_signed_and_before_the_panel(self, inside, link, imr):
        assert inside.post(guest_page(), {"note": "Read twice."}).url == guest_page("signed")
        made = ImrSignOff.objects.get()
        assert (made.full_name, made.signed_by) == ("Bo Lind, Director of nursing", None)
        assert made.sha256 == imr.versions.get().sha256
        imr.refresh_from_db()
        assert imr.state == ImrState.RECEIVED
        assert imr.versions.get().received_on == TODAY
        event = AuditEvent.objects.get(event="imr.signed_off")
        assert (event.actor_kind, event.actor_id) == (ActorKind.SIGNED_OUT, None)

    def test_the_receipt_has_the_hashes_and_the_link_opens_nothing_more(self, inside, link, client):
        inside.post(guest_page(), {})
        assert link.sha256 in text(inside.get(guest_page("signed")))
        assert inside.post(guest_page(), {}).url == guest_page("signed")
        inside.post(guest_page("leave"))
        assert inside.get(guest_page()).status_code == 404
        assert ImrSignOff.objects.count() == 1

    def test_nothing_is_signed_without_the_code(self, client, link):
        client.post(guest_page(), {})
        assert not ImrSignOff.objects.exists()


class TestSomebodyElse:
    """The front sheet names Simon Hale; the link went to Bo Lind."""

    @pytest.fixture
    def link(self, link):
        FrontSheet.objects.update(signed_off_by="Simon Hale, chief nurse")
        link.sha256 = seal_of(link.version)
        link.save()
        return link

    def test_the_signer_is_told_before_and_says_in_which_capacity(self, inside):
        shown = inside.get(guest_page())
        assert "it names Simon Hale, chief nurse; the link was sent to you, Bo Lind" in text(shown)
        refused = inside.post(guest_page(), {"note": "Read twice."})
        assert errors(refused) == {"capacity": [CAPACITY]}
        assert not ImrSignOff.objects.exists()

    def test_author_and_chair_are_told(self, inside, part, imr, author, chair, sign_in):
        inside.post(guest_page(), {"capacity": "His deputy, while he is away"})
        made = ImrSignOff.objects.get()
        assert made.document_names == "Simon Hale, chief nurse"
        for person, where in (
            (author, address(part, "author-task")),
            (author, address(part, "imr")),
            (chair, address(part, "imr")),
            (chair, address(part, "imr-version", 1)),
        ):
            shown = text(sign_in(person).get(where))
            assert "It names Simon Hale, chief nurse; Bo Lind, Director of nursing signed." in shown
            assert "His deputy, while he is away" in shown

    def test_a_signed_page_of_somebody_else_is_told_too(self, link, imr, author, when):
        signing.enter_signed_page(
            imr=imr,
            signed_by="Bo Lind, director",
            signed_on=TODAY,
            page=DocumentFactory(),
            **{**when, "by": author},
        )
        assert ImrSignOff.objects.get().document_names == "Simon Hale, chief nurse"

    def test_the_author_is_told_when_the_link_goes_out(self, link, part, author, sign_in):
        said = {"full_name": "Bo Lind", "job_title": "Director", "email": "bo@alder.example"}
        shown = sign_in(author).post(page(part, "ask-signature"), said, follow=True)
        assert "Your document names Simon Hale, chief nurse" in text(shown)


@pytest.mark.parametrize(
    ("named", "is_somebody_else"),
    [
        ("Simon Hale, chief nurse", True),
        ("Simon Hale, director of nursing", True),
        ("", False),
        ("Director of Nursing", False),
        ("Mr Bo Lind", False),
        ("B. Lind, director", False),
        ("Director: Bo Lind", False),
    ],
)
def test_whom_a_front_sheet_names_is_compared_as_a_reader_would(named, is_somebody_else):
    sheet = FrontSheet(signed_off_by=named)
    said = named_instead(sheet, name="Dr Bo Lind", post="Director of nursing")
    assert bool(said) is is_somebody_else


def test_nothing_is_compared_without_a_front_sheet():
    assert named_instead(None, name="Bo Lind") == ""


class TestTheFile:
    def test_it_is_opened_from_the_page_and_leaves_one_line(self, inside, link):
        assert guest_page("file") in inside.get(guest_page()).content.decode()
        before = AuditEvent.objects.count()
        with link.version.document.open() as kept:
            assert fetched(inside.get(guest_page("file"))) == kept.read()
        left = AuditEvent.objects.order_by("id")[before:]
        assert [row.event for row in left] == ["imr_by_link.taken"]

    def test_it_opens_to_whoever_just_signed_and_not_after_they_leave(self, inside):
        inside.post(guest_page(), {})
        assert fetched(inside.get(guest_page("file")))
        inside.post(guest_page("leave"))
        assert inside.get(guest_page("file")).status_code == 404

    def test_the_link_alone_does_not_open_it(self, client, link):
        shown = client.get(guest_page("file"))
        assert "Send me a code" in text(shown)


class TestLapsing:
    def lapsed(self, browser, link):
        assert browser.get(guest_page()).status_code == 404
        assert browser.post(guest_page(), {}).status_code == 404
        assert not ImrSignOff.objects.exists()

    def test_a_version_taken_back_lets_it_lapse(self, inside, link, author, when):
        imr_sign_off.give_back(version=link.version, **{**when, "by": author})
        self.lapsed(inside, link)

    def test_another_file_lets_it_lapse_though_it_is_asked_again(
        self, inside, link, imr, author, when
    ):
        known = {**when, "by": author}
        imr_sign_off.give_back(version=link.version, **known)
        del known["today"]
        imr_drafts.attach_document(imr=imr, document=word_document(SIGNED_LAST), **known)
        imr_sign_off.ask_for_sign_off(imr=imr, **{**when, "by": author})
        self.lapsed(inside, link)

    def test_a_front_sheet_that_was_changed_beneath_it_lets_it_lapse(self, inside, link):
        sheet = link.version.front_sheet
        sheet.agency = "Somebody else"
        sheet.save()
        self.lapsed(inside, link)

    def test_a_recommendation_that_was_changed_beneath_it_lets_it_lapse(self, inside, link):
        link.version.points.update(text="Ask about something else.")
        self.lapsed(inside, link)

    def test_a_sign_off_given_elsewhere_meanwhile_closes_it(self, inside, link, senior, when):
        imr_sign_off.sign_off(
            version=link.version,
            signature=imr_sign_off.Signature(
                full_name="Bo Lind", signed_off_on=TODAY, received_on=TODAY
            ),
            provenance={},
            **{**when, "by": senior},
        )
        assert inside.get(guest_page()).status_code == 404

    def test_so_does_the_end_of_the_review_and_of_its_time(self, inside, link):
        GuestLink.objects.update(expires_on=date(2026, 2, 1))
        self.lapsed(inside, link)


class TestSignedPage:
    def said(self, **changed):
        scan = SimpleUploadedFile("signed.pdf", scanned(), content_type="application/pdf")
        on = day("signed_on", date(2026, 1, 30))
        return {"signed_by": "Bo Lind, director", **on, "page": scan, **changed}

    def test_it_is_kept_with_the_page_and_whose_words_it_was_entered_for(
        self, imr, part, author, sign_in
    ):
        assert sign_in(author).post(page(part, "signed-page"), self.said()).status_code == 302
        made = ImrSignOff.objects.get()
        assert made.on_behalf_of == "Bo Lind, director"
        assert made.original.original_name == "signed.pdf"
        assert made.recorded_by == author
        assert "Entered for Bo Lind, director from a letter of 30 January 2026" in made.provenance

    def test_the_authors_own_name_is_refused(self, imr, part, author, sign_in):
        said = self.said(signed_by="Ada Moss, nurse")
        shown = sign_in(author).post(page(part, "signed-page"), said)
        assert "signed_by" in errors(shown)
        assert not ImrSignOff.objects.exists()

    def test_a_page_is_needed(self, imr, part, author, sign_in):
        said = self.said()
        del said["page"]
        shown = sign_in(author).post(page(part, "signed-page"), said)
        assert errors(shown)["page"] == ["Select the scan of the signed page"]


def test_there_is_nothing_to_sign_before_a_draft(imr, author, when):
    SignOffLink.objects.all().delete()
    imr.versions.update(submitted_at=NOW, sha256="0" * 64)
    ImrSignOff.objects.create(
        version=imr.versions.get(), full_name="Bo", signed_off_on=TODAY, recorded_at=NOW,
        sha256="0" * 64,
    )  # fmt: skip
    with pytest.raises(Refused, match="nothing that waits"):
        signing.ask_by_link(imr=imr, senior=BO, **{**when, "by": author})


def test_nobody_signs_for_somebody_else_without_a_word_on_it():
    with pytest.raises(Refused, match="in which capacity"):
        check_capacity_is_said("Bo Lind", "  ")
    check_capacity_is_said("Bo Lind", "Deputy")


def test_a_file_that_is_not_there_was_not_looked_at():
    with pytest.raises(Refused):
        file_looked_at(ImrVersionFactory(document=None), "1" * 64)
