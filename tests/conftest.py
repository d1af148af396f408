"""
What every test may count on.

The test database is made and migrated by its owner; every test then signs in to it as the web
role, with that role's rights and no others, as the running app does.
"""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial

import psycopg
import pytest
from django.conf import settings as configured
from django.db import connection
from django.test import override_settings
from environ import Env
from hypothesis import HealthCheck
from hypothesis import settings as pace

from dhr import history, row_policies, web_role
from dhr.celery import app as celery_app
from privacy import row_locks
from tests.browsing import browser, new_page, page, pytest_runtest_makereport
from tests.live import LiveApp, running_app, running_worker
from tests.mail_server import _controller, mail_server

# One browser for all tests of a process: Playwright allows no second one beside it.
__all__ = [
    "_controller",
    "browser",
    "mail_server",
    "new_page",
    "page",
    "pytest_runtest_makereport",
]

# Properties are looked for on busy machines, too: no example fails for taking its time.
pace.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
pace.load_profile("unhurried")

WEB = Env.db_url_config(configured.WEB_DATABASE_URL)
TRAIL = ("audit_auditevent", "audit_link", "audit_change")
SIGN_IN = {"USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}


@pytest.fixture(scope="session", autouse=True)
def _settings_of_tests() -> Iterator[None]:
    templates = configured.TEMPLATES[0]  # coverage of templates needs their line numbers
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES={
            **configured.STORAGES,
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        WHITENOISE_AUTOREFRESH=True,  # nothing has been collected
        TEMPLATES=[{**templates, "OPTIONS": {**templates["OPTIONS"], "debug": True}}],
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def _this_machine_only() -> Iterator[None]:
    """A test that calls another machine fails."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"A test tried to call {address[0]}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


# The database


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Copy a migrated database where tests/template.py has left one."""
    connection.settings_dict["TEST"]["TEMPLATE"] = os.environ.get("TEST_TEMPLATE")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """From here on every test is the web role, in the database that its owner has just made."""
    owner = {name: connection.settings_dict[name] for name in SIGN_IN}
    with django_db_blocker.unblock():
        history.attach(connection)
        row_policies.attach(connection)
        web_role.grant(connection, role=WEB["USER"])
        connection.close()
    connection.settings_dict.update({name: WEB[name] for name in SIGN_IN})
    connection.ops.execute_sql_flush = partial(empty_tables, owner)
    row_locks.stand_open()  # a test looks at everything
    yield
    connection.close()
    connection.settings_dict.update(owner)


def empty_tables(owner: dict[str, str], statements: list[str]) -> None:
    """
    Empty the tables after a test with real transactions, which only their owner may do.

    Even the owner has to take the guard off the audit trail first.
    """
    connection.close()
    sign_in = {SIGN_IN[name]: value for name, value in owner.items() if value}
    with psycopg.connect(dbname=connection.settings_dict["NAME"], **sign_in) as emptying:
        for table in TRAIL:
            emptying.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for statement in statements:
            emptying.execute(statement)
        for table in TRAIL:
            emptying.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


# Work off the request


@pytest.fixture
def run_queued(
    django_capture_on_commit_callbacks,
) -> Callable[[], AbstractContextManager[None]]:
    """
    Do what waits for the commit, and the tasks it queues, at the end of a block.

        with run_queued():
            operations.receive_chronology(...)
    """

    @contextmanager
    def queued() -> Iterator[None]:
        celery_app.conf.task_always_eager = celery_app.conf.task_eager_propagates = True
        try:
            with django_capture_on_commit_callbacks(execute=True):
                yield
        finally:
            celery_app.conf.task_always_eager = celery_app.conf.task_eager_propagates = False

    return queued


@pytest.fixture
def worker(transactional_db: None, tmp_path) -> Iterator[None]:
    """A real worker on the test database. Mark the test slow."""
    with running_worker(tmp_path, database=connection.settings_dict["NAME"]):
        yield


@pytest.fixture(scope="session")
def live_app() -> Iterator[LiveApp]:
    """The app as run.py runs it, on a database of its own. Mark the test slow."""
    with running_app() as app:
        yield app
