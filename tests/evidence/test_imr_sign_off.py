"""Somebody senior, who did not write it, signs it off; then it goes to the panel."""

from datetime import date

import pytest

from documents.models import Route
from evidence.cycle import ImrState
from evidence.models import ImrSignOff, Tier
from evidence.operations import imr_drafts, imr_points, imr_sign_off
from evidence.operations.imr_sign_off import Signature
from evidence.queries.imr_seal import sha256_of
from messaging.models import Message
from reviews import access
from reviews.access import Refused, Role
from tests.evidence.imrs import *  # noqa: F403
from tests.evidence.saying import address, day, errors, fetched, text, word_file
from tests.factories.evidence import (
    EnquiryAnalysisFactory,
    ImrAcceptanceFactory,
    ImrFactory,
    ImrPointFactory,
)
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 2)
BY_POST = {
    "received_via": Route.POST,
    "on_behalf_of": "Bo Lind, Director of Nursing",
    "given_on": date(2026, 1, 30),
    "original": None,
}


@pytest.fixture
def imr(part, author):
    """A draft that lacks nothing."""
    imr = ImrFactory(involvement=part, by=author, at=ImrState.DRAFT)
    for enquiry in part.review.terms_of_reference.get().enquiries.all():
        EnquiryAnalysisFactory(version=imr.latest, enquiry=enquiry)
    return imr


@pytest.fixture
def ask(imr, author, when):
    def ask(by=author):
        return imr_sign_off.ask_for_sign_off(imr=imr, **{**when, "by": by})

    return ask


@pytest.fixture
def sign(imr, senior, when):
    def sign(by=senior, provenance=None, version=None, **known):
        said = {"full_name": by.full_name, "signed_off_on": TODAY, "received_on": TODAY, **known}
        return imr_sign_off.sign_off(
            version=version or imr.versions.first(),
            signature=Signature(**said),
            provenance=provenance or {},
            **{**when, "by": by},
        )

    return sign


def sent():
    return list(Message.objects.order_by("pk").values_list("kind", "to_address"))


class TestAsking:
    def test_it_freezes_the_whole_and_tells_the_senior_person(self, senior, ask):
        version = ask()
        assert version.is_frozen
        assert version.sha256 == sha256_of(version)
        assert sent() == [("imr_to_sign_off", "bo@alder.example")]

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"extent": ""}, "Say how much you found."),
            ({"records_read": " "}, "Say which records were read."),
            ({"document": None}, "Upload the document."),
        ],
    )
    def test_it_waits_for_what_is_missing(self, imr, ask, change, words):
        imr.versions.update(**change)
        with pytest.raises(Refused, match=words):
            ask()

    def test_it_waits_for_every_line_of_enquiry(self, imr, ask):
        imr.latest.analyses.all().delete()
        with pytest.raises(Refused, match="lines of enquiry 1, 2"):
            ask()

    def test_a_short_report_needs_no_lines(self, imr, part, ask):
        part.evidence_requests.update(tier=Tier.SHORT_REPORT)
        imr.latest.analyses.all().delete()
        assert ask().is_frozen

    def test_a_summary_is_a_document_or_a_few_paragraphs(self, imr, part, ask):
        part.evidence_requests.update(tier=Tier.SUMMARY)
        imr.versions.update(document=None, facts="")
        with pytest.raises(Refused, match="Type the summary, or upload it"):
            ask()
        imr.versions.update(facts="Seen twice.")
        assert ask().is_frozen

    def test_there_is_nothing_to_ask_for_before_the_first_words(self, imr, author, ask, when):
        imr.latest.analyses.all().delete()
        imr.versions.all().delete()
        with pytest.raises(Refused, match="Nothing is written yet"):
            ask()

    def test_the_hash_changes_with_every_word(self, imr):
        first = sha256_of(imr.latest)
        point = ImrPointFactory(version=imr.latest)
        second = sha256_of(imr.latest)
        point.text = "Other words."
        point.save()
        assert len({first, second, sha256_of(imr.latest)}) == 3

    def test_the_author_looks_at_the_whole_then_asks(self, sign_in, imr, part, author):
        browser, page = sign_in(author), address(part, "imr-ask-sign-off")
        shown = text(browser.get(page))
        assert "Seen twice at the walk-in clinic." in shown
        assert "Nobody asked." in shown
        answer = browser.post(page, follow=True)
        assert "Version 1 waits for sign-off" in text(answer)
        assert "Take it back to change it" in text(answer)

    def test_the_page_says_what_is_missing(self, sign_in, imr, part, author):
        imr.versions.update(document=None)
        browser, page = sign_in(author), address(part, "imr-ask-sign-off")
        assert "Upload the document." in text(browser.get(page))
        assert "Upload the document." in text(browser.post(page))

    def test_before_the_first_words_everything_is_missing(self, sign_in, part, author):
        ImrFactory(involvement=part, by=author)
        words = text(sign_in(author).get(address(part, "imr-ask-sign-off")))
        for wanted in ("how much you found", "which records", "enquiry 1, 2", "Upload"):
            assert wanted in words


class TestGivingBack:
    def test_the_senior_person_says_what_to_change(self, imr, author, senior, ask, when):
        version = ask()
        with pytest.raises(Refused) as refusal:
            imr_sign_off.give_back(version=version, **{**when, "by": senior})
        assert refusal.value.field == "note"

        note = {"note_to_author": "Say which team.", **when, "by": senior}
        imr_sign_off.give_back(version=version, **note)

        version.refresh_from_db()
        assert version.is_given_back
        assert version.sha256 == ""
        assert sent()[-1] == ("imr_given_back", "ada@alder.example")
        assert not ask().is_given_back  # asked again, it no longer says so

    def test_the_author_takes_it_back_without_a_word(self, author, ask, when):
        version = ask()
        imr_sign_off.give_back(version=version, **{**when, "by": author})
        version.refresh_from_db()
        assert not version.is_frozen
        assert "imr_given_back" not in dict(sent())

    def test_nobody_else_opens_it(self, part, officer, ask, when):
        version = ask()
        with pytest.raises(Refused, match="own people"):
            imr_sign_off.give_back(version=version, note_to_author="x", **when)
        stranger = playing(Role.PANEL_MEMBER, to=part)
        with pytest.raises(Refused, match="does not let you"):
            imr_sign_off.give_back(version=version, note_to_author="x", **{**when, "by": stranger})

    def test_the_officer_opens_what_was_entered(self, imr, when):
        imr.versions.update(**BY_POST, submitted_at=when["at"], sha256="0" * 64)
        imr_sign_off.give_back(version=imr.versions.first(), **when)
        assert not imr.versions.first().is_frozen

    def test_what_does_not_wait_cannot_be_given_back(self, imr, author, when):
        with pytest.raises(Refused, match="does not wait"):
            imr_sign_off.give_back(version=imr.latest, **{**when, "by": author})

    def test_in_the_browser(self, sign_in, part, author, senior, ask):
        ask()
        browser, page = sign_in(senior), address(part, "imr-give-back")
        assert "Give version 1 back" in text(browser.get(page))
        assert errors(browser.post(page, {"note_to_author": ""})) == {
            "note_to_author": ["Say what is to be changed"]
        }
        answer = browser.post(page, {"note_to_author": "Say which team."}, follow=True)
        assert "Say which team." in text(answer)
        assert browser.get(page).status_code == 404

        ask()
        answer = sign_in(author).post(page, follow=True)
        assert "can be changed again" in answer.content.decode()

    def test_a_refusal_keeps_what_was_typed(self, sign_in, part, senior, ask, monkeypatch):
        def refuse(**known):
            raise Refused("This version does not wait for sign-off.")

        ask()
        monkeypatch.setattr(imr_sign_off, "give_back", refuse)
        said = {"note_to_author": "Say which team."}
        answer = sign_in(senior).post(address(part, "imr-give-back"), said)
        assert "does not wait for sign-off" in text(answer)
        assert "Say which team." in text(answer)

    def test_it_is_not_there_for_others(self, sign_in, part, chair, officer, ask):
        ask()
        for other in (chair, officer, playing(Role.PANEL_MEMBER, to=part)):
            assert sign_in(other).get(address(part, "imr-give-back")).status_code == 404


class TestSigning:
    def test_it_is_signed_off_and_sent(self, imr, chair, ask, sign):
        version = ask()
        made = sign(note="We act on it now.")
        imr.refresh_from_db()
        version.refresh_from_db()
        assert imr.state == ImrState.RECEIVED
        assert made.sha256 == version.sha256
        assert version.received_on == TODAY
        assert sent()[-1] == ("imr_received", "cal@panel.test")

    def test_it_can_be_kept_back_and_sent_later(self, imr, senior, ask, sign, when):
        version = ask()
        sign(received_on=None)
        imr.refresh_from_db()
        assert imr.state == ImrState.AGENCY_SIGNED_OFF
        assert imr.received is None
        sending = {"version": version, **when, "by": senior}
        with pytest.raises(Refused, match="in the past"):
            imr_sign_off.send(received_on=date(2026, 2, 3), **sending)
        with pytest.raises(Refused, match="on or after the day it was signed off"):
            imr_sign_off.send(received_on=date(2026, 2, 1), **sending)
        imr_sign_off.send(received_on=TODAY, **sending)
        imr.refresh_from_db()
        assert imr.state == ImrState.RECEIVED
        with pytest.raises(Refused, match="sent already"):
            imr_sign_off.send(received_on=TODAY, **sending)

    def test_what_is_not_signed_off_is_not_sent(self, imr, senior, when):
        with pytest.raises(Refused, match="not signed off yet"):
            imr_sign_off.send(version=imr.latest, received_on=TODAY, **{**when, "by": senior})

    def test_the_author_does_not_sign_off(self, imr, part, author, ask, sign):
        ask()
        with pytest.raises(Refused, match="admitted for this agency"):
            sign(by=author)
        hat = {"role": Role.SENIOR_SIGN_OFF, "to": part, "from_on": TODAY}
        access.admit(user=author, **hat, by=author, at=imr.recorded_at)
        with pytest.raises(Refused, match="cannot sign off their own IMR"):
            sign(by=author)
        assert not ImrSignOff.objects.exists()

    def test_it_waits_until_the_author_asks(self, sign):
        with pytest.raises(Refused, match="not asked for sign-off yet"):
            sign()

    def test_it_is_signed_off_once(self, ask, sign):
        ask()
        sign()
        with pytest.raises(Refused, match="signed off already"):
            sign()

    def test_another_version_is_sent_again(self, imr, author, when, ask, sign):
        ask()
        sign()
        imr_drafts.begin_version(imr=imr, by=author, at=when["at"])
        imr_points.add_point(imr=imr, kind="LEARNING", text="x", **{**when, "by": author})
        ask()
        sign()
        imr.refresh_from_db()
        assert imr.state == ImrState.RESUBMITTED
        assert imr.received.number == 2

    def test_in_the_browser(self, sign_in, part, senior, ask):
        ask()
        browser, page = sign_in(senior), address(part, "imr-sign-off")
        words = text(browser.get(page))
        assert "Nobody asked." in words
        assert "by Ada Moss" in words
        assert list(errors(browser.post(page, {"note": "Kept."}))) == ["when"]
        answer = browser.post(page, {"when": "LATER"}, follow=True)
        assert "Signed off on 2 February 2026, not sent yet" in text(answer)

        page = address(part, "imr-send")
        assert "at once" in text(browser.get(page))
        assert list(errors(browser.post(page, day("received_on", date(2026, 2, 3))))) == [
            "received_on"
        ]
        answer = browser.post(page, day("received_on", TODAY), follow=True)
        assert "Version 1 is with the panel." in answer.content.decode()
        assert browser.get(page).status_code == 404

    def test_a_refusal_is_shown(self, sign_in, part, author, senior, imr, ask):
        ask()
        imr.author.user = senior
        imr.author.save()
        answer = sign_in(senior).post(address(part, "imr-sign-off"), {"when": "NOW"})
        assert "cannot sign off their own" in text(answer)


class TestEntered:
    """A sign-off that was given elsewhere."""

    def test_it_freezes_what_was_entered(self, imr, officer, sign):
        imr.versions.update(**BY_POST, extent="", records_read="")
        sign(by=officer, provenance=BY_POST, full_name="Bo Lind", signed_off_on=date(2026, 1, 30))
        imr.refresh_from_db()
        assert imr.state == ImrState.RECEIVED
        assert imr.received.sha256

    def test_what_was_entered_needs_its_document(self, imr, officer, sign):
        imr.versions.update(**BY_POST, document=None)
        with pytest.raises(Refused, match="Upload the document"):
            sign(by=officer, provenance=BY_POST, full_name="Bo Lind")

    def test_an_own_version_is_signed_off_on_paper(self, officer, ask, sign):
        ask()
        made = sign(by=officer, provenance=BY_POST, full_name="Bo Lind")
        assert made.signed_by is None
        assert "from a letter of 30 January 2026" in made.provenance

    @pytest.mark.parametrize("name", ["Ada Moss", "ada  moss, named nurse"])
    def test_the_author_does_not_sign_off_on_paper_either(self, officer, ask, sign, name):
        ask()
        with pytest.raises(Refused) as refusal:
            sign(by=officer, provenance=BY_POST, full_name=name)
        assert refusal.value.field == "on_behalf_of"

    def test_somebody_with_a_longer_name_does(self, officer, ask, sign):
        ask()
        assert sign(by=officer, provenance=BY_POST, full_name="Ada Mosse")

    @pytest.mark.parametrize(
        ("on", "field"),
        [
            (date(2026, 2, 3), "given_on"),
            (date(2026, 1, 1), "given_on"),
            (date(2026, 1, 25), "unusual_reason"),
        ],
    )
    def test_a_day_that_cannot_be_or_is_unusual(self, officer, ask, sign, on, field):
        ask()
        with pytest.raises(Refused) as refusal:
            sign(by=officer, provenance=BY_POST, full_name="Bo", signed_off_on=on)
        assert refusal.value.field == field

    def test_an_unusual_day_is_kept_with_its_reason(self, officer, ask, sign):
        ask()
        known = {"signed_off_on": date(2026, 1, 25), "unusual_reason": "Written before we asked."}
        assert sign(by=officer, provenance=BY_POST, full_name="Bo", **known).unusual_reason

    def test_nobody_else_enters_it(self, chair, ask, sign):
        ask()
        with pytest.raises(Refused, match="does not let you"):
            sign(by=chair, provenance=BY_POST, full_name="Bo")

    def test_in_the_browser(self, desk, imr, part, ask):
        ask()
        page = address(part, "imr-sign-off")
        words = text(desk.get(page))
        assert "Enter the sign-off" in words
        assert "Seen twice" not in words  # the officer sees how far it is, not what it says
        said = {
            "received_via": "POST",
            "on_behalf_of": "Bo Lind, Director",
            **day("given_on", date(2026, 1, 30)),
            **day("received_on", date(2026, 1, 31)),
            "note": "",
            "original": word_file(name="signed page.docx"),
        }
        answer = desk.post(page, said, follow=True)
        assert "Version 1 signed off by Bo Lind, Director" in text(answer)
        imr.refresh_from_db()
        assert imr.received.received_on == date(2026, 1, 31)
        ImrAcceptanceFactory(version=imr.received)
        got = desk.get(address(part, "imr-file", 1, "sign-off"))
        assert fetched(got).startswith(b"PK")

    def test_what_is_kept_back_is_sent_by_the_officer(self, desk, part, ask):
        ask()
        said = {
            "received_via": "PHONE", "on_behalf_of": "Bo", **day("given_on", date(2026, 1, 30)),
        }  # fmt: skip
        answer = desk.post(address(part, "imr-sign-off"), said, follow=True)
        assert "Record that the panel has it" in text(answer)

    def test_it_is_not_there_without_something_to_sign(self, desk, imr, part):
        assert desk.get(address(part, "imr-sign-off")).status_code == 404
