"""
Sealing again, with the newest key, what older keys have sealed: on live data, a batch at a time.

A batch is one short transaction. It takes only rows that nobody else is writing; what it had to
leave is taken in a later pass. Stopped half-way it has lost nothing: the next run does what is
left. The triggers of the table rest meanwhile, which only its owner may ask: no word has changed,
so the history has nothing to tell.
"""

import json
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from privacy.fields import Identifying
from privacy.inventory import identifying_fields, project_models
from privacy.keys import keys
from privacy.seal import FORM, CannotUnseal, begins_with, seal, unseal

BATCH = 200  # rows: some milliseconds
PATIENCE = "500ms"  # for whoever is writing to the table; they wait no longer for us either
BEFORE_SEALING = "plain:"  # how values were kept before there were keys; nothing else reads it
NOT_SEALED = ""

REST = """
    SET LOCAL lock_timeout = {patience};
    ALTER TABLE {table} DISABLE TRIGGER USER
"""
WAKE = "ALTER TABLE {table} ENABLE TRIGGER USER"
BATCH_OF = """
    SELECT {columns} FROM {table} WHERE {pk} > {after} AND ({stale})
    ORDER BY {pk} LIMIT {batch} FOR NO KEY UPDATE SKIP LOCKED
"""
UPDATE = "UPDATE {table} SET {values} WHERE {pk} = {row}"
KEYS_OF = """
    SELECT CASE WHEN {value} LIKE {form} THEN split_part({value}, ':', 2) ELSE {none} END, count(*)
    FROM {table} WHERE {value} IS NOT NULL GROUP BY 1
"""


class Sealed(ABC):
    """A table in which something is sealed."""

    name: str
    key: str

    def reseal(self) -> int:
        """
        Seal with the newest key what is not. Return how many rows that were.

        Raises OperationalError where others write to the table all the time.
        """
        count, after = 0, 0
        while batch := self._reseal_batch(after=after):
            count, after = count + len(batch), batch[-1]
        return count

    @abstractmethod
    def keys_in_use(self) -> Counter[str]:
        """Return how many values each key has sealed, by its id."""

    @abstractmethod
    def _columns(self) -> Sequence[sql.Composable]:
        """Return what is read of a row, beside its key."""

    @abstractmethod
    def _stale(self) -> sql.Composable:
        """Return the condition of a row that has something to be sealed again."""

    @abstractmethod
    def _again(self, stored: Sequence[Any]) -> dict[str, Any]:
        """Return the columns to change, from what `_columns` said."""

    @transaction.atomic
    def _reseal_batch(self, *, after: int) -> list[int]:
        """Take the next batch. Return the keys of its rows."""
        table, pk = sql.Identifier(self.name), sql.Identifier(self.key)
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL(REST).format(table=table, patience=sql.Literal(PATIENCE)))
            cursor.execute(
                sql.SQL(BATCH_OF).format(
                    columns=sql.SQL(", ").join([pk, *self._columns()]),
                    table=table,
                    pk=pk,
                    after=sql.Literal(after),
                    stale=self._stale(),
                    batch=sql.Literal(BATCH),
                )
            )
            batch = cursor.fetchall()
            for row, *stored in batch:
                self._update(cursor, row, stored)
            cursor.execute(sql.SQL(WAKE).format(table=table))
        return [row for row, *_ in batch]

    def _update(self, cursor: CursorWrapper, row: int, stored: Sequence[Any]) -> None:
        try:
            changed = self._again(stored)
        except CannotUnseal as reason:
            raise CannotUnseal(f"Row {row} of {self.name}: {reason}") from None
        values = [
            sql.SQL("{} = {}").format(sql.Identifier(column), sql.Literal(value))
            for column, value in changed.items()
        ]
        cursor.execute(
            sql.SQL(UPDATE).format(
                table=sql.Identifier(self.name),
                values=sql.SQL(", ").join(values),
                pk=sql.Identifier(self.key),
                row=sql.Literal(row),
            )
        )


@dataclass(frozen=True)
class SealedTable(Sealed):
    """The sealed columns of one model."""

    name: str
    key: str
    fields: tuple[Identifying, ...]

    def keys_in_use(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for column in self._columns():
            found.update(count(value=column, table=sql.Identifier(self.name)))
        return found

    def _columns(self) -> Sequence[sql.Composable]:
        return [sql.Identifier(str(field.column)) for field in self.fields]

    def _stale(self) -> sql.Composable:
        return sql.SQL(" OR ").join(not_newest(column) for column in self._columns())

    def _again(self, stored: Sequence[Any]) -> dict[str, Any]:
        return {
            str(field.column): reseal(value, place=field.place)
            for field, value in zip(self.fields, stored, strict=True)
            if value is not None
        }


@dataclass(frozen=True)
class SealedJson(Sealed):
    """
    Columns of JSON in which values stand sealed by name, as in the history of other tables.

    of: the column that names the table they come from. Without it they belong to no column.
    """

    name: str
    columns: tuple[str, ...]
    of: str = ""
    key: str = "id"

    def keys_in_use(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for column in self.columns:
            rows = sql.SQL("(SELECT one.value FROM {}, {} WHERE {}) AS sealed").format(
                sql.Identifier(self.name), self._each(column), self._is_sealed()
            )
            found.update(count(value=sql.Identifier("value"), table=rows))
        return found

    def _columns(self) -> Sequence[sql.Composable]:
        table = sql.Identifier(self.of) if self.of else sql.Literal("")
        return [table, *map(sql.Identifier, self.columns)]

    def _stale(self) -> sql.Composable:
        value = sql.Identifier("one", "value")
        return sql.SQL(" OR ").join(
            sql.SQL("EXISTS (SELECT 1 FROM {} WHERE {} AND {})").format(
                self._each(column), self._is_sealed(), not_newest(value)
            )
            for column in self.columns
        )

    def _each(self, column: str) -> sql.Composed:
        whole = sql.Identifier(self.name, column)
        return sql.SQL("jsonb_each_text(coalesce({}, '{{}}')) AS one").format(whole)

    def _is_sealed(self) -> sql.Composable:
        """Return the condition of a value that is sealed, and does not only look like it."""
        looks = sql.SQL("one.value LIKE {}").format(sql.Literal(f"{FORM}:%"))
        if not self.of:
            return looks
        place = sql.SQL("{} || '.' || one.key").format(sql.Identifier(self.name, self.of))
        return sql.SQL("{} AND {} = ANY ({})").format(looks, place, sql.Literal(sorted(places())))

    def _again(self, stored: Sequence[Any]) -> dict[str, Any]:
        table, *documents = stored
        return {
            column: json.dumps(self._document(table, json.loads(document)))
            for column, document in zip(self.columns, documents, strict=True)
            if document is not None
        }

    def _document(self, table: str, document: dict[str, Any]) -> dict[str, Any]:
        return {name: self._value(table, name, value) for name, value in document.items()}

    def _value(self, table: str, name: str, value: Any) -> Any:
        place = f"{table}.{name}" if self.of else ""
        is_sealed = isinstance(value, str) and value.startswith(f"{FORM}:")
        return (
            reseal(value, place=place) if is_sealed and (not place or place in places()) else value
        )


def sealed_tables() -> Iterator[SealedTable]:
    """Give every model that keeps something sealed."""
    for model in project_models():
        named = identifying_fields(model)
        fields = [field for field in model._meta.local_concrete_fields if field.name in named]
        if sealed := tuple(field for field in fields if isinstance(field, Identifying)):
            yield SealedTable(model._meta.db_table, str(model._meta.pk.column), sealed)


@cache
def places() -> frozenset[str]:
    """Return every column that is sealed, as table.column."""
    return frozenset(field.place for table in sealed_tables() for field in table.fields)


def reseal(stored: str, *, place: str) -> str:
    """Return a stored value as the newest key seals it; what that has sealed stays as it is."""
    if stored.startswith(begins_with(keys().newest)):
        return stored
    if stored.startswith(BEFORE_SEALING):
        return seal(stored.removeprefix(BEFORE_SEALING), place=place)
    return seal(unseal(stored, place=place), place=place)


def not_newest(value: sql.Composable) -> sql.Composed:
    newest = sql.Literal(f"{begins_with(keys().newest)}%")
    return sql.SQL("{} NOT LIKE {}").format(value, newest)


def count(*, value: sql.Composable, table: sql.Composable) -> dict[str, int]:
    """Return how many of these values each key has sealed."""
    asked = sql.SQL(KEYS_OF).format(
        value=value, table=table, form=sql.Literal(f"{FORM}:%"), none=sql.Literal(NOT_SEALED)
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return dict(cursor.fetchall())
