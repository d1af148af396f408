"""Put the house's list of bodies into the directory. `prepare_database` does it at each release."""

from typing import Any

from django.db import transaction

from agencies.listed import BODIES, Listed
from agencies.models import PublicBody

SAID = ("name", "short_name", "kind", "region", "decides", "topics", "aliases")


@transaction.atomic
def load() -> int:
    """
    Add what is not there, and say anew what nobody changed. Returns how many rows were written.

    A body that a person changed or retired stays as that person left it. Safe to call twice.
    """
    there = {row.listed_as: row for row in PublicBody.objects.exclude(listed_as=None)}
    written = 0
    for one in BODIES:  # a body stands after the one it is part of
        parent = there[one.part_of].pk if one.part_of else None
        row = there.get(one.key)
        if row is None:
            row = PublicBody(listed_as=one.key)
        elif row.changed_at or said_of(row) == (parent, words_of(one)):
            continue
        row.part_of_id = parent
        for name, value in words_of(one).items():
            setattr(row, name, value)
        row.save()
        there[one.key] = row
        written += 1
    return written


def words_of(one: Listed) -> dict[str, Any]:
    said = {name: getattr(one, name) for name in SAID}
    return {**said, "topics": list(one.topics), "aliases": list(one.aliases)}


def said_of(row: PublicBody) -> tuple[int | None, dict[str, Any]]:
    return row.part_of_id, {name: getattr(row, name) for name in SAID}
