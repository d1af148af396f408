"""Give people posts in a partnership and end them. A post opens the partnership's reviews."""

from datetime import date, datetime

from django.db import transaction

from agencies.models import (
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
    post = Post.objects.create(partnership=partnership, user=user, kind=kind, from_on=today)
    trail.record("post.started", by=person_behind(by), at=at, post_id=post.pk, kind=kind)
    if kind in ROLE_OF_POST:
        for review in Review.objects.filter(partnership=partnership).exclude(stage__in=ENDED):
            role = ROLE_OF_POST[kind]
            access.admit(user=user, role=role, to=review, from_on=today, by=by, at=at)
    tell_of(post, today=today, by=by, at=at)
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
    if post.kind == PostKind.OFFICER and running.exists() and not held.exists():
        raise Refused("Reviews are running: give somebody else the post of CSP officer first.")
    if post.kind == PostKind.ADMINISTRATOR and not held.exists():
        raise Refused("A partnership keeps at least one administrator.")
    post.until_on, post.ended_at = today, at
    post.save(update_fields=["until_on", "ended_at"])
    trail.record("post.ended", by=person_behind(by), at=at, post_id=post.pk, kind=post.kind)
    if role := ROLE_OF_POST.get(post.kind):
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
    held = post.partnership.posts.held_on(today).filter(
        kind__in=[PostKind.OFFICER, PostKind.CHAIR], user__is_active=True
    )
    told = {row.user for row in held.select_related("user")} - {post.user, person_behind(by)}
    for user in sorted(told, key=lambda one: one.pk):
        postbox.send("post_given", to=user.email, by=person_behind(by), at=at)


def check_administers(by: Actor, partnership: CommunitySafetyPartnership, *, today: date) -> None:
    if not access.holds_post(by, partnership, PostKind.ADMINISTRATOR, today=today):
        raise Refused("Only an administrator of this partnership gives and ends posts.")
