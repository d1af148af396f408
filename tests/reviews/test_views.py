"""What people do on the pages of a review, and what comes back when something is wrong."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from agencies.models import PostKind
from documents.models import Document
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import Membership, Review
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    DecisionFactory,
    GateWaiverFactory,
    NoticeFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)

pytestmark = pytest.mark.django_db


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def url(name, review, *args):
    return reverse(f"reviews:{name}", args=[review.reference, *args])


LETTER = (b"From: police@example.org\nSubject: A death\nTo: csp@example.org\n"
          b"Date: Mon, 5 Jan 2026 10:00:00 +0000\n\nWe write to tell you.\n")  # fmt: skip


@pytest.fixture
def officer(client):
    post = PostFactory(partnership__reference_prefix="NS")
    client.force_login(post.user)
    return post


def downloaded(client, address):
    response = client.get(address)
    assert response["Content-Disposition"].startswith("attachment")
    return b"".join(response.streaming_content)


def in_review(client, role, stage=Stage.NOTIFIED, **told):
    review = ReviewFactory(at_stage=stage, **told)
    client.force_login(playing(role, to=review))
    return review


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
        assert "Somebody else makes this move" in client.get(url("home", review)).content.decode()

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


class TestPeople:
    def told(self, **changed):
        return {"role": "PERPETRATOR", "true_name": "Bob Invented", "pseudonym": "Oran", **changed}

    def test_a_person_is_added_changed_and_given_an_address(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        client.post(url("add-person", review), self.told(aliases="Bobby", born_on_day=""))
        person = review.people.get()
        change = url("change-person", review, person.pk)
        assert "Bobby" in client.get(change).content.decode()
        client.post(change, self.told(**day("born_on", date(1979, 5, 1))))
        address = url("add-address", review, person.pk)
        assert "Where Oran lived" in client.get(address).content.decode()
        assert "Enter the address" in client.post(address, {"address": ""}).content.decode()
        client.post(address, {"address": "1 Nowhere Lane"})
        page = client.get(url("people", review)).content.decode()
        assert "1 May 1979" in page
        assert "Address 1" in page

    @pytest.mark.parametrize("page", ["add-person", "change-person"])
    def test_a_pseudonym_that_gives_the_name_away_is_refused(self, client, page):
        review = in_review(client, Role.CSP_OFFICER)
        person = PersonFactory(review=review)
        args = [] if page == "add-person" else [person.pk]
        told = self.told(pseudonym="Uncle Bob")
        shown = client.post(url(page, review, *args), told).content.decode()
        assert "share no word" in shown
        assert "Uncle Bob" in shown

    def test_who_only_reads_gets_no_buttons(self, client):
        review = in_review(client, Role.PANEL_MEMBER)
        PersonFactory(review=review, true_name="Ann Invented", relationship="friend")
        page = client.get(url("people", review)).content.decode()
        assert "Ann Invented" in page
        assert "Add a person" not in page
        assert client.get(url("add-person", review)).status_code == 404

    def test_an_empty_list_says_where_to_start(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        assert (
            "Start with the person who died" in client.get(url("people", review)).content.decode()
        )


class TestAdmission:
    def test_somebody_is_admitted_and_removed(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        told = {"email": "new@agency.example", "full_name": "New Person", "role": "ADVISER"}
        assert client.post(url("admit", review), told).url == url("access", review)
        membership = Membership.objects.get(role="ADVISER")
        page = client.get(url("access", review)).content.decode()
        assert "has not set a password yet" in page
        remove = url("remove", review, membership.pk)
        assert "Remove New Person?" in client.get(remove).content.decode()
        client.post(remove)
        assert "No longer admitted" in client.get(url("access", review)).content.decode()
        assert client.get(remove).status_code == 404

    def test_a_refusal_keeps_what_was_typed(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        told = {"email": "new@agency.example", "full_name": "", "role": "ADVISER"}
        page = client.post(url("admit", review), told).content.decode()
        assert "Enter the full name" in page
        assert "new@agency.example" in page

    def test_the_last_officer_is_not_removed(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        membership = Membership.objects.get()
        page = client.post(url("remove", review, membership.pk)).content.decode()
        assert "at least one CSP officer" in page

    def test_somebody_is_admitted_for_an_agency_until_a_day(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        part = AgencyInvolvementFactory(review=review)
        told = {
            "email": "author@agency.example",
            "full_name": "New Author",
            "role": "IMR_AUTHOR",
            **day("until_on", timezone.localdate()),
        }
        admit = url("admit-for-agency", review, part.pk)
        assert client.get(admit).status_code == 200
        assert client.post(admit, told).url == part.get_absolute_url()
        page = client.get(url("access", review)).content.decode()
        assert "IMR author" in page
        Membership.objects.filter(role="IMR_AUTHOR").update(
            until_on=timezone.localdate() - timedelta(days=1),
            from_on=timezone.localdate() - timedelta(days=2),
        )
        assert "until " in client.get(url("access", review)).content.decode()


class TestLists:
    def test_my_work_is_grouped_by_when(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        page = client.get(reverse("reviews:my-work")).content.decode()
        assert "Late" in page
        assert review.reference in page

    def test_letters_that_are_missing_are_work(self, client):
        review = in_review(client, Role.CSP_OFFICER, Stage.COMMISSIONED)
        NoticeFactory(review=review)
        page = client.get(reverse("reviews:my-work")).content.decode()
        assert "Tell the family of the decision" in page
        assert "Tell the Home Office" not in page

    def test_nothing_to_do_says_so(self, client):
        client.force_login(UserFactory())
        page = client.get(reverse("reviews:my-work")).content.decode()
        assert "Nothing waits for you" in page

    def test_the_list_is_searched_and_filtered(self, client):
        user = playing(Role.CSP_OFFICER, to=ReviewFactory(reference="AA-1"))
        other = ReviewFactory(reference="BB-2", pseudonym_title="Maris", at_stage=Stage.EVIDENCE)
        ended = ReviewFactory(reference="CC-3", at_stage=Stage.RETENTION)
        for review in (other, ended):
            playing(Role.CSP_OFFICER, to=review)
            Membership.objects.filter(review=review).update(user=user)
            review.memberships.get().group.user_set.set([user])
        ReviewFactory(reference="DD-4")
        client.force_login(user)

        def shown(**asked):
            page = client.get(reverse("reviews:list"), asked)
            return [review.reference for review in page.context["page"]]

        assert sorted(shown()) == ["AA-1", "BB-2", "CC-3"]
        assert shown(q="maris") == ["BB-2"]
        assert shown(step="1") == ["AA-1"]
        assert shown(standing="ended") == ["CC-3"]
        assert sorted(shown(standing="running")) == ["AA-1", "BB-2"]
        assert "AA-1" in shown(standing="late")
        assert shown(q="nothing") == []
        empty = client.get(reverse("reviews:list"), {"q": "nothing"}).content.decode()
        assert "No review fits this search" in empty

    def test_an_empty_list_tells_each_reader_what_fills_it(self, client, officer):
        assert "Open the first one" in client.get(reverse("reviews:list")).content.decode()
        client.force_login(UserFactory())
        page = client.get(reverse("reviews:list")).content.decode()
        assert "when its CSP officer admits you" in page

    @pytest.mark.parametrize("how_many", [3, 30])
    def test_lists_cost_the_same_whatever_their_length(
        self, client, django_assert_max_num_queries, how_many
    ):
        post = PostFactory()
        for _ in range(how_many):
            review = ReviewFactory(partnership=post.partnership, at_stage=Stage.COMMISSIONED)
            user = playing(Role.CSP_OFFICER, to=review)
            Membership.objects.filter(user=user).update(user=post.user)
            review.memberships.get().group.user_set.set([post.user])
        client.force_login(post.user)
        for page in ("reviews:list", "reviews:my-work"):
            with django_assert_max_num_queries(15):
                assert client.get(reverse(page)).status_code == 200


class TestHats:
    def test_a_hat_narrows_the_list_and_takes_no_right(self, client):
        post = PostFactory(partnership__name="Northside CSP")
        mine = ReviewFactory(partnership=post.partnership, reference="AA-1")
        part = AgencyInvolvementFactory(review__reference="BB-2", agency__name="Riverbank")
        client.force_login(post.user)
        for role, place in ((Role.CSP_OFFICER, mine), (Role.ADVISER, part.review)):
            admit(post.user, role, place)
        admit(post.user, Role.IMR_AUTHOR, part)
        page = client.get(reverse("reviews:list"))
        assert "All my roles" in page.content.decode()
        assert "Riverbank" in page.content.decode()
        client.post(reverse("reviews:switch-hat"), {"hat": f"post-{post.pk}"})
        shown = [review.reference for review in client.get(reverse("reviews:list")).context["page"]]
        assert shown == ["AA-1"]
        assert client.get(url("home", part.review)).status_code == 200
        assert "BB-2" not in client.get(reverse("reviews:my-work")).content.decode()
        client.post(reverse("reviews:switch-hat"), {"hat": "not mine"})
        assert len(client.get(reverse("reviews:list")).context["page"]) == 2

    def test_switching_goes_back_only_to_our_own_pages(self, client):
        client.force_login(UserFactory())
        switch = reverse("reviews:switch-hat")
        assert client.post(switch, {"next": "https://elsewhere.example/"}).url == "/"
        assert client.post(switch, {"next": "/reviews/"}).url == "/reviews/"
        assert client.get(switch).status_code == 405


def admit(user, role, place):
    from agencies.models import COMMAND_LINE
    from reviews import access
    from tests.factories.reviews import AT

    access.admit(user=user, role=role, to=place, by=COMMAND_LINE, at=AT, from_on=AT.date())
