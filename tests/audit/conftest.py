from collections.abc import Callable, Iterator

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from environ import Env


def sign_in_as_owner() -> psycopg.Connection:
    owner = Env.db_url_config(settings.OWNER_DATABASE_URL)
    known = {"user": owner["USER"], "password": owner["PASSWORD"], "host": owner["HOST"]}
    if owner["PORT"]:
        known["port"] = owner["PORT"]
    name = connection.settings_dict["NAME"]
    return psycopg.connect(dbname=name, **{k: v for k, v in known.items() if v})


@pytest.fixture
def as_owner(db) -> Callable[[str], None]:
    """Run a statement as the owner of the tables, and take it back."""

    def run(statement: str) -> None:
        with sign_in_as_owner() as session:
            session.execute(statement)
            session.rollback()

    return run


@pytest.fixture
def owner(transactional_db) -> Iterator[psycopg.Connection]:
    """The owner of the tables, beside a test whose transactions are real."""
    with sign_in_as_owner() as session:
        session.autocommit = True
        yield session
