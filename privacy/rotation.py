"""
Sealing again, with the newest key, what older keys have sealed: on live data, a batch at a time.

A batch is one short transaction. It takes only rows that nobody else is writing and waits for
none, so it can neither hold a person up nor be caught in a deadlock with one; what it had to leave
is taken in a later pass. Stopped half-way it has lost nothing: the next run does what is left.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models, transaction
from psycopg import sql

from privacy.fields import Identifying
from privacy.inventory import identifying_fields, project_models
from privacy.keys import keys
from privacy.seal import FORM, CannotUnseal, begins_with, seal, unseal

BATCH = 200  # rows: some milliseconds
BEFORE_SEALING = "plain:"  # how values were kept before there were keys; nothing else reads it
NOT_SEALED = ""

BATCH_OF = """
    SELECT {pk}, {columns} FROM {table} WHERE ({stale}) AND {pk} > {after}
    ORDER BY {pk} LIMIT {batch} FOR NO KEY UPDATE SKIP LOCKED
"""
UPDATE = "UPDATE {table} SET {values} WHERE {pk} = {row}"
KEYS_OF = """
    SELECT CASE WHEN {column} LIKE {form} THEN split_part({column}, ':', 2) ELSE {none} END,
           count(*)
    FROM {table} WHERE {column} IS NOT NULL GROUP BY 1
"""


@dataclass(frozen=True)
class SealedTable:
    """The sealed columns of one model."""

    model: type[models.Model]
    fields: tuple[Identifying, ...]

    @property
    def name(self) -> str:
        return self.model._meta.db_table

    @property
    def key(self) -> str:
        return str(self.model._meta.pk.column)

    def reseal(self) -> int:
        """Seal with the newest key what is not. Return how many rows that were."""
        count, after = 0, 0
        while batch := self._reseal_batch(after=after):
            count, after = count + len(batch), batch[-1]
        return count

    def keys_in_use(self) -> Counter[str]:
        """Return how many values each key has sealed, by its id."""
        found: Counter[str] = Counter()
        for field in self.fields:
            query = sql.SQL(KEYS_OF).format(
                column=sql.Identifier(str(field.column)),
                table=sql.Identifier(self.name),
                form=sql.Literal(f"{FORM}:%"),
                none=sql.Literal(NOT_SEALED),
            )
            found.update(dict(_rows(query)))
        return found

    @transaction.atomic
    def _reseal_batch(self, *, after: int) -> list[int]:
        batch = _rows(self._batch(after=after))
        for row, *stored in batch:
            with connection.cursor() as cursor:
                cursor.execute(self._update(row, stored))
        return [row for row, *_ in batch]

    def _batch(self, *, after: int) -> sql.Composed:
        newest = sql.Literal(begins_with(keys().newest) + "%")
        columns = [sql.Identifier(str(field.column)) for field in self.fields]
        stale = [sql.SQL("{} NOT LIKE {}").format(column, newest) for column in columns]
        return sql.SQL(BATCH_OF).format(
            table=sql.Identifier(self.name),
            pk=sql.Identifier(self.key),
            columns=sql.SQL(", ").join(columns),
            stale=sql.SQL(" OR ").join(stale),
            after=sql.Literal(after),
            batch=sql.Literal(BATCH),
        )

    def _update(self, row: int, stored: Sequence[str | None]) -> sql.Composed:
        values = [
            sql.SQL("{} = {}").format(sql.Identifier(str(field.column)), sql.Literal(again))
            for field, value in zip(self.fields, stored, strict=True)
            if (again := self._again(value, field, row)) != value
        ]
        return sql.SQL(UPDATE).format(
            table=sql.Identifier(self.name),
            pk=sql.Identifier(self.key),
            values=sql.SQL(", ").join(values),
            row=sql.Literal(row),
        )

    def _again(self, stored: str | None, field: Identifying, row: int) -> str | None:
        try:
            return reseal(stored, place=field.place)
        except CannotUnseal as reason:
            raise CannotUnseal(f"Row {row}: {reason}") from None


def sealed_tables() -> Iterator[SealedTable]:
    """Give every model that keeps something sealed."""
    for model in project_models():
        named = identifying_fields(model)
        fields = [field for field in model._meta.local_concrete_fields if field.name in named]
        if sealed := tuple(field for field in fields if isinstance(field, Identifying)):
            yield SealedTable(model, sealed)


def reseal(stored: str | None, *, place: str) -> str | None:
    """Return a stored value as the newest key seals it; what that has sealed stays as it is."""
    if stored is None or stored.startswith(begins_with(keys().newest)):
        return stored
    if stored.startswith(BEFORE_SEALING):
        return seal(stored.removeprefix(BEFORE_SEALING), place=place)
    return seal(unseal(stored, place=place), place=place)


def _rows(query: sql.Composed) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
