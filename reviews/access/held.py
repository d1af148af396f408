"""Everything one person holds, read at once, for pages that look across reviews."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Value
from django.db.models.expressions import RawSQL

from agencies.access import asked
from agencies.models import User
from reviews.lifecycle import ENDED, Stage
from reviews.models import InvolvementGrant, Permission, ReviewGrant


class Ids(frozenset[int]):
    """Ids to filter by with `__in`. A query takes them as one array, however many they are."""

    def resolve_expression(self, *args: Any, **kwargs: Any) -> "RawSQL | list[int]":
        if not self:
            return []  # for which Django asks nothing
        return RawSQL("SELECT unnest(%s::bigint[])", [sorted(self)])


@dataclass(frozen=True)
class Held:
    """What a person may do today, in reviews and in agencies' parts of reviews that run."""

    user: User
    in_reviews: Mapping[str, Ids]
    in_parts: Mapping[str, Ids]

    def reviews(self, permission: Permission) -> Ids:
        """Return the ids of the running reviews in which a permission is held."""
        return self.in_reviews.get(permission, Ids())

    def parts(self, permission: Permission) -> Ids:
        """Return the ids of the agencies' parts in which it is held as one of their own people."""
        return self.in_parts.get(permission, Ids())


def held_by(
    user: User, *, but: frozenset[Stage] = ENDED, only: Iterable[Permission] = Permission
) -> Held:
    """
    Return what a person holds in reviews that stand at no stage of `but`, in one query.

    only: the permissions asked for, where a page looks at few of them across very many reviews.
    """
    asked.set(True)
    codes = sorted(only)
    reviews = (
        ReviewGrant.objects.standing_for(user)
        .filter(permission__codename__in=codes)
        .exclude(content_object__stage__in=but)
        .values_list(Value(False), "permission__codename", "content_object_id")
    )
    parts = (
        InvolvementGrant.objects.standing_for(user)
        .filter(permission__codename__in=codes)
        .exclude(content_object__review__stage__in=but)
        .values_list(Value(True), "permission__codename", "content_object_id")
    )
    rows = list(reviews.union(parts))
    return Held(user, grouped(rows, is_part=False), grouped(rows, is_part=True))


def grouped(rows: Iterable[tuple[bool, str, int]], *, is_part: bool) -> Mapping[str, Ids]:
    found: dict[str, set[int]] = defaultdict(set)
    for of_part, codename, pk in rows:
        if of_part is is_part:
            found[codename].add(pk)
    return {codename: Ids(ids) for codename, ids in found.items()}
