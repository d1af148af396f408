"""Which hats a person wears: their posts in partnerships and their parts in reviews."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from agencies.models import Post, User
from reviews.access import ROLE_OF_POST
from reviews.models import Membership


@dataclass(frozen=True)
class Hat:
    """
    One capacity in which a person acts, such as CSP officer of a partnership or IMR author of
    an agency. Choosing one narrows lists to it; it neither gives nor takes a right.
    """

    key: str
    label: str
    roles: frozenset[str] = frozenset()
    partnership_id: int | None = None
    agency_id: int | None = None

    def covers(self) -> Q:
        """Return which memberships belong to this hat."""
        if self.partnership_id:
            return Q(review__partnership=self.partnership_id, role__in=self.roles, involvement=None)
        return Q(role__in=self.roles, involvement__agency=self.agency_id)


def hats_of(user: User, *, today: date) -> list[Hat]:
    """Return a person's hats, posts first, each once."""
    hats = {hat.key: hat for hat in [*_of_posts(user, today), *_of_memberships(user, today)]}
    return list(hats.values())


def _of_posts(user: User, today: date) -> list[Hat]:
    posts = Post.objects.held_on(today).filter(user=user).select_related("partnership")
    return [
        Hat(
            key=f"post-{post.pk}",
            label=f"{post.get_kind_display()}, {post.partnership.name}",
            roles=frozenset({ROLE_OF_POST.get(post.kind, "")}),
            partnership_id=post.partnership_id,
        )
        for post in posts
    ]


def _of_memberships(user: User, today: date) -> list[Hat]:
    held_by_post = {
        (post.partnership_id, ROLE_OF_POST.get(post.kind, ""))
        for post in Post.objects.held_on(today).filter(user=user)
    }
    rows = (
        Membership.objects.standing(today)
        .of(user)
        .values_list(
            "role", "review__partnership_id", "involvement__agency_id", "involvement__agency__name"
        )
        .distinct()
        .order_by("role", "involvement__agency__name")
    )
    labels = dict(Membership._meta.get_field("role").flatchoices)
    return [
        Hat(
            key=f"{role}-{agency or 0}".lower(),
            label=f"{labels[role]}, {name}" if name else labels[role],
            roles=frozenset({role}),
            agency_id=agency,
        )
        for role, partnership, agency, name in rows
        if (partnership, role) not in held_by_post
    ]
