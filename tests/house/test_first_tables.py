"""The tables of an empty database, made in one step, against the same tables migrated."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from run.environment import environment
from run.folder import throwaway
from run.packages import PYTHON, ROOT
from run.postgres import OWNER, program
from run.servers import Servers

ADDRESSES = ("DATABASE_URL", "WEB_DATABASE_URL")
ROWS = (
    "SELECT app, name FROM django_migrations",
    "SELECT app_label, model FROM django_content_type",
    "SELECT codename, name FROM auth_permission",
)


class Database:
    def __init__(self, name: str, env: dict[str, str], sockets: str) -> None:
        self.sign_in = {"host": sockets, "user": OWNER, "dbname": name}
        here = {key: env[key].removesuffix("/dhr") + f"/{name}" for key in ADDRESSES}
        self.env = {**env, **here}

    def do(self, *command: str) -> None:
        subprocess.run([PYTHON, "manage.py", *command], env=self.env, cwd=ROOT, check=True)

    def schema(self) -> list[str]:
        """Return the schema as pg_dump writes it, without its line of random letters."""
        where = [f"--{name}={value}" for name, value in self.sign_in.items()]
        dumped = subprocess.run(
            [program("pg_dump"), "--schema-only", "--no-privileges", *where],
            **{"capture_output": True, "text": True, "check": True},
        ).stdout
        return [line for line in dumped.splitlines() if "restrict " not in line]

    def rows(self) -> list[set[tuple[str, ...]]]:
        with psycopg.connect(**self.sign_in) as asking:
            return [set(asking.execute(query)) for query in ROWS]


@contextmanager
def databases(*names: str) -> Iterator[list[Database]]:
    with throwaway() as place, (servers := Servers(place, given={})).running():
        env = environment(place, servers, given={}) | {"DATABASE_AS_OWNER": "1"}
        sockets = str(place.sockets())
        for name in names:
            with psycopg.connect(host=sockets, user=OWNER, dbname="dhr", autocommit=True) as making:
                making.execute(f"CREATE DATABASE {name}")
        yield [Database(name, env, sockets) for name in names]


@pytest.mark.slow
def test_tables_made_in_one_step_are_those_of_the_migrations():
    with databases("at_once", "step_by_step") as (at_once, step_by_step):
        at_once.do("prepare_database", "--verbosity=0")
        step_by_step.do("migrate", "--verbosity=0")
        step_by_step.do("prepare_database", "--verbosity=0")  # the triggers that keep histories

        assert at_once.schema() == step_by_step.schema()
        assert len(at_once.schema()) > 5000
        assert at_once.rows() == step_by_step.rows()


@pytest.mark.slow
def test_tables_that_stand_are_migrated():
    with databases("older") as (older,):
        older.do("migrate", "agencies", "0001", "--verbosity=0")
        before = older.schema()
        older.do("prepare_database", "--verbosity=0")

        assert len(older.schema()) > len(before) > 500
