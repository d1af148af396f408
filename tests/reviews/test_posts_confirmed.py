"""What an administrator gives opens nothing until somebody who reads the reviews has said yes."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE, Post, PostKind
from audit.models import AuditEvent
from messaging.models import Message
from reviews.access import Permission, Refused, Role, has
from reviews.models import Membership
from reviews.operations import opening, posts
from tests.factories.agencies import PostFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, admit, playing

pytestmark = pytest.mark.django_db

MAILBOX = "second.mailbox@csp.example"


@pytest.fixture
def administrator():
    return PostFactory(kind=PostKind.ADMINISTRATOR)


@pytest.fixture
def officer(administrator):
    return PostFactory(partnership=administrator.partnership)


@pytest.fixture
def review(officer):
    return ReviewFactory(partnership=officer.partnership)


def give(client, administrator, kind=PostKind.OFFICER):
    client.force_login(administrator.user)
    told = {"kind": kind, "email": MAILBOX, "full_name": "Somebody Else"}
    page = client.post(
        reverse("reviews:start-post", args=[administrator.partnership.slug]), told, follow=True
    )
    return page.text


@pytest.fixture
def given(client, administrator, officer, review):
    give(client, administrator)
    return Post.objects.get(user__email=MAILBOX)


def page_of(post):
    return reverse("reviews:confirm-post", args=[post.partnership.slug, post.pk])


def may(post):
    holder = type(post.user).objects.get(pk=post.user_id)
    return has(holder, Permission.REVIEW_READ, on=post.partnership.reviews.get())


def doing(by):
    return {"today": timezone.localdate(), "by": by, "at": timezone.now()}


class TestWaiting:
    @pytest.mark.parametrize("kind", PostKind)
    def test_a_second_mailbox_of_an_administrator_opens_nothing(
        self, client, administrator, officer, review, kind
    ):
        said = give(client, administrator, kind)
        post = Post.objects.get(user__email=MAILBOX)
        assert "it begins once an officer or chair has confirmed it" in said
        assert "Waiting to be confirmed" in said
        place = [administrator.partnership.slug]
        for who in (post.user, administrator.user):
            client.force_login(who)
            assert client.get(page_of(post)).status_code == 404
            assert client.post(page_of(post), {"confirm": "yes"}).status_code == 404
            assert client.get(reverse("reviews:home", args=[review.reference])).status_code == 404
        client.force_login(post.user)
        for name in ("reviews:posts", "stewards:emergencies", "stewards:leads"):
            assert client.get(reverse(name, args=place)).status_code == 404
        for name in ("reviews:open", "agencies:directory", "publications:liaison"):
            assert client.get(reverse(name)).status_code == 404
        assert not Membership.objects.filter(user=post.user).exists()

    def test_reviews_opened_meanwhile_stay_shut_too(self, given):
        opened = ReviewFactory(partnership=given.partnership)
        opening.admit_posts(opened, **doing(COMMAND_LINE))
        assert not Membership.objects.filter(user=given.user).exists()

    def test_given_again_it_still_waits(self, client, administrator, given):
        assert "waits to be confirmed" in give(client, administrator)
        assert Post.objects.filter(user=given.user).count() == 1

    def test_the_administrator_may_take_it_back(self, client, administrator, officer, given):
        client.force_login(administrator.user)
        end = reverse("reviews:end-post", args=[given.partnership.slug, given.pk])
        assert "Take back the post" in client.get(end).text
        assert "is not CSP officer" in client.post(end, follow=True).text
        client.force_login(officer.user)
        assert "does not wait" in client.get(page_of(given)).text
        assert "taken back" in client.post(page_of(given), {"confirm": "yes"}).text
        assert not may(given)

    def test_the_only_officers_post_may_be_taken_back_while_it_waits(self, client, administrator):
        PostFactory(partnership=administrator.partnership, kind=PostKind.CHAIR)
        ReviewFactory(partnership=administrator.partnership)
        give(client, administrator)
        posts.end_post(post=Post.objects.get(user__email=MAILBOX), **doing(administrator.user))
        assert not Post.objects.waiting().exists()


class TestAnswering:
    @pytest.mark.parametrize("kind", [PostKind.OFFICER, PostKind.CHAIR])
    def test_an_officer_or_chair_confirms_it(self, client, given, kind):
        other = PostFactory(partnership=given.partnership, kind=kind)
        client.force_login(other.user)
        work = client.get(reverse("reviews:my-work")).text
        assert f"Confirm the post of {given.user.full_name}, or refuse it" in work
        assert page_of(given) in work
        asked = client.get(page_of(given)).text
        assert "Is Somebody Else to be CSP officer?" in asked
        assert MAILBOX in asked
        done = client.post(page_of(given), {"confirm": "yes"}, follow=True).text
        assert "Somebody Else is now CSP officer." in done
        assert page_of(given) not in done
        assert may(given)
        given.refresh_from_db()
        assert given.from_on == timezone.localdate()
        event = AuditEvent.objects.get(event="post.confirmed")
        assert event.actor_id == other.user.pk

    def test_who_confirms_reads_what_the_person_is_already(self, client, given, review):
        client.force_login(PostFactory(partnership=given.partnership).user)
        part = AgencyInvolvementFactory(review=review, agency__name="Fernbank")
        assert "Agency contact" not in client.get(page_of(given)).text
        admit(given.user, Role.AGENCY_CONTACT, to=part)
        admit(given.user, Role.ADVISER, to=ReviewFactory())
        asked = client.get(page_of(given)).text
        assert f"Agency contact, Fernbank, in {review.reference}" in asked
        assert "Specialist adviser" not in asked

    def test_a_refused_one_never_begins(self, client, administrator, officer, given):
        client.force_login(officer.user)
        said = client.post(page_of(given), {"refuse": "yes"}, follow=True).text
        assert "Somebody Else is not CSP officer." in said
        again = client.post(page_of(given), {"confirm": "yes"})
        assert "Somebody has answered this already" in again.text
        assert "was refused or taken back" in again.text
        assert not may(given)
        client.force_login(administrator.user)
        listed = client.get(reverse("reviews:posts", args=[given.partnership.slug])).text
        assert "CSP officer, not confirmed" in listed

    def test_officers_and_chairs_are_asked_by_email(self, officer, given):
        asked = Message.objects.get(kind="post_to_confirm")
        assert asked.to_address == officer.user.email
        assert asked.path == page_of(given)

    def test_neither_the_giver_nor_the_holder_answers(self, administrator, given):
        for user in (administrator.user, given.user):
            PostFactory(partnership=given.partnership, user=user, kind=PostKind.CHAIR)
            with pytest.raises(Refused, match="Somebody else confirms this"):
                posts.confirm_post(post=given, **doing(user))

    def test_nobody_of_elsewhere_answers(self, client, given, review):
        for user in (PostFactory().user, playing(Role.CSP_OFFICER, to=review)):
            client.force_login(user)
            assert client.get(page_of(given)).status_code == 404
            with pytest.raises(Refused, match="Only an officer or chair"):
                posts.confirm_post(post=given, **doing(user))

    def test_the_database_refuses_the_giver_as_well(self, administrator, given):
        for user in (administrator.user, given.user):
            with pytest.raises(IntegrityError), transaction.atomic():
                Post.objects.filter(pk=given.pk).update(confirmed_by=user)


class TestBeginningAtOnce:
    def test_where_nobody_can_confirm_yet(self, client, administrator):
        assert "is now CSP officer" in give(client, administrator)

    def test_where_the_giver_runs_the_reviews_as_well(self, client, administrator, officer):
        PostFactory(partnership=officer.partnership, user=administrator.user)
        assert "is now CSP officer" in give(client, administrator)

    def test_what_the_command_line_gives_begins_though_it_waited(self, given):
        posts.start_post(
            partnership=given.partnership,
            kind=given.kind,
            email=MAILBOX,
            full_name="",
            **doing(COMMAND_LINE),
        )
        assert may(given)
