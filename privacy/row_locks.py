"""
Whose eyes the database lends: the second lock, under the rules of our own code.

The policies stand in `dhr/row_policies.py`. They give each row of the locked tables to whoever may
read it and nobody else, so that a filter forgotten in our code shows nothing. A person's request
reads with that person's eyes, a guest's with those of one agency's part. The worker and the
commands, which act for nobody, read everything; so does a block that says why it must: one that
counts, or assembles a paper whose reader may not read the records behind it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

APPS = (
    "agencyfiles",
    "anonymity",
    "chronologies",
    "composite",
    "decisions",
    "evidence",
    "families",
    "learning",
    "letters",
    "outcomes",
    "postoffice",
    "proceedings",
    "replies",
    "questions",
    "reports",
)  # whose tables are locked
TABLES = ("panels_enquiryanswer",)  # locked too, of apps whose other tables are not
WHOLE = "whole"


@dataclass(frozen=True)
class Eyes:
    """
    What the database is told beside who has signed in: everything, one part for a guest, or whose
    eyes a program has that reads for somebody.
    """

    reach: str = ""
    part: int | None = None
    person: int | None = None


NO_OTHER = Eyes()
_process: set[str] = set()
_eyes: ContextVar[Eyes] = ContextVar("eyes", default=NO_OTHER)


def eyes() -> Eyes:
    return _eyes.get()


@contextmanager
def lifted() -> Iterator[None]:
    """Read and write every row in this block, whoever asks. Its caller has asked access."""
    with _seeing(Eyes(reach=WHOLE)):
        yield


@contextmanager
def for_part(pk: int) -> Iterator[None]:
    """Read and write the rows of one agency's part in this block, without an account."""
    with _seeing(Eyes(part=pk)):
        yield


@contextmanager
def for_person(pk: int) -> Iterator[None]:
    """Read with the eyes of one person in this block, whose secret a program has shown."""
    with _seeing(Eyes(person=pk)):
        yield


@contextmanager
def _seeing(with_eyes: Eyes) -> Iterator[None]:
    before = _eyes.set(with_eyes)
    try:
        yield
    finally:
        _eyes.reset(before)


def stand_open() -> None:
    """Let this process, which acts for nobody, read everything on every connection it makes."""
    connection_created.connect(_open_connection)
    _process.add(WHOLE)


def reach_of_process() -> str:
    return WHOLE if WHOLE in _process else ""


def _open_connection(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.reach', %s, false)", [WHOLE])
