"""Open pages as signed-in people and take the time, in this process: no network, no browser."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from http import HTTPStatus
from math import ceil
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection
from django.test import Client

from agencies.models import User
from dhr.benchmark.pages import Page

LIMIT = 300  # milliseconds: the 95th percentile stays under it
WORK = 20_000  # rounds of the yardstick


@dataclass(frozen=True)
class Figures:
    """What opening one page took, as one kind of person. Times are milliseconds, sorted."""

    page: str
    who: str
    queries: int
    times: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.times)

    @property
    def p95(self) -> float:
        return percentile_95(self.times)


def percentile_95(times: tuple[float, ...] | list[float]) -> float:
    """Return the time that 95 of 100 keep."""
    return sorted(times)[ceil(len(times) * 0.95) - 1]


class Answer(Enum):
    PAGE = "a page to look at"
    NO_PAGE = "a file, or an address that only takes a form"
    CLOSED = "nothing for this person"


class Visitor:
    """Somebody with a browser, signed in where `user` says who they are."""

    def __init__(self, who: str, user: User | None) -> None:
        self.who = who
        self.client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
        self.broken: set[str] = set()  # pages that answered with a fault
        if user:
            self.client.force_login(user)

    def looks(self, page: Page) -> Answer:
        answer = self.client.get(page.path)
        if answer.streaming:
            answer.getvalue()  # read to its end, which closes the file behind it
        if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            self.broken.add(page.name)
        if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return Answer.NO_PAGE
        if answer.status_code != HTTPStatus.OK:
            return Answer.CLOSED
        is_page = answer.headers.get("Content-Type", "").startswith("text/html")
        return Answer.PAGE if is_page else Answer.NO_PAGE

    def measure(self, page: Page, *, times: int) -> Figures:
        """Open a page often. It has been opened before, so nothing is met for the first time."""
        with counted() as queries:
            self.client.get(page.path)
        took = sorted(milliseconds(self.client.get, page.path) for _ in range(times))
        return Figures(page.name, self.who, len(queries), tuple(took))


def milliseconds(do: Any, *args: Any) -> float:
    started = perf_counter()
    do(*args)
    return (perf_counter() - started) * 1000


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect the queries of a block."""
    found: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


@contextmanager
def without_complaints() -> Iterator[None]:
    """Keep "not found" out of the log: trying doors is how pages are found."""
    logger = logging.getLogger("django.request")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def yardstick(*, times: int) -> float:
    """
    Return how long fixed work takes on this machine now: some Python and one query.

    Two machines, or one machine on two days, are compared by what a page takes of it.
    """
    return median(milliseconds(fixed_work) for _ in range(times))


def fixed_work() -> None:
    found = b""
    for _ in range(WORK):
        found = sha256(found).digest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM generate_series(1, 10000)")
        cursor.fetchone()
