from collections.abc import Callable

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from environ import Env


@pytest.fixture
def as_owner(db) -> Callable[[str], None]:
    """Run a statement as the owner of the tables, and take it back."""
    owner = Env.db_url_config(settings.OWNER_DATABASE_URL)
    known = {"user": owner["USER"], "password": owner["PASSWORD"], "host": owner["HOST"]}
    if owner["PORT"]:
        known["port"] = owner["PORT"]

    def run(statement: str) -> None:
        name = connection.settings_dict["NAME"]
        with psycopg.connect(dbname=name, **{k: v for k, v in known.items() if v}) as session:
            session.execute(statement)
            session.rollback()

    return run
