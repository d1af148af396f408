from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from families.forms.kinds import BY_SLUG
from families.models import EntryKind, FamilyContactEntry
from reviews.access import Role
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.families import (
    FamilyContactEntryFactory,
    FamilyContactFactory,
    QuietDateFactory,
)
from tests.factories.reviews import PersonFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact():
    return FamilyContactFactory()


@pytest.fixture
def chair(contact, client):
    chair = playing(Role.INDEPENDENT_CHAIR, to=contact.review)
    client.force_login(chair)
    return chair


def address(name, contact, *args):
    return reverse(f"families:{name}", args=[contact.review.reference, contact.pk, *args])


def text(response):
    return response.content.decode()


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


ALWAYS = {
    **day("happened_on", date(2026, 2, 2)),
    "by_whom": "The chair",
    "route": "DIRECT",
    "way": "PHONE",
    "words": "Words of theirs",
}

# What each kind asks besides, as somebody would answer it
ANSWERS = {
    "letter": {"leaflet": "FAMILY", "leaflet_version": "May 2020"},
    "advocacy": {"advocacy_body": "A homicide service", "advocacy_answer": "ACCEPTED"},
    "terms": {"version_label": "version 2"},
    "draft": {"version_label": "draft 3", "days_given": "21", "read_how": "TOGETHER"},
    "qa-letter": {},
    "approach": {"approach": "NOT_TO_BE", "advice_of": "the police"},
    "attempt": {},
    "referral": {"advocacy_body": "A homicide service", "referral_answer": "HOLDS_NONE"},
    "response": {"response": "DECLINED_FOR_NOW", **day("ask_again_on", date(2026, 9, 1))},
    "contact": {"starter": "THEY"},
    "meeting": {"place": "Their home", "present": "A sister", "notes_to_approve": "on"},
    "comments": {"version_label": "draft 3"},
    "publication": {
        **day("publication_on", date(2027, 5, 1)),
        "notice": "two weeks before",
        "support": "a worker stays with them",
    },
}


class TestChoose:
    def test_every_kind_leads_to_its_form(self, client, contact, chair):
        shown = text(client.get(address("choose-entry", contact)))

        for slug in BY_SLUG:
            path = address("record-entry", contact, slug)
            assert path in shown
            assert client.get(path).status_code == 200

    def test_what_is_recorded_from_another_entry_cannot_be_chosen(self, client, contact, chair):
        for slug in ("transcript", "disposition", "taken-back", "nothing"):
            assert client.get(address("record-entry", contact, slug)).status_code == 404

    def test_a_form_says_beforehand_what_speaks_against_writing(self, client, contact, chair):
        QuietDateFactory(
            contact=contact, from_on=timezone.localdate(), to_on=None, why="The funeral"
        )
        assert "The funeral" in text(client.get(address("record-entry", contact, "letter")))


class TestRecord:
    @pytest.mark.parametrize("slug", ANSWERS)
    def test_every_kind(self, client, contact, chair, slug):
        response = client.post(address("record-entry", contact, slug), {**ALWAYS, **ANSWERS[slug]})

        assert response.url == contact.get_absolute_url()
        entry = contact.log.get()
        assert (entry.kind, entry.happened_on) == (BY_SLUG[slug], date(2026, 2, 2))
        assert entry.recorded_by == chair
        shown = text(client.get(response.url))
        assert "It is in the log. Nothing was sent." in shown
        for typed in ANSWERS[slug].values():
            if isinstance(typed, str) and typed[0].islower():
                assert typed.removeprefix("on") in shown
        assert "Words of theirs" in shown

    def test_a_pseudonym_goes_to_the_persons_record(self, client, contact, chair):
        person = PersonFactory(review=contact.review)
        path = address("record-entry", contact, "pseudonym")
        chosen = {"person": person.pk, "pseudonym": "Mira", "pseudonym_act": "CHOSE"}

        assert person.true_name in text(client.get(path))
        client.post(path, {**ALWAYS, **chosen})

        person.refresh_from_db()
        assert (person.pseudonym, person.pseudonym_chosen_by) == ("Mira", "FAMILY")
        assert person.pseudonym_approved_on == date(2026, 2, 2)
        assert "They chose it" in text(client.get(contact.get_absolute_url()))

    def test_a_pseudonym_that_gives_a_name_away(self, client, contact, chair):
        person = PersonFactory(review=contact.review, true_name="Known Invented")
        wrong = {"person": person.pk, "pseudonym": "Known", "pseudonym_act": "CHOSE"}

        shown = text(client.post(address("record-entry", contact, "pseudonym"), ALWAYS | wrong))

        assert "The pseudonym must share no word" in shown
        assert not contact.log.exists()

    def test_a_fault_of_the_persons_record_shows_above_the_form(self, client, contact, chair):
        person = PersonFactory(review=contact.review, born_on=date(1850, 1, 1))
        chosen = {"person": person.pk, "pseudonym": "Mira", "pseudonym_act": "CHOSE"}

        shown = text(client.post(address("record-entry", contact, "pseudonym"), ALWAYS | chosen))

        assert "The date of birth must be within the last 120 years" in shown

    @pytest.mark.parametrize(
        ("slug", "given", "words"),
        [
            ("letter", {"leaflet_version": ""}, "Enter the version of the leaflet"),
            ("letter", {"happened_on_day": "31"}, "The day must be a real date"),
            ("letter", day("happened_on", date(2300, 1, 1)), "must be today or in the past"),
            ("response", {"response": ""}, "Answer “What do they wish?”"),
            ("approach", {"words": ""}, "Say why"),
            ("draft", {"days_given": "0"}, "The lowest number for"),
            ("meeting", {"present": ""}, "Answer “Who was there?”"),
            ("contact", {"by_whom": ""}, "Answer “Who was in touch with them?”"),
        ],
    )
    def test_a_mistake_is_named_and_what_was_typed_stays(
        self, client, contact, chair, slug, given, words
    ):
        typed = {**ALWAYS, "words": "Long words typed", **ANSWERS[slug], **given}

        shown = text(client.post(address("record-entry", contact, slug), typed))

        assert words in shown
        assert "There is a problem" in shown
        if "words" not in given:
            assert "Long words typed" in shown
        assert not contact.log.exists()


class TestConfirming:
    def test_a_letter_on_a_day_not_to_write_on(self, client, contact, chair):
        QuietDateFactory(contact=contact, from_on=date(1990, 2, 2))
        path = address("record-entry", contact, "letter")
        assert "Why on this day" not in text(client.get(path))

        asked = text(client.post(path, ALWAYS))

        assert "2 February 2026 is a day not to write on: her birthday." in asked
        assert "Why on this day all the same?" in asked
        assert "Words of theirs" in asked
        assert not contact.log.exists()

        client.post(path, {**ALWAYS, "despite_reason": "It was posted before we knew"})
        assert contact.log.get().despite_reason == "It was posted before we knew"

    def test_both_reasons_where_both_are_asked_for(self, client, contact, chair):
        QuietDateFactory(contact=contact, from_on=date(1990, 2, 2))
        path = address("record-entry", contact, "draft")
        typed = {**ALWAYS, **ANSWERS["draft"], "days_given": "7"}

        assert "less than the 21 days" in text(client.post(path, typed))
        typed["unusual_reason"] = "They asked for a week"
        asked = text(client.post(path, typed))
        assert "a day not to write on" in asked
        assert "They asked for a week" in asked

        client.post(path, {**typed, "despite_reason": "They came for it"})
        assert contact.log.get().unusual_reason == "They asked for a week"


class TestAnswers:
    def test_the_notes_of_a_meeting_are_approved(self, client, contact, chair):
        meeting = FamilyContactEntryFactory(contact=contact, meeting=True)
        path = address("answer-entry", contact, meeting.pk)
        assert "About the entry of 2 February 2026: meeting." in text(client.get(path))

        assert "Who approved them?" in text(client.post(path, ALWAYS))
        response = client.post(path, ALWAYS | {"approved_by": "Their mother, with her advocate"})

        assert response.url == contact.get_absolute_url()
        approved = contact.log.get(kind=EntryKind.TRANSCRIPT)
        assert approved.answers == meeting
        assert "Their mother, with her advocate" in text(client.get(response.url))

    def test_what_became_of_comments(self, client, contact, chair):
        comments = FamilyContactEntryFactory(contact=contact, comments=True)
        path = address("answer-entry", contact, comments.pk)
        without_reasons = {**ALWAYS, "disposition": "NOT_ADOPTED", "words": ""}

        assert "Give the reasons" in text(client.post(path, without_reasons))
        assert "What became of their comments?" in text(client.post(path, ALWAYS | {"words": ""}))
        client.post(path, {**without_reasons, "disposition": "ADOPTED"})

        assert contact.log.get(kind=EntryKind.DISPOSITION).answers == comments

    def test_not_twice(self, client, contact, chair):
        comments = FamilyContactEntryFactory(contact=contact, comments=True)
        path = address("answer-entry", contact, comments.pk)
        client.post(path, {**ALWAYS, "disposition": "ADOPTED"})

        again = text(client.post(path, {**ALWAYS, "disposition": "ADOPTED"}))

        assert "This is recorded already. Correct that entry." in again

    def test_not_what_asks_for_no_answer(self, client, contact, chair):
        letter = FamilyContactEntryFactory(contact=contact)
        meeting = FamilyContactEntryFactory(contact=contact, meeting=True, notes_to_approve=False)

        for entry in (letter, meeting):
            assert client.get(address("answer-entry", contact, entry.pk)).status_code == 404


class TestCorrect:
    def test_the_form_comes_filled_and_the_old_entry_stays(self, client, contact, chair):
        wrong = FamilyContactEntryFactory(contact=contact, contributes=True, words="She agreed")
        path = address("correct-entry", contact, wrong.pk)
        assert "She agreed" in text(client.get(path))
        right = {**ALWAYS, "response": "DECLINED"}

        assert "Answer “What was wrong?”" in text(client.post(path, right))
        client.post(path, {**right, "correction_reason": "Misheard"})

        assert contact.log.standing().get().corrects == wrong
        assert client.get(path).status_code == 404  # corrected already

    def test_a_reason_given_before_comes_with_it(self, client, contact, chair):
        wrong = FamilyContactEntryFactory(contact=contact, unusual_reason="They called first")

        assert "They called first" in text(client.get(address("correct-entry", contact, wrong.pk)))

    def test_the_days_of_a_draft_stay_as_they_were(self, client, contact, chair):
        draft = FamilyContactEntryFactory(contact=contact, draft=True, days_given=35)

        assert 'value="35"' in text(client.get(address("correct-entry", contact, draft.pk)))

    def test_an_entry_is_taken_back(self, client, contact, chair):
        wrong = FamilyContactEntryFactory(contact=contact, contributes=True)
        path = address("take-back", contact, wrong.pk)
        assert "It stays readable as taken back" in text(client.get(path))

        assert "Say what was wrong" in text(client.post(path, {"correction_reason": " "}))
        response = client.post(path, {"correction_reason": "It was another family"})

        assert response.url == contact.get_absolute_url()
        assert not contact.log.standing().exists()


class TestOriginal:
    def test_a_letter_is_kept_with_its_entry(self, client, contact, chair):
        letter = SimpleUploadedFile("to her.txt", b"We are sorry for your loss.")

        client.post(address("record-entry", contact, "letter"), {**ALWAYS, "original": letter})
        entry = contact.log.get()
        path = address("original", contact, entry.pk)
        response = client.get(path)

        assert response.getvalue() == b"We are sorry for your loss."
        assert path in text(client.get(contact.get_absolute_url()))
        assert AuditEvent.objects.filter(event="document.downloaded").count() == 1

    def test_a_refused_file_is_the_fault_of_its_field(self, client, contact, chair):
        empty = SimpleUploadedFile("letter.exe", b"MZ")

        shown = text(
            client.post(address("record-entry", contact, "letter"), {**ALWAYS, "original": empty})
        )

        assert "The selected file must be" in shown
        assert not contact.log.exists()

    def test_an_entry_without_one(self, client, contact, chair):
        entry = FamilyContactEntryFactory(contact=contact)

        assert client.get(address("original", contact, entry.pk)).status_code == 404


PAGES = ["answer-entry", "correct-entry", "take-back", "original"]


@pytest.mark.parametrize("name", PAGES)
class TestWhoMayOpen:
    def test_those_who_keep_it_and_nobody_else(self, client, contact, chair, name):
        entry = FamilyContactEntryFactory(
            contact=contact, comments=True, original=DocumentFactory()
        )
        path = address(name, contact, entry.pk)

        response = client.get(path)
        assert response.status_code == 200
        assert response.getvalue()
        for person in (UserFactory(), playing(Role.PANEL_MEMBER, to=contact.review)):
            client.force_login(person)
            assert client.get(path).status_code == 404

    def test_not_through_another_contact(self, client, contact, chair, name):
        entry = FamilyContactEntryFactory(comments=True, original=DocumentFactory())

        assert client.get(address(name, contact, entry.pk)).status_code == 404

    def test_the_officer_reads_what_the_chair_keeps(self, client, contact, chair, name):
        entry = FamilyContactEntryFactory(
            contact=contact, comments=True, original=DocumentFactory()
        )
        client.force_login(playing(Role.CSP_OFFICER, to=contact.review))

        response = client.get(address(name, contact, entry.pk))

        assert response.status_code == (200 if name == "original" else 403)
        assert response.getvalue()


def test_the_officer_does_not_record_once_there_is_a_chair(client, contact, chair):
    client.force_login(playing(Role.CSP_OFFICER, to=contact.review))

    response = client.post(address("record-entry", contact, "qa-letter"), ALWAYS)

    assert response.status_code == 403
    assert not FamilyContactEntry.objects.exists()
