"""
Who may do what outside any review: by the posts that people hold in partnerships.

Inside a review it is `reviews.access` that answers. Both refuse with the same `Refused`.
"""

from collections.abc import Iterable
from contextvars import ContextVar
from datetime import date

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import (
    Actor,
    AgencyLead,
    CommandLine,
    CommunitySafetyPartnership,
    Post,
    PostKind,
    PublicBody,
    User,
)


class Refused(Exception):
    """
    This may not be done, by this person or now. Its words are fit to show to a tired person.

    field: the name of the answer that is at fault, where one is; a form shows the words there.
    href: the page where it can be mended, or is read instead, where that is another page.
    """

    def __init__(self, words: str, *, field: str = "", href: str = "") -> None:
        super().__init__(words)
        self.field, self.href = field, href


# Set by every question; a test fails for a page that was answered without asking.
asked: ContextVar[bool] = ContextVar("access_asked", default=False)

# The directory holds no case, but it names contacts; the Home Office reads submissions only.
DIRECTORY_READERS = (PostKind.OFFICER, PostKind.CHAIR, PostKind.ADMINISTRATOR)


def holds_post(
    actor: Actor, partnership: CommunitySafetyPartnership, kind: PostKind, *, today: date
) -> bool:
    """Test whether somebody holds a post of a partnership on a day."""
    asked.set(True)
    if isinstance(actor, CommandLine):
        return True
    return (
        Post.objects.held_on(today).filter(partnership=partnership, user=actor, kind=kind).exists()
    )


def holds_any_post(actor: Actor, *kinds: PostKind, today: date) -> bool:
    """Test whether somebody holds a post of one of these kinds in any partnership on a day."""
    asked.set(True)
    if isinstance(actor, CommandLine):
        return True
    return Post.objects.held_on(today).filter(user=actor, kind__in=kinds).exists()


def partnerships_of(
    actor: User, *kinds: PostKind, today: date
) -> QuerySet[CommunitySafetyPartnership]:
    """Return the partnerships in which a person holds one of these posts on a day."""
    asked.set(True)
    held = Post.objects.held_on(today).filter(user=actor, kind__in=kinds)
    return CommunitySafetyPartnership.objects.filter(pk__in=held.values("partnership"))


def partnership_or_404(
    actor: User, slug: str, *kinds: PostKind, today: date
) -> CommunitySafetyPartnership:
    """Return a partnership in which the reader holds one of these posts. Raises Http404."""
    return get_object_or_404(partnerships_of(actor, *kinds, today=today), slug=slug)


def posts_of(actor: User, *, today: date) -> list[Post]:
    """Return the posts that somebody holds on a day, for showing the way to their pages."""
    asked.set(True)
    return list(Post.objects.held_on(today).filter(user=actor).select_related("partnership"))


def leads_of(actor: User, *, today: date) -> QuerySet[AgencyLead]:
    """Return for which bodies a person answers on a day, towards which partnerships."""
    asked.set(True)
    return AgencyLead.objects.standing(today).filter(user=actor)


def reads_directory(posts: Iterable[Post]) -> bool:
    """Test whether whoever holds these posts may open the directory."""
    return any(post.kind in DIRECTORY_READERS for post in posts)


def directory_or_404(actor: User, *, today: date) -> bool:
    """
    Return whether this reader of the directory may change it too.

    Raises Http404 for whoever holds no post that reads it.
    """
    asked.set(True)
    held = set(Post.objects.held_on(today).filter(user=actor).values_list("kind", flat=True))
    if not held & set(DIRECTORY_READERS):
        raise Http404
    return PostKind.OFFICER in held


def keeper_or_404(actor: User, *, today: date) -> None:
    """Let a page that changes the directory go on. Raises Http404 for anybody else."""
    if not directory_or_404(actor, today=today):
        raise Http404


def require_keeper(actor: Actor, *, today: date) -> None:
    """Raise Refused unless somebody may change the directory: a CSP officer of any partnership."""
    if not holds_any_post(actor, PostKind.OFFICER, today=today):
        raise Refused("Only a CSP officer changes the directory of agencies.")


def require_keeper_of(
    partnership: CommunitySafetyPartnership | None, actor: Actor, *, today: date
) -> None:
    """
    Raise Refused unless somebody may change what this partnership keeps for itself: its officer.
    What is kept for everybody (None), an officer of any partnership changes.
    """
    if partnership is None:
        require_keeper(actor, today=today)
    elif not holds_post(actor, partnership, PostKind.OFFICER, today=today):
        raise Refused("Only an officer of the partnership itself changes this.")


def body_or_404(actor: User, body_id: int, *, today: date) -> PublicBody:
    """
    Return a body that recommendations go to. Raises Http404 for whoever reads no directory, and
    for what a partnership of somebody else keeps for itself.
    """
    directory_or_404(actor, today=today)
    held = partnerships_of(actor, *DIRECTORY_READERS, today=today)
    bodies = PublicBody.objects.known_to(*held.values_list("pk", flat=True))
    return get_object_or_404(bodies.select_related("part_of", "successor"), pk=body_id)


def keeps_body(actor: User, body: PublicBody, *, today: date) -> bool:
    """Test whether somebody may change a body."""
    if body.partnership is None:
        return holds_any_post(actor, PostKind.OFFICER, today=today)
    return holds_post(actor, body.partnership, PostKind.OFFICER, today=today)


def kept_body_or_404(actor: User, body_id: int, *, today: date) -> PublicBody:
    """Return a body that this person may change. Raises Http404 for anybody else."""
    body = body_or_404(actor, body_id, today=today)
    if not keeps_body(actor, body, today=today):
        raise Http404
    return body
