"""Numbers from 1, without gaps, in the order that people give."""

from typing import Any

from django.db.models import QuerySet

from reviews.models import Review


def hold(review: Review) -> Review:
    """Hold a review until the transaction ends, so that numbers are given one at a time."""
    return Review.objects.select_for_update(of=("self",)).get(pk=review.pk)


def next_number(siblings: QuerySet[Any]) -> int:
    return siblings.count() + 1


def place(row: Any, siblings: QuerySet[Any], number: int | None) -> None:
    """
    Let a row stand at a number, and those after it one later. Without a number it stays.

    A number beyond the last means the last.
    """
    if number is None or number == row.number:
        return
    others = list(siblings.exclude(pk=row.pk))
    others.insert(min(max(number, 1) - 1, len(others)), row)  # no list takes any number
    renumber(others)
    row.number = next(n for n, one in enumerate(others, 1) if one is row)


def close_gap(siblings: QuerySet[Any]) -> None:
    """Let those after a row that is gone move up."""
    renumber(list(siblings))


def renumber(rows: list[Any]) -> None:
    moved = []
    for number, row in enumerate(rows, 1):
        if row.number != number:
            row.number = number
            moved.append(row)
    if moved:
        type(moved[0]).objects.bulk_update(moved, ["number"])
