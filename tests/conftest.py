"""
What every test may count on.

The test database is made and migrated by its owner; every test then signs in to it as the web
role, with that role's rights and no others, as the running app does.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial

import psycopg
import pytest
from django.conf import settings as configured
from django.db import connection
from environ import Env

from dhr import web_role

WEB = Env.db_url_config(configured.WEB_DATABASE_URL)


@pytest.fixture(scope="session", autouse=True)
def _settings_of_tests() -> Iterator[None]:
    from django.test import override_settings

    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES={
            **configured.STORAGES,
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
    ):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """From here on every test is the web role, in the database that its owner has just made."""
    owner = dict(connection.settings_dict)
    with django_db_blocker.unblock():
        web_role.grant(connection, role=WEB["USER"])
        connection.close()
    sign_in = {name: WEB[name] for name in ("USER", "PASSWORD", "HOST", "PORT")}
    connection.settings_dict.update(sign_in)
    connection.ops.execute_sql_flush = partial(empty_tables, as_owner(owner))
    yield
    connection.close()
    connection.settings_dict.update({name: owner[name] for name in sign_in})


def as_owner(settings: dict) -> Callable[[], psycopg.Connection]:
    parameters = {
        "dbname": settings["NAME"],
        "user": settings["USER"],
        "password": settings["PASSWORD"],
        "host": settings["HOST"],
        "port": settings["PORT"],
    }
    given = {name: value for name, value in parameters.items() if value}
    return partial(psycopg.connect, **given)


def empty_tables(connect: Callable[[], psycopg.Connection], statements: list[str]) -> None:
    """
    Empty the tables after a test with real transactions: only their owner may.

    Even the owner has to take the guard off the audit trail first.
    """
    connection.close()
    with connect() as owner:
        owner.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER USER")
        for statement in statements:
            owner.execute(statement)
        owner.execute("ALTER TABLE audit_auditevent ENABLE TRIGGER USER")


@pytest.fixture
def run_queued(
    django_capture_on_commit_callbacks, settings
) -> Callable[[], AbstractContextManager[None]]:
    """
    Do what waits for the commit, and the tasks it queues, at the end of a block.

        with run_queued():
            operations.receive_chronology(...)
    """
    from dhr.celery import app

    @contextmanager
    def queued() -> Iterator[None]:
        app.conf.task_always_eager, app.conf.task_eager_propagates = True, True
        try:
            with django_capture_on_commit_callbacks(execute=True):
                yield
        finally:
            app.conf.task_always_eager, app.conf.task_eager_propagates = False, False

    return queued
