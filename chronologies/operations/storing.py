"""
Many rows of one table kept at one go: one document, which the database takes apart.

It writes nothing that saving each would not: row security, constraints, foreign keys and defaults
hold for every row. Handing over each value by itself takes longer than all the rest of an import.
"""

import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model

AT_ONCE = 2000  # rows of one document


def store(rows: Sequence[Model]) -> None:
    """Keep rows of one model, none of them saved before, in their order; give them their keys."""
    for start in range(0, len(rows), AT_ONCE):
        store_at_once(rows[start : start + AT_ONCE])


def store_at_once(rows: Sequence[Model]) -> None:
    kind = type(rows[0])
    names = [field.attname for field in fields_of(kind)]
    document = json.dumps(
        [{name: getattr(row, name) for name in names} for row in rows],
        ensure_ascii=False,
        default=str,  # days, times and roots are written as the database reads them
    )
    with connection.cursor() as cursor:
        cursor.execute(statement_for(kind), [document])
        keys = cursor.fetchall()
    for row, (key,) in zip(rows, keys, strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, connection.alias


@cache
def statement_for(kind: type[Model]) -> str:
    """Return an INSERT whose one parameter is a list of objects, by the names of the model."""
    quote = connection.ops.quote_name
    fields = fields_of(kind)
    table = quote(kind._meta.db_table)
    columns = ", ".join(quote(str(field.column)) for field in fields)
    values = ", ".join(quote(field.attname) for field in fields)
    typed = ", ".join(f"{quote(field.attname)} {field.db_type(connection)}" for field in fields)
    key = quote(str(kind._meta.pk.column))
    return (
        f"INSERT INTO {table} ({columns}) SELECT {values}"  # noqa: S608 - our own names
        f" FROM json_to_recordset(%s::json) AS kept({typed}) RETURNING {key}"
    )


def fields_of(kind: type[Model]) -> list["Field[Any, Any]"]:
    """Return what is written of a model; the database makes the rest itself."""
    return [
        field
        for field in kind._meta.concrete_fields
        if not field.primary_key and not field.generated
    ]


@contextmanager
def without_looking_for_garbage() -> Iterator[None]:
    """
    Let Python count references and nothing more while a large file is read and kept.

    All that it would look through, again and again, is needed until the end.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
