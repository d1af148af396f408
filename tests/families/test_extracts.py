"""Exact words and photographs: how far they go, who sees them, and what calling them back does."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from PIL import Image

from audit.models import AuditEvent
from families.models import FamilyExtract, Reach
from families.operations import extracts as operations
from messaging.models import Message
from publications.rules.checking import NOT_ALLOWED, not_allowed
from reports.models import SectionKind
from reports.published.text import as_text
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reviews.access import Refused, Role
from tests.dhr.test_row_policies import eyes_of
from tests.factories.families import FamilyContactFactory, FamilyExtractFactory
from tests.factories.reports import DraftFactory, ReportSectionFactory
from tests.factories.reviews import AT, PersonFactory, playing
from tests.families.test_views_log import day, text
from tests.publications.publishing import saying

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 20)
WORDS = "She sang in every room of the house."
GIVEN = {
    "kind": "PEN_PORTRAIT",
    "words": WORDS,
    "allowed_to": "PUBLICATION",
    "allowed_by": "Her mother, in a letter",
    **day("allowed_on", date(2026, 2, 3)),
}
SAID_SO = {**day("revoked_on", date(2026, 3, 10)), "because": "Too many will read it"}


@pytest.fixture
def contact():
    return FamilyContactFactory()


@pytest.fixture
def review(contact):
    return contact.review


@pytest.fixture
def chair(review, client):
    chair = playing(Role.INDEPENDENT_CHAIR, to=review)
    client.force_login(chair)
    return chair


@pytest.fixture
def member(review):
    return playing(Role.PANEL_MEMBER, to=review)


def address(name, contact, *args):
    return reverse(f"families:{name}", args=[contact.review.reference, contact.pk, *args])


def about(name, extract, *args):
    return address(name, extract.contact, extract.pk, *args)


def panel_page(review, name="family-words"):
    return reverse(f"families:{name}", args=[review.reference])


def photograph(name="her.jpg"):
    """A picture that says where it was taken."""
    made, picture = BytesIO(), Image.new("RGB", (40, 30), "red")
    exif = picture.getexif()
    exif[0x010E] = "Zqx taken at Invented Street"
    picture.save(made, "JPEG", exif=exif, comment=b"Zqx by a camera")
    return SimpleUploadedFile(name, made.getvalue(), content_type="image/jpeg")


def printed(review):
    return as_text(report_from(record_of(review, today=TODAY), version=""))


class TestTheWayOut:
    def test_kept_released_to_the_panel_then_to_drafts_and_called_back(
        self, client, contact, chair, member, run_queued
    ):
        review = contact.review
        ReportSectionFactory(review=review, kind=SectionKind.FACTS, text="[=extract-1]")
        with run_queued():
            client.post(address("add-extract", contact), GIVEN)
            kept = FamilyExtract.objects.get()

            client.force_login(member)
            assert WORDS not in text(client.get(panel_page(review)))
            client.force_login(chair)
            client.post(about("release-extract", kept, "panel"))
            client.force_login(member)
            shown = text(client.get(panel_page(review)))
            assert WORDS in shown
            assert "Her mother" not in shown
            assert contact.name not in shown
            assert "In their words" in text(client.get(review.get_absolute_url()))
            assert WORDS not in printed(review)

            client.force_login(chair)
            client.post(about("release-extract", kept, "draft"))
            assert WORDS in printed(review)
            sections = text(client.get(f"{review.get_absolute_url()}report/sections/facts/"))
            assert "[=extract-1]" in sections

            client.post(about("revoke-extract", kept), SAID_SO)
            assert WORDS not in printed(review)
            client.force_login(member)
            assert WORDS not in text(client.get(panel_page(review)))

        assert not Message.objects.exists()
        told = AuditEvent.objects.filter(event__startswith="family.extract")
        assert [one.event.rpartition("_")[2] for one in told.order_by("pk")] == [
            "kept", "released", "released", "revoked",
        ]  # fmt: skip
        assert "sang" not in str(list(told.values()))

    def test_it_goes_no_further_than_it_is_allowed(self, client, contact, chair):
        kept = FamilyExtractFactory(contact=contact, allowed_to=Reach.PANEL)

        assert client.post(about("release-extract", kept, "draft")).status_code == 403
        assert client.post(about("release-extract", kept, "publication")).status_code == 404
        with pytest.raises(IntegrityError), transaction.atomic():
            FamilyExtract.objects.update(released_to=Reach.DRAFT)

    def test_drafts_can_be_taken_back_to_the_panel(self, contact, chair):
        kept = FamilyExtractFactory(contact=contact, released_to=Reach.DRAFT)
        assert kept.steps == [("panel", "Take back to the panel")]

        operations.release_extract(extract=kept, to=Reach.PANEL, by=chair, at=AT)

        assert not FamilyExtract.objects.in_drafts().exists()

    def test_what_is_revoked_stays_revoked(self, contact, chair):
        kept = FamilyExtractFactory(contact=contact, revoked=True)

        with pytest.raises(Refused, match="is another extract"):
            operations.release_extract(extract=kept, to=Reach.PANEL, by=chair, at=AT)

    def test_a_name_in_it_does_not_go_to_the_panel(self, client, contact, chair):
        PersonFactory(review=contact.review, true_name="Oriel Vantongren", pseudonym="Maris")
        kept = FamilyExtractFactory(contact=contact, words="Oriel loved the sea.")
        client.force_login(chair)

        shown = text(client.post(about("release-extract", kept, "panel"), follow=True))

        assert "“Their words” holds a word of the true name of Maris." in shown
        kept.refresh_from_db()
        assert kept.released_at is None

    @pytest.mark.parametrize(
        ("on", "said"),
        [(date(2026, 2, 1), "on or after the day they allowed"), (date(2300, 1, 1), "in the past")],
    )
    def test_impossible_days_of_calling_back(self, client, contact, chair, on, said):
        kept = FamilyExtractFactory(contact=contact)
        typed = SAID_SO | day("revoked_on", on)

        assert said in text(client.post(about("revoke-extract", kept), typed))

    def test_the_officer_does_not_write_once_there_is_a_chair(self, client, contact, chair):
        kept = FamilyExtractFactory(contact=contact)
        client.force_login(playing(Role.CSP_OFFICER, to=contact.review))

        assert WORDS in text(client.get(address("extracts", contact)))
        assert client.post(about("release-extract", kept, "panel")).status_code == 403
        assert client.post(address("add-extract", contact), GIVEN).status_code == 403


class TestWhoSees:
    @pytest.mark.parametrize(
        ("role", "sees"),
        [
            (Role.PANEL_MEMBER, True),
            (Role.ADVISER, True),
            (Role.CSP_OFFICER, True),
            (Role.CSP_CHAIR, False),
            (Role.NEIGHBOURING_OFFICER, False),
            (Role.HOME_OFFICE_LIAISON, False),
            (Role.AUDITOR, False),
        ],
    )
    def test_the_panel_and_nobody_else(self, client, review, contact, role, sees):
        FamilyExtractFactory(contact=contact, released_to=Reach.PANEL)
        client.force_login(playing(role, to=review))

        answer = client.get(panel_page(review))

        assert answer.status_code == (200 if sees else 404)
        assert (WORDS in text(answer)) is sees

    def test_the_two_sides_are_never_on_one_page(self, client, review, contact, member):
        theirs = FamilyContactFactory(review=review, of_perpetrator=True)
        FamilyExtractFactory(contact=contact, released_to=Reach.PANEL)
        FamilyExtractFactory(contact=theirs, words="Of the other side.", released_to=Reach.PANEL)
        client.force_login(member)

        assert "Of the other side." not in text(client.get(panel_page(review)))
        shown = text(client.get(panel_page(review, "perpetrator-words")))
        assert "Of the other side." in shown
        assert WORDS not in shown

    def test_the_database_lends_the_panel_what_stands_released_and_no_more(self, contact, member):
        FamilyExtractFactory(contact=contact)
        released = FamilyExtractFactory(contact=contact, released_to=Reach.PANEL)
        FamilyExtractFactory(contact=contact, released_to=Reach.PANEL, revoked=True)
        elsewhere = FamilyExtractFactory(released_to=Reach.PANEL)

        with eyes_of(member):
            assert list(FamilyExtract.objects.all()) == [released]
        with eyes_of(playing(Role.CSP_CHAIR, to=elsewhere.review)):
            assert not FamilyExtract.objects.exists()


class TestPhotographs:
    def send(self, client, contact, **given):
        typed = {**GIVEN, "kind": "PHOTOGRAPH", "allowed_to": "PANEL", "words": "She laughs."}
        return client.post(address("add-extract", contact), {**typed, **given})

    def test_nothing_is_kept_but_its_colours_and_the_panel_looks_at_it(
        self, client, contact, chair, member
    ):
        assert b"Zqx" in photograph().read()
        self.send(client, contact, picture=photograph())
        kept = FamilyExtract.objects.get()
        with kept.picture.open() as file:
            content = file.read()
        assert b"Zqx" not in content
        assert client.get(about("extract-picture", kept)).getvalue() == content
        words = FamilyExtractFactory(contact=contact)
        assert client.get(about("extract-picture", words)).status_code == 404
        assert Image.open(BytesIO(content)).size == (40, 30)

        seen = reverse("families:family-picture", args=[contact.review.reference, kept.number])
        client.force_login(member)
        assert client.get(seen).status_code == 404
        operations.release_extract(extract=kept, to=Reach.PANEL, by=chair, at=AT)
        answer = client.get(seen)
        assert answer.getvalue() == content
        assert answer["Content-Disposition"] == "inline"
        assert "no-store" in answer["Cache-Control"]
        assert client.get(about("extract-picture", kept)).status_code == 404
        client.force_login(playing(Role.CSP_CHAIR, to=contact.review))
        assert client.get(seen).status_code == 404

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({}, "Add the photograph"),
            ({"allowed_to": "PUBLICATION", "picture": "jpg"}, "shown to the panel alone"),
            ({"kind": "WORDS", "picture": "jpg"}, "Leave the picture out"),
        ],
    )
    def test_words_are_words_and_a_photograph_stays_with_the_panel(
        self, client, contact, chair, given, said
    ):
        sent = {"picture": photograph()} if "picture" in given else {}

        assert said in text(self.send(client, contact, **{**given, **sent}))
        assert not FamilyExtract.objects.exists()

    def test_no_draft_takes_it_in(self, client, contact, chair):
        self.send(client, contact, picture=photograph())
        kept = FamilyExtract.objects.get()

        with pytest.raises(Refused, match="have not allowed"):
            operations.release_extract(extract=kept, to=Reach.DRAFT, by=chair, at=AT)
        with pytest.raises(IntegrityError), transaction.atomic():
            FamilyExtract.objects.update(allowed_to=Reach.PUBLICATION)


class TestWhereTheyStand:
    def test_a_revoked_one_shows_where_it_still_stands(self, client, review, contact, chair):
        DraftFactory(review=review, report=saying(f"“{WORDS}”, her mother says."))
        ReportSectionFactory(review=review, kind=SectionKind.FACTS, text=f"As said: {WORDS}")
        page = reverse("reports:family-words", args=[review.reference])
        FamilyExtractFactory(contact=contact, released_to=Reach.DRAFT)
        shown = text(client.get(page))
        assert "[=extract-1]" in shown
        assert "it still stands" not in shown

        FamilyExtract.objects.update(revoked_on=TODAY, revoked_at=AT)
        shown = text(client.get(page))

        assert "They revoked this, and it still stands in what follows." in shown
        assert "Draft 1: Overview report, paragraph 1.1" in shown
        assert "Working text: Overview report" in shown
        assert "[=extract-1]" not in shown

    @pytest.mark.parametrize(
        ("given", "stops"),
        [
            ({}, False),
            ({"allowed_to": Reach.DRAFT}, True),
            ({"allowed_to": Reach.PANEL}, True),
            ({"revoked": True}, True),
            ({"revoked": True, "words": "She sang"}, False),  # too few words to know them by
        ],
    )
    def test_words_that_may_not_be_published_stop_publication(self, contact, given, stops):
        FamilyExtractFactory(contact=contact, **given)
        texts = {"Paragraph 1.1": f"Her mother: “{WORDS.upper()}”", "Paragraph 1.2": "Nothing."}

        found = not_allowed(contact.review, texts)

        assert [(one.where, one.what) for one in found] == [("Paragraph 1.1", NOT_ALLOWED)] * stops

    def test_words_allowed_anew_stop_nothing(self, contact):
        FamilyExtractFactory(contact=contact, revoked=True)
        FamilyExtractFactory(contact=contact)

        assert not_allowed(contact.review, {"Paragraph 1.1": WORDS}) == []

    def test_in_a_sentence_and_in_paragraphs_of_a_quotation(self, review, contact):
        FamilyExtractFactory(
            contact=contact, words="First part.\n\nSecond part.", released_to=Reach.DRAFT
        )
        ReportSectionFactory(
            review=review, kind=SectionKind.FACTS, text="He said “[=extract-1]”.\n\n[=extract-1]"
        )

        said = printed(review)

        assert "He said “First part. Second part.”." in said
        assert said.count("Second part.") == 2
