"""
Tell the database who acts: for the history that its triggers keep, and for the locks on its rows.

The settings last as long as the transaction. They are given with the first statement in it that
changes a row or touches a locked table, so that other pages ask nothing more.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection
from psycopg import sql

from audit.models import ActorKind
from privacy import row_locks
from privacy.row_locks import Eyes

CHANGES = re.compile(
    r"\s*(?:WITH\b.*?\b)?(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)", re.IGNORECASE | re.S
)
LOCKED = re.compile(rf'"(?:(?:{"|".join(row_locks.APPS)})_|(?:{"|".join(row_locks.TABLES)})")')
WITHOUT_HISTORY = frozenset({"audit_auditevent", "accounts_session", "django_session"})
SETTINGS = ("app.actor_kind", "app.user_id", "app.request_id", "app.reach", "app.part_id")
TELL = "SELECT " + ", ".join(f"set_config('{name}', {{}}, true)" for name in SETTINGS)
TAKE_BACK = "SELECT set_config('app.reach', %s, true), set_config('app.user_id', '', true)"
Who = Callable[[], tuple[ActorKind, int | None]]


@contextmanager
def acting(who: Who, *, request_id: str = "") -> Iterator[None]:
    """Say who acts in every transaction of this block that changes or reads anything of theirs."""
    teller = Teller(who, request_id)
    with connection.execute_wrapper(teller):
        try:
            yield
        finally:
            teller.take_back()


class Told:
    """
    Stands among what waits for the commit for as long as the settings do: both go with the
    transaction, or with the savepoint that is gone back to.
    """

    def __init__(self, teller: "Teller | None", eyes: Eyes) -> None:
        self.teller, self.eyes = teller, eyes

    def __call__(self) -> None:
        """Do nothing at the commit."""


class Teller:
    """Stands before every statement of a connection."""

    def __init__(self, who: Who, request_id: str) -> None:
        self.who, self.request_id = who, request_id

    def __call__(
        self, execute: Callable[..., Any], statement: Any, params: Any, many: bool, context: Any
    ) -> Any:
        if not connection.in_atomic_block or not is_told_of(statement) or self.has_told():
            return execute(statement, params, many, context)
        eyes, first = row_locks.eyes(), self.telling()
        if many or not isinstance(statement, str) or is_of_the_server(context["cursor"]):
            with connection.cursor() as cursor:
                cursor.execute(first)
            done = execute(statement, params, many, context)
        else:  # in one go: a page asks no more often for it
            done = execute(f"{first}; {statement}", params, many, context)
            context["cursor"].nextset()
        connection.on_commit(Told(self, eyes))
        return done

    def has_told(self) -> bool:
        last = last_told()
        return bool(last and last.teller is self and last.eyes == row_locks.eyes())

    def telling(self) -> str:
        """Return the statement that tells. Nothing in it looks like a place for a parameter."""
        eyes = row_locks.eyes()
        kind, person = self.who()
        reach = row_locks.WHOLE if kind == ActorKind.WORKER else eyes.reach
        told = (
            kind,
            str(eyes.person or person or ""),
            self.request_id,
            reach,
            str(eyes.part or ""),
        )
        return sql.SQL(TELL).format(*map(sql.Literal, told)).as_string(connection.connection)

    def take_back(self) -> None:
        """End what was told where a transaction goes on that began before: nobody acts there."""
        last = last_told()
        if last and last.teller is self and not connection.needs_rollback:
            with connection.connection.cursor() as cursor:  # nobody's page: it counts for none
                cursor.execute(TAKE_BACK, [row_locks.reach_of_process()])
            connection.on_commit(Told(None, Eyes()))


def last_told() -> Told | None:
    waiting = (entry[1] for entry in reversed(connection.run_on_commit))
    return next((told for told in waiting if isinstance(told, Told)), None)


def is_of_the_server(cursor: Any) -> bool:
    """Test whether a cursor declares its statement to the server, which takes one alone."""
    return isinstance(cursor.cursor, psycopg.ServerCursor)


def is_told_of(statement: Any) -> bool:
    """Test whether the database must know who acts before a statement."""
    if not isinstance(statement, str):
        return True
    return bool(LOCKED.search(statement)) or changes_a_record(statement)


def changes_a_record(statement: Any) -> bool:
    """Test whether a statement changes a row of a table that has a history."""
    found = CHANGES.match(statement) if isinstance(statement, str) else None
    return found is not None and found[1] not in WITHOUT_HISTORY
