"""Everything one person holds, read at once, for pages that look across reviews."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Value

from agencies.access import asked
from agencies.models import User
from reviews.lifecycle import ENDED
from reviews.models import InvolvementGrant, Permission, ReviewGrant


@dataclass(frozen=True)
class Held:
    """What a person may do today, in reviews and in agencies' parts of reviews that run."""

    user: User
    in_reviews: Mapping[str, frozenset[int]]
    in_parts: Mapping[str, frozenset[int]]

    def reviews(self, permission: Permission) -> frozenset[int]:
        """Return the ids of the running reviews in which a permission is held."""
        return self.in_reviews.get(permission, frozenset())

    def parts(self, permission: Permission) -> frozenset[int]:
        """Return the ids of the agencies' parts in which it is held as one of their own people."""
        return self.in_parts.get(permission, frozenset())


def held_by(user: User) -> Held:
    """Return what a person holds in reviews that have not ended, in one query."""
    asked.set(True)
    reviews = (
        ReviewGrant.objects.standing_for(user)
        .exclude(content_object__stage__in=ENDED)
        .values_list(Value(False), "permission__codename", "content_object_id")
    )
    parts = (
        InvolvementGrant.objects.standing_for(user)
        .exclude(content_object__review__stage__in=ENDED)
        .values_list(Value(True), "permission__codename", "content_object_id")
    )
    rows = list(reviews.union(parts))
    return Held(user, grouped(rows, is_part=False), grouped(rows, is_part=True))


def grouped(
    rows: Iterable[tuple[bool, str, int]], *, is_part: bool
) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for of_part, codename, pk in rows:
        if of_part is is_part:
            found[codename].add(pk)
    return {codename: frozenset(ids) for codename, ids in found.items()}
