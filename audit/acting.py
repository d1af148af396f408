"""
Tell the database who acts, for the history that its triggers keep.

The settings last as long as the transaction. They are given with the first statement in it that
changes a row, so that a page which only reads asks nothing more.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from audit.models import ActorKind

CHANGES = re.compile(
    r"\s*(?:WITH\b.*?\b)?(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)", re.IGNORECASE | re.S
)
WITHOUT_HISTORY = frozenset({"audit_auditevent", "accounts_session", "django_session"})
TELL = (
    "SELECT set_config('app.actor_kind', %s, true), set_config('app.user_id', %s, true), "
    "set_config('app.request_id', %s, true)"
)
Who = Callable[[], tuple[ActorKind, int | None]]


@contextmanager
def acting(who: Who, *, request_id: str = "") -> Iterator[None]:
    """Say who acts in every transaction of this block that changes anything."""
    with connection.execute_wrapper(Teller(who, request_id)):
        yield


class Teller:
    """Stands before every statement of a connection."""

    def __init__(self, who: Who, request_id: str) -> None:
        self.who, self.request_id = who, request_id
        self.mark = lambda: None

    def __call__(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        if connection.in_atomic_block and changes_a_record(sql) and not self.has_told():
            self.tell()
        return execute(sql, params, many, context)

    def has_told(self) -> bool:
        """
        Test whether the settings stand. What waits for the commit is forgotten just when they
        are: with the transaction, or with the savepoint that is gone back to.
        """
        return any(waiting[1] is self.mark for waiting in connection.run_on_commit)

    def tell(self) -> None:
        kind, person = self.who()
        with connection.cursor() as cursor:
            cursor.execute(TELL, [kind, str(person or ""), self.request_id])
        connection.on_commit(self.mark)


def changes_a_record(sql: Any) -> bool:
    """Test whether a statement changes a row of a table that has a history."""
    found = CHANGES.match(sql) if isinstance(sql, str) else None
    return found is not None and found[1] not in WITHOUT_HISTORY
