"""What people do on the pages of a review, and what comes back when something is wrong."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.reviews import (
    DecisionFactory,
    GateWaiverFactory,
    NoticeFactory,
)
from tests.reviews.acting import LETTER, day, downloaded, in_review, url

pytestmark = pytest.mark.django_db


class TestStages:
    def test_the_way_on_is_shown_with_what_blocks_it(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        page = client.get(url("home", review)).content.decode()
        assert "To move to: Decision pending" in page
        assert "Move on anyway, with a reason" in page

    def test_moving_on_anyway_takes_a_reason(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        to = url("move-on", review, Stage.DECISION_PENDING)
        told = day("moved_on", date(2026, 1, 6))
        page = client.post(to, told).content.decode()
        assert "Not yet:" in page
        assert client.post(to, {**told, "reason": "By phone."}).status_code == 302
        review.refresh_from_db()
        assert review.stage == Stage.DECISION_PENDING

    def test_a_move_that_is_not_mine_is_not_there(self, client):
        review = in_review(client, Role.PANEL_MEMBER)
        assert client.get(url("move-on", review, Stage.DECISION_PENDING)).status_code == 404
        assert client.get(url("move-on", review, "NONSENSE")).status_code == 404
        page = client.get(url("home", review)).content.decode()
        assert "Somebody else makes this move" in page
        assert "/agencies/ask/" not in page

    def test_an_open_way_is_a_button(self, client):
        review = in_review(client, Role.CSP_OFFICER, Stage.HO_SCRUTINY)
        NoticeFactory(review=review, kind="FAMILY_DECISION")
        page = client.get(url("home", review)).content.decode()
        assert "Close without a review" in page
        page = client.get(url("move-on", review, Stage.CLOSED_NO_REVIEW)).content.decode()
        assert "Anything unusual about the day" in page

    def test_one_step_back_and_its_bounds(self, client):
        review = in_review(client, Role.CSP_OFFICER, Stage.DECISION_PENDING)
        back = url("step-back", review)
        assert "It will stand at: Notified" in client.get(back).content.decode()
        assert "Say why" in client.post(back, {"reason": ""}).content.decode()
        told = client.post(back, {"reason": "x" * 60_000}).content.decode()
        assert "to 5,000 characters: it has 60,000" in told
        assert "x" * 60_000 in told
        client.post(back, {"reason": "A slip."})
        review.refresh_from_db()
        assert review.stage == Stage.NOTIFIED
        assert client.get(back).url == review.get_absolute_url()

    def test_an_ended_review_says_so(self, client):
        review = in_review(client, Role.CSP_OFFICER, Stage.RETENTION)
        assert "has ended" in client.get(url("home", review)).content.decode()

    def test_history_shows_waivers_and_pages_on(self, client):
        review = in_review(client, Role.CSP_OFFICER, Stage.EVIDENCE)
        GateWaiverFactory(move=review.moves.first())
        page = client.get(url("history", review)).content.decode()
        assert "No agency has been asked." in page
        assert client.get(url("history", review), {"older_than": "1"}).status_code == 200


class TestDecision:
    def told(self, **changed):
        return {
            "outcome": "REVIEW",
            "standing": "CONFIRMED",
            **day("decided_on", date(2026, 1, 20)),
            "decided_by": "The chair",
            "eligibility": ["DIED"],
            "circumstances": ["STALKING"],
            "limb": "SUICIDE",
            "rationale": "The definition is met.",
            **changed,
        }

    def test_the_chair_is_not_asked_where_it_comes_from(self, client):
        review = in_review(client, Role.CSP_CHAIR)
        record = url("record-decision", review)
        assert "How did it reach you" not in client.get(record).content.decode()
        minute = SimpleUploadedFile("minute.eml", LETTER)
        client.post(record, self.told(minute=minute))
        page = client.get(url("decision", review)).content.decode()
        assert "Stalking or harassment" in page
        made = review.decisions.get()
        assert downloaded(client, url("decision-file", review, made.pk, "minute")) == LETTER
        assert client.get(url("decision-file", review, made.pk, "original")).status_code == 404
        assert client.get(url("decision-file", review, made.pk, "other")).status_code == 404

    def test_the_officer_says_how_it_came_and_attaches_the_original(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        record = url("record-decision", review)
        page = client.post(record, self.told()).content.decode()
        assert "How did it reach you" in page
        assert not review.decisions.exists()
        told = self.told(
            received_via="EMAIL",
            on_behalf_of="The chair",
            **day("given_on", date(2026, 1, 20)),
            original=SimpleUploadedFile("mail.eml", LETTER),
        )
        client.post(record, told)
        page = client.get(url("decision", review)).content.decode()
        assert "Entered for The chair from an email of 20 January 2026" in page
        made = review.decisions.get()
        assert downloaded(client, url("decision-file", review, made.pk, "original")) == LETTER

    def test_a_refusal_stands_at_its_field(self, client):
        review = in_review(client, Role.CSP_CHAIR)
        record = url("record-decision", review)
        page = client.post(record, self.told(outcome="JOINT")).content.decode()
        assert "Say which review it is held jointly with" in page
        assert "The definition is met." in page

    def test_a_letter_is_recorded(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        told = {
            "kind": "HOME_OFFICE_DECISION",
            **day("sent_on", date(2026, 1, 21)),
            "route": "EMAIL",
            "reference": "HO-1",
            "letter": SimpleUploadedFile("letter.eml", LETTER),
        }
        client.post(url("record-notice", review), told)
        notice = review.notices.get()
        assert "HO-1" in client.get(url("decision", review)).content.decode()
        assert downloaded(client, url("notice-file", review, notice.pk)) == LETTER
        without = NoticeFactory(review=review)
        assert client.get(url("notice-file", review, without.pk)).status_code == 404
        assert client.get(url("notification-file", review)).status_code == 404

    def test_a_letter_before_the_death_is_refused(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        told = {"kind": "FAMILY_DECISION", "route": "POST", **day("sent_on", date(2025, 1, 1))}
        page = client.post(url("record-notice", review), told).content.decode()
        assert "must be after the death" in page

    def test_an_empty_page_says_what_will_fill_it(self, client):
        review = in_review(client, Role.CSP_CHAIR)
        page = client.get(url("decision", review)).content.decode()
        assert "Nothing is decided yet" in page
        assert "No letter is recorded" in page

    def test_a_provisional_decision_says_so_everywhere(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        DecisionFactory(review=review, standing="PROVISIONAL", dissent="One said no.")
        assert "Provisional" in client.get(url("home", review)).content.decode()
        assert "One said no." in client.get(url("decision", review)).content.decode()
