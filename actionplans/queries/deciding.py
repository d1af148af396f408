"""Who decides what: the directory of bodies, as the checks of drafting read it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from actionplans.checks.addressed import Decider
from agencies.models import PublicBody
from reviews.models import Review

READ = {
    "name": "name",
    "short_name": "short_name",
    "aliases": "aliases",
    "topics": "topics",
    "decides": "decides",
    "part_of": "part_of__name",
}


def bodies_for(review: Review) -> QuerySet[PublicBody]:
    """Return the standing bodies of the directory of a review's partnership."""
    return PublicBody.objects.known_to(review.partnership_id).standing()


def deciders_from(rows: Iterable[Mapping[str, Any]]) -> list[Decider]:
    """Return bodies that were read under the names of READ."""
    return [
        Decider(
            bodies=tuple(
                name for name in (row["name"], row["short_name"], *row["aliases"]) if name
            ),
            topics=tuple(row["topics"]),
            decides=row["decides"],
            part_of=row["part_of"] or "",
        )
        for row in rows
    ]
