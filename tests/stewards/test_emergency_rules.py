"""Who may ask for emergency access, for whom and how long, and who may decide."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import DECIDES_EMERGENCIES, PostKind
from reviews.access import Refused, Role
from reviews.models import Membership
from stewards.models import EmergencyAccess
from stewards.operations import emergencies
from stewards.rules import LONGEST
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, admit, playing
from tests.reviews.acting import day
from tests.stewards.conftest import REASON, holding, page_of

pytestmark = pytest.mark.django_db
REASON_LABEL = "Why can nobody who has access be reached?"


class TestOnePersonAlone:
    """Where nobody could approve, an administrator reads so beforehand, and what to do."""

    WORDS = "Nobody could approve emergency access if you asked for it today."

    @pytest.fixture(autouse=True)
    def _alone(self, town, today):
        others = town.place.posts.filter(kind__in=DECIDES_EMERGENCIES)
        others.exclude(user=town.administrator).update(until_on=today - timedelta(days=1))

    def pages(self, client, town):
        client.force_login(town.administrator)
        return [
            client.get(reverse(f"stewards:{name}", args=[town.place.slug])).text
            for name in ("emergencies", "ask-emergency")
        ]

    def test_the_pages_say_it_and_offer_no_form(self, client, town):
        for page in self.pages(client, town):
            assert self.WORDS in page
            assert reverse("reviews:start-post", args=[town.place.slug]) in page
            assert "A CSP officer can admit somebody" in page
            assert REASON_LABEL not in page

    def test_it_is_refused_and_nothing_waits_for_nobody(self, ask):
        with pytest.raises(Refused, match="Nobody could approve this"):
            ask()
        assert not EmergencyAccess.objects.exists()

    def test_a_second_post_that_begins_today_is_too_new(self, client, ask, town, today):
        PostFactory(partnership=town.place, kind=PostKind.CHAIR, from_on=today)
        assert all(self.WORDS in page for page in self.pages(client, town))
        with pytest.raises(Refused, match="began before today"):
            ask()

    def test_a_second_post_of_yesterday_is_enough(self, client, ask, town, today, now):
        PostFactory(partnership=town.place, kind=PostKind.CHAIR, from_on=today - timedelta(days=1))
        assert not any(self.WORDS in page for page in self.pages(client, town))
        assert ask().is_waiting(now)

    def test_the_only_second_person_cannot_be_the_one_who_reads(self, ask, town, today):
        second = PostFactory(partnership=town.place, kind=PostKind.CHAIR).user
        with pytest.raises(Refused, match="Nobody could approve this"):
            ask(reader=second)


class TestAsking:
    def test_only_an_administrator_asks(self, ask, client, town):
        for who in ("officer", "chair", "lead", "independent"):
            user = getattr(town, who)
            with pytest.raises(Refused, match="Only an administrator"):
                ask(by=user)
            client.force_login(user)
            form = reverse("stewards:ask-emergency", args=[town.place.slug])
            assert client.get(form).status_code == 404

    def test_nobody_asks_for_themselves(self, ask, town):
        with pytest.raises(Refused, match="cannot ask for yourself"):
            ask(reader=town.administrator)

    def test_an_administrator_of_another_partnership_asks_nothing_here(self, ask, client, town):
        other = PostFactory(kind=PostKind.ADMINISTRATOR)
        with pytest.raises(Refused, match="Only an administrator"):
            ask(by=other.user)
        client.force_login(other.user)
        form = reverse("stewards:ask-emergency", args=[other.partnership.slug])
        page = client.post(form, {"reference": town.review.reference}).text
        assert "has no review of this reference" in page

    @pytest.mark.parametrize("hours", [-1, 0, 73])
    def test_not_for_longer_than_72_hours_and_not_backwards(self, ask, now, hours):
        with pytest.raises(Refused, match=r"within 72 hours|must be ahead"):
            ask(until_at=now + timedelta(hours=hours))
        assert not EmergencyAccess.objects.exists()

    def test_72_hours_are_the_longest(self, ask, now):
        assert ask(until_at=now + LONGEST).is_waiting(now)

    def test_not_for_strangers_agencies_the_home_office_or_whoever_reads_already(self, ask, town):
        spoken_for = holding(town.place, PostKind.CHAIR)
        admit(spoken_for, Role.SENIOR_SIGN_OFF, to=town.part)
        closed = holding(town.place, PostKind.OFFICER, is_active=False)
        both = holding(town.place, PostKind.HOME_OFFICE_LIAISON)
        PostFactory(partnership=town.place, user=both, kind=PostKind.OFFICER)
        elsewhere = AgencyInvolvementFactory(review__partnership=town.place)
        for reader, words in (
            (UserFactory(), "works for this partnership"),
            (town.author, "works for this partnership"),
            (playing(Role.IMR_AUTHOR, to=elsewhere), "works for this partnership"),
            (playing(Role.PANEL_MEMBER, to=elsewhere.review), "works for this partnership"),
            (playing(Role.CSP_OFFICER, to=ReviewFactory()), "works for this partnership"),
            (both, "works for this partnership"),
            (closed, "works for this partnership"),
            (spoken_for, "speaks for an agency"),
            (town.officer, "can read this review already"),
            (town.independent, "can read this review already"),
        ):
            with pytest.raises(Refused, match=words):
                ask(reader=reader)

    def test_somebody_has_to_watch(self, ask, town, stand_in):
        for contact, words in (
            ("", "Name the partnership’s data protection contact"),
            ("ada@csp.example", "has to be somebody else"),
            (stand_in.email.upper(), "has to be somebody else"),
        ):
            town.place.data_protection_email = contact
            town.place.save()
            town.review.refresh_from_db()
            with pytest.raises(Refused, match=words):
                ask()

    def test_the_same_is_not_asked_twice(self, ask, asked):
        with pytest.raises(Refused, match="asked already"):
            ask()

    def test_the_page_says_what_is_missing_and_keeps_what_was_typed(self, client, town, stand_in):
        client.force_login(town.administrator)
        form = reverse("stewards:ask-emergency", args=[town.place.slug])
        page = client.post(form, {"reference": "NO-SUCH-1", "reason": REASON}).text
        for words in (
            "has no review of this reference", "Choose who is to read it", "Until which day",
            "Enter the time it ends", REASON,
        ):  # fmt: skip
            assert words in page
        far = timezone.localtime() + timedelta(days=9)
        told = {
            "reference": town.review.reference, "reader": stand_in.pk, "reason": REASON,
            "until_time": "12:00", **day("until_on", far.date()),
        }  # fmt: skip
        assert "ends within 72 hours" in client.post(form, told).text


class TestDeciding:
    def test_nobody_approves_what_they_asked_or_would_read(self, asked, town, today, now):
        PostFactory(partnership=town.place, user=asked.reader, kind=PostKind.CHAIR)
        for user in (town.administrator, asked.reader):
            with pytest.raises(Refused, match="Somebody else decides"):
                emergencies.approve_emergency(request=asked, today=today, by=user, at=now)
        assert not Membership.objects.filter(role=Role.EMERGENCY_READER).exists()

    def test_the_page_offers_it_to_a_second_person_only(self, client, asked, town):
        client.force_login(town.administrator)
        page = client.get(page_of(town, asked)).text
        assert ("Take it back" in page, ">Approve" in page) == (True, False)
        answer = client.post(page_of(town, asked), {"approve": "yes"})
        assert "Somebody else decides" in answer.text
        assert "Approve or refuse" not in client.get("/").text
        client.force_login(town.chair)
        assert "Approve or refuse emergency access" in client.get("/").text
        assert client.post(page_of(town, asked), {"approve": "yes"}).status_code == 302
        assert EmergencyAccess.objects.get().approved_by == town.chair

    @pytest.mark.parametrize("who", ["officer", "independent", "lead", "author"])
    def test_others_find_no_page_and_are_refused(self, client, asked, town, today, now, who):
        user = getattr(town, who)
        client.force_login(user)
        assert client.get(page_of(town, asked)).status_code == 404
        with pytest.raises(Refused, match="Another administrator or the CSP chair"):
            emergencies.approve_emergency(request=asked, today=today, by=user, at=now)

    @pytest.mark.parametrize("kind", [PostKind.ADMINISTRATOR, PostKind.CHAIR])
    def test_a_second_person_is_not_made_for_the_purpose(self, client, asked, town, today, kind):
        """An administrator gives posts: one given after they asked decides nothing."""
        made = PostFactory(partnership=town.place, kind=kind, from_on=today)
        with pytest.raises(Refused, match="whose post began before"):
            emergencies.approve_emergency(
                request=asked, today=today, by=made.user, at=timezone.now()
            )
        client.force_login(made.user)
        assert "Approve or refuse" not in client.get("/").text

    def test_administrators_of_another_partnership_decide_nothing(self, client, asked, today, now):
        other = PostFactory(kind=PostKind.ADMINISTRATOR)
        client.force_login(other.user)
        here = reverse("stewards:emergency", args=[other.partnership.slug, asked.pk])
        assert client.get(here).status_code == 404
        with pytest.raises(Refused):
            emergencies.approve_emergency(request=asked, today=today, by=other.user, at=now)

    def test_what_is_true_no_longer_is_not_approved(self, asked, town, today, now):
        def approve(at=now):
            emergencies.approve_emergency(request=asked, today=today, by=town.second, at=at)

        town.administrator.posts.update(ended_at=now)
        with pytest.raises(Refused, match="no longer an administrator"):
            approve()
        town.administrator.posts.update(ended_at=None)
        town.administrator.is_active = False
        town.administrator.save()
        with pytest.raises(Refused, match="no longer an administrator"):
            approve()
        town.administrator.is_active = True
        town.administrator.save()
        admit(asked.reader, Role.IMR_AUTHOR, to=town.part)
        with pytest.raises(Refused, match="speaks for an agency"):
            approve()
        asked.reader.memberships.filter(involvement=town.part).update(removed_at=now)
        town.place.data_protection_email = town.second.email
        town.place.save()
        with pytest.raises(Refused, match="has to be somebody else"):
            approve()
        with pytest.raises(Refused, match="its time has run out"):
            approve(at=asked.until_at)

    def test_it_is_decided_once(self, given, town, today, now):
        for decide in (emergencies.approve_emergency, emergencies.refuse_emergency):
            with pytest.raises(Refused, match="decided before"):
                decide(request=given, today=today, by=town.chair, at=now)
        with pytest.raises(Refused, match="decided before"):
            emergencies.refuse_emergency(request=given, today=today, by=town.administrator, at=now)

    @pytest.mark.parametrize(
        ("who", "standing"), [("second", "Refused"), ("administrator", "Taken back")]
    )
    def test_it_is_refused_or_taken_back(self, client, asked, town, who, standing):
        client.force_login(getattr(town, who))
        assert client.post(page_of(town, asked), {"refuse": "yes"}).status_code == 302
        listed = reverse("stewards:emergencies", args=[town.place.slug])
        assert standing in client.get(listed).text
        assert standing in client.get(page_of(town, asked)).text
        assert not Membership.objects.filter(role=Role.EMERGENCY_READER).exists()

    def test_what_nobody_decides_lapses(self, client, asked, town):
        past = timezone.now() - timedelta(hours=1)
        EmergencyAccess.objects.update(asked_at=past - timedelta(hours=1), until_at=past)
        client.force_login(town.second)
        assert "Lapsed" in client.get(page_of(town, asked)).text
        assert "Approve or refuse" not in client.get("/").text

    def test_the_task_stands_under_the_hat_of_the_post(self, client, asked, town):
        both = town.second
        playing_too = AgencyInvolvementFactory()
        admit(both, Role.IMR_AUTHOR, to=playing_too)
        client.force_login(both)
        post = both.posts.get()
        client.post(reverse("reviews:switch-hat"), {"hat": f"post-{post.pk}"})
        assert "Approve or refuse emergency access" in client.get("/").text
        client.post(reverse("reviews:switch-hat"), {"hat": f"imr_author-{playing_too.agency_id}"})
        assert "Approve or refuse emergency access" not in client.get("/").text
