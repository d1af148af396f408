"""Posts in a partnership: given, held, ended, and what they open."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE, Post, PostKind
from messaging import post as postbox
from messaging.models import Message
from reviews.access import Permission, Refused, Role, has
from reviews.lifecycle import Stage
from reviews.models import Membership
from reviews.operations import posts
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.reviews import ReviewFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    post = PostFactory(kind=PostKind.ADMINISTRATOR)
    client.force_login(post.user)
    return post


def address(name, post, *args):
    return reverse(f"reviews:{name}", args=[post.partnership.slug, *args])


def give(client, post, **told):
    told = {"kind": "OFFICER", "email": "new@csp.example", "full_name": "New Officer", **told}
    return client.post(address("start-post", post), told)


def test_a_post_opens_the_reviews_that_run(client, administrator):
    running = ReviewFactory(partnership=administrator.partnership)
    ReviewFactory(partnership=administrator.partnership, at_stage=Stage.RETENTION)
    ReviewFactory()
    assert give(client, administrator).status_code == 302
    membership = Membership.objects.get()
    assert (membership.review, membership.role) == (running, Role.CSP_OFFICER)
    assert (
        "has not set a password yet" in client.get(address("posts", administrator)).content.decode()
    )
    assert Message.objects.get().kind == "account_invited"


def test_an_administrators_post_opens_no_review(client, administrator):
    ReviewFactory(partnership=administrator.partnership)
    give(client, administrator, kind="ADMINISTRATOR")
    assert not Membership.objects.exists()
    assert not client.get(reverse("reviews:list")).context["page"].object_list


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"full_name": ""}, "Enter the full name"),
        ({"email": "held@csp.example"}, "holds this post already"),
        ({"email": "gone@csp.example"}, "account is closed"),
        ({"kind": ""}, "Which post?"),
    ],
)
def test_what_cannot_be_given_is_said_and_kept(client, administrator, told, words):
    PostFactory(partnership=administrator.partnership, user__email="held@csp.example")
    UserFactory(email="gone@csp.example", is_active=False)
    page = give(client, administrator, **told)
    assert words in page.content.decode()
    assert page.status_code == 200


def test_an_ended_post_closes_every_review_at_once(client, administrator):
    review = ReviewFactory(partnership=administrator.partnership)
    give(client, administrator, email="one@csp.example")
    other = PostFactory(partnership=administrator.partnership)
    one = Post.objects.get(user__email="one@csp.example")
    end = address("end-post", administrator, one.pk)
    assert "End the post of New Officer?" in client.get(end).content.decode()
    assert client.post(end).status_code == 302
    assert not has(one.user, Permission.REVIEW_READ, on=review)
    assert "Ended" in client.get(address("posts", administrator)).content.decode()
    assert client.get(end).status_code == 404
    give(client, administrator, email="one@csp.example")
    told = {"today": timezone.localdate(), "by": other.user, "at": timezone.now()}
    posts.confirm_post(post=Post.objects.waiting().get(), **told)
    assert has(type(one.user).objects.get(pk=one.user.pk), Permission.REVIEW_READ, on=review)


def test_the_last_officer_and_the_last_administrator_stay(client, administrator):
    ReviewFactory(partnership=administrator.partnership)
    give(client, administrator)
    officer = Post.objects.get(kind=PostKind.OFFICER)
    for post in (officer, administrator):
        page = client.post(address("end-post", administrator, post.pk)).content.decode()
        assert "somebody else the post" in page or "at least one administrator" in page
    assert Post.objects.held_on(timezone.localdate()).count() == 2


@pytest.mark.parametrize("kind", [PostKind.OFFICER, PostKind.CHAIR])
def test_who_is_no_administrator_finds_no_posts(client, kind):
    post = PostFactory(kind=kind)
    client.force_login(post.user)
    for name, *args in (("posts",), ("start-post",), ("end-post", post.pk)):
        assert client.get(address(name, post, *args)).status_code == 404
    told = {"today": timezone.localdate(), "by": post.user, "at": timezone.now()}
    with pytest.raises(Refused, match="Only an administrator"):
        posts.end_post(post=post, **told)


def test_an_administrator_of_one_partnership_is_a_stranger_in_another(client, administrator):
    assert client.get(address("posts", PostFactory())).status_code == 404
    assert b"Posts in" in client.get("/").content


class TestCommand:
    def run(self, *args):
        out = StringIO()
        call_command("start_post", *args, stdout=out)
        return out.getvalue()

    def test_a_new_installation_gets_its_first_administrator(self):
        given = ("--partnership", "Vale CSP", "--kind", "administrator", "--holder", "a@b.example")
        assert "is Administrator" in self.run(*given, "--name", "Ada Min")
        post = Post.objects.get()
        assert post.partnership.slug == "vale-csp"
        again = ("--partnership", "vale-csp", "--kind", "officer", "--holder", "a@b.example")
        document = json.loads(self.run(*again, "--json"))
        assert document == {"partnership": "vale-csp", "kind": "officer"}
        assert "is CSP chair" in self.run(
            "--partnership", "VALE CSP", "--kind", "chair", "--holder", "c@b.example",
            "--name", "Cee Chair", "--as", "a@b.example",
        )  # fmt: skip

    @pytest.mark.parametrize("given", [("--as", "nobody@b.example"), ()])
    def test_what_cannot_be_is_said(self, given):
        base = ("--partnership", "Vale", "--kind", "chair", "--holder", "new@b.example")
        with pytest.raises(CommandError, match=r"Nobody with this|full name"):
            self.run(*base, *given)


class TestMessagesSent:
    def test_the_officer_sees_what_went_out_and_nobody_else(self, client):
        review = ReviewFactory()
        sent = reverse("reviews:messages", args=[review.reference])
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        assert "No message has gone out" in client.get(sent).content.decode()
        postbox.send(
            "admitted",
            to="one@agency.example",
            review_ref=review.reference,
            by=None,
            at=timezone.now(),
        )
        failed = Message.objects.get()
        failed.mark_sending()
        failed.mark_not_sent("The address is not known there.", for_good=True, at=timezone.now())
        page = client.get(sent).content.decode()
        assert "one@agency.example" in page
        assert "The address is not known there." in page
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
        assert client.get(sent).status_code == 404


def test_the_command_line_gives_posts():
    post = PostFactory()
    told = {"today": timezone.localdate(), "by": COMMAND_LINE, "at": timezone.now()}
    posts.end_post(post=post, **told)
    post.refresh_from_db()
    assert post.ended_at
