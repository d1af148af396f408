"""What people do on the pages of a review, and what comes back when something is wrong."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from agencies.models import PostKind
from documents.models import Document
from reviews.lifecycle import Stage
from reviews.models import Review
from tests.factories.agencies import PostFactory, UserFactory
from tests.reviews.acting import LETTER, day, downloaded, url

pytestmark = pytest.mark.django_db


class TestOpening:
    def told(self, officer, **changed):
        today = timezone.localdate()
        return {
            "partnership": officer.partnership.pk,
            "reference": "NS-DHR-1",
            "regime_code": "DHR_2016",
            "display_label": "DHR",
            **day("notified_on", today),
            "notified_by": "Northshire Police",
            **day("died_on", today - timedelta(days=2)),
            "victim_name": "Ann Invented",
            "victim_aliases": "Annie\n\nA. Former",
            **changed,
        }

    def test_a_review_is_opened_with_its_victim_and_its_letter(self, client, officer):
        letter = SimpleUploadedFile("letter.eml", LETTER)
        response = client.post(reverse("reviews:open"), self.told(officer, notification=letter))
        review = Review.objects.get()
        assert response.url == reverse("evidence:ask-agencies", args=[review.reference])
        assert review.people.get().aliases == ["Annie", "A. Former"]
        assert review.notification.original_name == "letter.eml"
        assert downloaded(client, url("notification-file", review)) == LETTER

    def test_the_next_reference_is_proposed(self, client, officer):
        assert b"NS-DHR-1" in client.get(reverse("reviews:open")).content

    def test_an_impossible_date_names_its_field_and_loses_nothing(self, client, officer):
        letter = SimpleUploadedFile("letter.eml", LETTER)
        told = self.told(officer, notification=letter, died_on_day="31", died_on_month="2")
        response = client.post(reverse("reviews:open"), told)
        page = response.content.decode()
        assert "Date of death must be a real date" in page
        assert "Kept: letter.eml" in page
        assert 'value="Ann Invented"' in page
        kept = response.context["form"].fields["notification"].widget.get_context("n", None, {})
        told = self.told(officer, notification_kept=kept["kept"]["value"])
        client.post(reverse("reviews:open"), told)
        assert Review.objects.get().notification == Document.objects.get()

    def test_a_death_after_its_notification_is_refused(self, client, officer):
        told = self.told(officer, **day("notified_on", timezone.localdate() - timedelta(days=9)))
        page = client.post(reverse("reviews:open"), told).content.decode()
        assert "The death must be on or before the day of notification" in page
        assert not Review.objects.exists()

    def test_the_same_death_is_shown_before_a_second_review_is_opened(self, client, officer):
        client.post(reverse("reviews:open"), self.told(officer))
        again = self.told(officer, reference="NS-DHR-2")
        page = client.post(reverse("reviews:open"), again).content.decode()
        assert "Is this death already under review?" in page
        assert Review.objects.count() == 1
        client.post(reverse("reviews:open"), {**again, "is_another_death": "on"})
        assert Review.objects.count() == 2

    def test_who_holds_no_post_does_not_find_the_page(self, client):
        client.force_login(UserFactory())
        assert client.get(reverse("reviews:open")).status_code == 404
        client.force_login(PostFactory(kind=PostKind.CHAIR).user)
        assert client.get(reverse("reviews:open")).status_code == 404

    def test_a_running_review_is_brought_to_where_it_stands(self, client, officer):
        client.post(reverse("reviews:open"), self.told(officer))
        review = Review.objects.get()
        assert b"This review began before this system" in client.get(url("home", review)).content
        yesterday = timezone.localdate() - timedelta(days=1)
        told = {
            "stage": Stage.EVIDENCE,
            "reason": "Begun on paper.",
            "earlier": f"{yesterday:%d %B %Y} Commissioned\n{yesterday:%d %b %Y}: First meeting",
        }
        client.post(url("adopt", review), told)
        review.refresh_from_db()
        assert review.stage == Stage.EVIDENCE
        assert review.earlier_steps.get().event == "First meeting"
        history = client.get(url("history", review)).content.decode()
        assert "Before this system" in history
        assert "Begun on paper." in history

    def test_a_month_or_a_year_is_enough_and_prints_as_such(self, client, officer):
        client.post(reverse("reviews:open"), self.told(officer))
        review = Review.objects.get()
        earlier = "March 2025: Trial ended\n2024 First told\nApril 2025 Commissioned"
        told = {"stage": Stage.EVIDENCE, "reason": "Paper.", "earlier": earlier, "prints": "on"}
        client.post(url("adopt", review), told)
        steps = [(step.when, step.event, step.prints) for step in review.earlier_steps.all()]
        assert steps == [
            ("2024", "First told", True),
            ("March 2025", "Trial ended", True),
            ("April 2025", "Commissioned", False),
        ]
        assert review.moves.get(to_stage=Stage.COMMISSIONED).moved_on is None
        assert "March 2025: Trial ended" in client.get(url("history", review)).content.decode()

    def test_a_line_too_long_to_keep_is_named(self, client, officer):
        client.post(reverse("reviews:open"), self.told(officer))
        told = {"stage": Stage.EVIDENCE, "reason": "Paper.", "earlier": f"1 May 2025 {'a' * 101}"}
        page = client.post(url("adopt", Review.objects.get()), told).content.decode()
        assert "Line 1 is too long" in page

    @pytest.mark.parametrize(
        "line", ["First meeting", "31 February 2025 First", "3 Foo 2025 First"]
    )
    def test_a_line_without_a_real_day_is_named(self, client, officer, line):
        client.post(reverse("reviews:open"), self.told(officer))
        told = {"stage": Stage.EVIDENCE, "reason": "Paper.", "earlier": f"1 May 2025 A\n{line}"}
        page = client.post(url("adopt", Review.objects.get()), told).content.decode()
        assert "Line 2 must begin with a real day" in page

    def test_a_day_of_the_future_is_refused_when_adopting(self, client, officer):
        client.post(reverse("reviews:open"), self.told(officer))
        told = {"stage": Stage.EVIDENCE, "reason": "Paper.", "earlier": "1 May 2199 Commissioned"}
        page = client.post(url("adopt", Review.objects.get()), told).content.decode()
        assert "must be today or in the past" in page
