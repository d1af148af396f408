"""
A review with everything that hangs on it, copied many times over.

What hangs on a review is found by following the foreign keys of every model, so that an app is
copied without being named here. Groups are: nothing but who is in one, and what it may do, says
whose they are. So whoever takes a part in a copy may open there what the original's may.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.db.models import Field, Model, OneToOneField, Q, UniqueConstraint, UUIDField

from agencies.models import User
from chronologies.models import ChronologySubmission
from reviews.models import Membership, Review

Kind = type[Model]
LEFT_OUT = (ChronologySubmission,)  # `chronologies` writes those
AT_ONCE = 1000  # rows of one INSERT


@dataclass(frozen=True)
class Copy:
    """
    number: which copy this is; unique texts differ by it.
    reference: of the copied review. changes: other columns of the review itself.
    cast: who takes the part of whom, by id. ids: new ids by kind and old id.
    """

    number: int
    reference: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    cast: Mapping[int, int] = field(default_factory=dict)
    ids: dict[Kind, dict[int, int]] = field(default_factory=dict)

    def of(self, row: Model) -> int:
        """Return the id of what was copied from a row."""
        return self.ids[type(row)][row.pk]


@transaction.atomic  # foreign keys are checked at its end, so the order of the kinds is free
def copy_review(review: Review, copies: list[Copy]) -> None:
    """Write every copy of a review and fill in its `ids`."""
    found = everything_of(review)
    for kind, rows in found.items():
        fresh = new_ids(kind, len(rows) * len(copies))
        for copy in copies:
            copy.ids[kind] = {row.pk: next(fresh) for row in rows}
    for kind, rows in found.items():
        made = [kind(**columns(row, copy)) for copy in copies for row in rows]
        kind._default_manager.bulk_create(made, batch_size=AT_ONCE)


# What hangs on a review


def everything_of(review: Review) -> dict[Kind, list[Model]]:
    found: dict[Kind, dict[int, Model]] = {Review: {review.pk: review}}
    for kind in kinds():
        if any(field.name == "review_ref" for field in kind._meta.concrete_fields):
            add(found, kind, Q(review_ref=review.reference))
    before = 0
    while before < (before := sum(map(len, found.values()))):
        for kind in kinds():
            hangs = [field for field in keys(kind) if field.related_model in found]
            add(found, kind, *(Q(**{f"{f.name}__in": found[f.related_model]}) for f in hangs))
        add(found, Group, Q(memberships__in=found.get(Membership, ())))
    for kind, rows in list(found.items()):
        for key in own_things(kind):
            ids = {getattr(row, key.attname) for row in rows.values()}
            add(found, key.related_model, Q(pk__in=ids))
    return {kind: list(rows.values()) for kind, rows in found.items() if rows}


def add(found: dict[Kind, dict[int, Model]], kind: Kind, *conditions: Q) -> None:
    for condition in conditions:
        rows = {row.pk: row for row in kind._default_manager.filter(condition)}
        found.setdefault(kind, {}).update(rows)


@cache
def kinds() -> tuple[Kind, ...]:
    return tuple(
        kind for kind in apps.get_models(include_auto_created=True) if kind not in LEFT_OUT
    )


@cache
def keys(kind: Kind) -> tuple[Any, ...]:
    return tuple(field for field in kind._meta.concrete_fields if field.is_relation)


def own_things(kind: Kind) -> list[Any]:
    """Return the keys to something that belongs to one row alone, such as its document."""
    return [key for key in keys(kind) if isinstance(key, OneToOneField) and not key.primary_key]


# A copy of a row


def columns(row: Model, copy: Copy) -> dict[str, Any]:
    said = {
        field.attname: value_of(field, getattr(row, field.attname), copy)
        for field in row._meta.concrete_fields
    }
    said["id"] = copy.of(row)
    if "review_ref" in said:
        said["review_ref"] = copy.reference
    if isinstance(row, Review):
        said |= {**copy.changes, "reference": copy.reference}
    return said


def value_of(field: "Field[Any, Any]", value: Any, copy: Copy) -> Any:
    if value in (None, ""):
        return value
    if field.is_relation:
        others = copy.cast if kind_of(field) is User else copy.ids.get(kind_of(field), {})
        return others.get(value, value)
    if field.attname in unique_fields(field.model):
        return another(field, value, copy)
    return value


def kind_of(key: Any) -> Kind:
    found: Kind = key.related_model
    return found


def another(field: "Field[Any, Any]", value: Any, copy: Copy) -> Any:
    """Return a value that no other row has."""
    if isinstance(field, UUIDField):
        return uuid4()
    return sha256(f"{copy.number} {value}".encode()).hexdigest()[: field.max_length]


@cache
def unique_fields(kind: Kind) -> frozenset[str]:
    alone = {field.attname for field in kind._meta.concrete_fields if field.unique}
    for rule in kind._meta.constraints:
        if isinstance(rule, UniqueConstraint) and len(rule.fields) == 1:
            alone |= set(rule.fields)
    return frozenset(alone)


def new_ids(kind: Kind, count: int) -> Iterator[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [kind._meta.db_table, count],
        )
        return iter([row[0] for row in cursor.fetchall()])
