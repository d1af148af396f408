"""Give people posts in a partnership, confirm and end them. A post opens its reviews."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import (
    CONFIRMS_POSTS,
    Actor,
    CommunitySafetyPartnership,
    Post,
    PostKind,
    User,
    person_behind,
)
from agencies.operations import accounts
from audit import trail
from messaging import post as postbox
from reviews import access
from reviews.access import ROLE_OF_POST, Refused
from reviews.lifecycle import ENDED
from reviews.models import Membership, Review


@transaction.atomic
def start_post(
    *,
    partnership: CommunitySafetyPartnership,
    kind: str,
    email: str,
    full_name: str,
    today: date,
    by: Actor,
    at: datetime,
) -> Post:
    """
    Give a person a post from today, and admit them to every running review it has a part in.

    An administrator reads no review and could give a post to a second mailbox of their own: what
    they give waits until an officer or chair confirms it. What the command line gives does not.

    Somebody new gets an account and a link by email; the officers and chairs are told. Raises
    Refused for whoever is no administrator of the partnership, for oneself, for a post that is
    held already, or a new person without a name.
    """
    check_administers(by, partnership, today=today)
    if isinstance(by, User) and by.email == email.strip().lower():
        raise Refused("Another administrator gives you a post.", field="email")
    user, _ = accounts.known_or_invited(email=email, full_name=full_name, by=by, at=at)
    if partnership.posts.held_on(today).filter(user=user, kind=kind).exists():
        raise Refused("This person holds this post already.", field="email")
    waiting = partnership.posts.waiting().filter(user=user, kind=kind).first()
    if waiting and isinstance(by, User):
        raise Refused("This post waits to be confirmed by an officer or chair.", field="email")
    post = waiting or Post(partnership=partnership, user=user, kind=kind)
    post.from_on, post.given_by = today, person_behind(by)
    post.waits = needs_a_second(by, partnership, today=today)
    post.save()
    event = "post.given" if post.waits else "post.started"
    trail.record(event, by=person_behind(by), at=at, post_id=post.pk, kind=kind)
    if post.waits:
        ask_to_confirm(post, today=today, by=by, at=at)
    else:
        begin(post, today=today, by=by, at=at)
    return post


def needs_a_second(by: Actor, partnership: CommunitySafetyPartnership, *, today: date) -> bool:
    """
    Test whether a post that somebody gives waits for an officer or chair: not where they are one
    themselves, nor where there is none yet, who could have a review to protect.
    """
    held = partnership.posts.held_on(today).filter(kind__in=CONFIRMS_POSTS)
    return isinstance(by, User) and held.exists() and not held.filter(user=by).exists()


def begin(post: Post, *, today: date, by: Actor, at: datetime) -> None:
    """Admit the holder to the running reviews that the post has a part in, and tell of it."""
    if role := ROLE_OF_POST.get(post.kind):
        running = Review.objects.filter(partnership=post.partnership).exclude(stage__in=ENDED)
        for review in running:
            access.admit(user=post.user, role=role, to=review, from_on=today, by=by, at=at)
    tell_of(post, today=today, by=by, at=at)


@transaction.atomic
def confirm_post(*, post: Post, today: date, by: User, at: datetime) -> None:
    """
    Have a post that waited begin today.

    Raises Refused for a post that does not wait, and for whoever is no officer or chair there,
    gave the post or would hold it.
    """
    post = waiting_post(post, by=by, today=today)
    post.waits, post.from_on = False, today
    post.confirmed_by, post.confirmed_at = by, at
    post.save(update_fields=["waits", "from_on", "confirmed_by", "confirmed_at"])
    trail.record("post.confirmed", by=by, at=at, post_id=post.pk, kind=post.kind)
    begin(post, today=today, by=by, at=at)


@transaction.atomic
def decline_post(*, post: Post, today: date, by: User, at: datetime) -> None:
    """End a post that waited, without its ever having opened anything. Raises Refused likewise."""
    post = waiting_post(post, by=by, today=today)
    post.until_on, post.ended_at = today, at
    post.save(update_fields=["until_on", "ended_at"])
    trail.record("post.declined", by=by, at=at, post_id=post.pk, kind=post.kind)


def waiting_post(post: Post, *, by: User, today: date) -> Post:
    post = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if not post.is_waiting:
        raise Refused("Somebody has answered this already, or it was taken back.")
    if not any(
        access.holds_post(by, post.partnership, kind, today=today) for kind in CONFIRMS_POSTS
    ):
        raise Refused("Only an officer or chair of this partnership confirms a post.")
    if by.pk in (post.given_by_id, post.user_id):
        raise Refused("Somebody else confirms this: not who gave the post, nor who is to hold it.")
    return post


@transaction.atomic
def end_post(*, post: Post, today: date, by: Actor, at: datetime) -> None:
    """
    End a post. Its holder can open none of the partnership's reviews by it from now on.

    Raises Refused for whoever is no administrator there, for the last officer while reviews
    run, or for an administrator's own post: another one ends it.
    """
    check_administers(by, post.partnership, today=today)
    held = post.partnership.posts.held_on(today).filter(kind=post.kind).exclude(pk=post.pk)
    running = Review.objects.filter(partnership=post.partnership).exclude(stage__in=ENDED)
    needed = not post.waits and not held.exists()
    if needed and post.kind == PostKind.OFFICER and running.exists():
        raise Refused("Reviews are running: give somebody else the post of CSP officer first.")
    if needed and post.kind == PostKind.ADMINISTRATOR:
        raise Refused("A partnership keeps at least one administrator.")
    post.until_on, post.ended_at = today, at
    post.save(update_fields=["until_on", "ended_at"])
    trail.record("post.ended", by=person_behind(by), at=at, post_id=post.pk, kind=post.kind)
    if not post.waits and (role := ROLE_OF_POST.get(post.kind)):
        memberships = Membership.objects.filter(
            user=post.user,
            role=role,
            review__partnership=post.partnership,
            removed_at__isnull=True,
        )
        for membership in memberships.select_related("user", "group", "review"):
            access.remove(membership=membership, by=by, at=at)


def tell_of(post: Post, *, today: date, by: Actor, at: datetime) -> None:
    """Tell the officers and chairs who gets a post: it opens what they answer for."""
    for user in officers_and_chairs(post, today=today, by=by):
        postbox.send("post_given", to=user.email, by=person_behind(by), at=at)


def ask_to_confirm(post: Post, *, today: date, by: Actor, at: datetime) -> None:
    path = reverse("reviews:confirm-post", args=[post.partnership.slug, post.pk])
    for user in officers_and_chairs(post, today=today, by=by):
        postbox.send("post_to_confirm", to=user.email, path=path, by=person_behind(by), at=at)


def officers_and_chairs(post: Post, *, today: date, by: Actor) -> list[User]:
    """Return whoever answers for what a post opens, without its holder and who acts."""
    held = post.partnership.posts.held_on(today).filter(
        kind__in=CONFIRMS_POSTS, user__is_active=True
    )
    told = {row.user for row in held.select_related("user")} - {post.user, person_behind(by)}
    return sorted(told, key=lambda one: one.pk)


def check_administers(by: Actor, partnership: CommunitySafetyPartnership, *, today: date) -> None:
    if not access.holds_post(by, partnership, PostKind.ADMINISTRATOR, today=today):
        raise Refused("Only an administrator of this partnership gives and ends posts.")
