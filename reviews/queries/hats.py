"""Which hats a person wears: their posts in partnerships and their parts in reviews."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from agencies.models import Post, User
from reviews.access import ROLE_OF_POST
from reviews.models import Membership, Role


@dataclass(frozen=True)
class Hat:
    """
    One capacity in which a person acts, such as CSP officer of a partnership or IMR author of
    an agency. Choosing one narrows lists to it; it neither gives nor takes a right.
    """

    key: str
    role: str
    place: str = ""
    role_codes: frozenset[str] = frozenset()
    partnership_id: int | None = None
    agency_id: int | None = None

    def covers(self) -> Q:
        """Return which memberships belong to this hat."""
        if self.partnership_id:
            return Q(
                review__partnership=self.partnership_id, role__in=self.role_codes, involvement=None
            )
        return Q(role__in=self.role_codes, involvement__agency=self.agency_id)


def hats_of(user: User, *, today: date) -> list[Hat]:
    """Return a person's hats, posts first, each once."""
    posts = list(Post.objects.held_on(today).filter(user=user).select_related("partnership"))
    hats = [*_of_posts(posts), *_of_memberships(user, posts, today)]
    return list({hat.key: hat for hat in hats}.values())


def worn(user: User, key: str, *, today: date) -> Hat | None:
    """Return the hat of this key, or None where none is chosen: then all of them count."""
    if not key:
        return None
    return next((hat for hat in hats_of(user, today=today) if hat.key == key), None)


def memberships_of(user: User, hat: Hat) -> QuerySet[Membership]:
    """Return a person's open memberships that belong to one hat."""
    return Membership.objects.of(user).filter(
        hat.covers(), removed_at__isnull=True, held_at__isnull=True
    )


def _of_posts(posts: list[Post]) -> list[Hat]:
    return [
        Hat(
            key=f"post-{post.pk}",
            role=post.get_kind_display(),
            place=post.partnership.name,
            role_codes=frozenset({ROLE_OF_POST.get(post.kind, "")}),
            partnership_id=post.partnership_id,
        )
        for post in posts
    ]


def _of_memberships(user: User, posts: list[Post], today: date) -> list[Hat]:
    held_by_post = {(post.partnership_id, ROLE_OF_POST.get(post.kind, "")) for post in posts}
    rows = (
        Membership.objects.standing(today)
        .of(user)
        .values_list(
            "role", "review__partnership_id", "involvement__agency_id", "involvement__agency__name"
        )
        .distinct()
        .order_by("role", "involvement__agency__name")
    )
    return [
        Hat(
            key=f"{role}-{agency or 0}".lower(),
            role=Role(role).label,
            place=name or "",
            role_codes=frozenset({role}),
            agency_id=agency,
        )
        for role, partnership, agency, name in rows
        if (partnership, role) not in held_by_post
    ]
