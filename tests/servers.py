"""
The servers of a test run, started before pytest reads the settings (`-p tests.servers`).

Where DATABASE_URL is unset, a database and a broker in a throw-away folder serve the whole run:
the first process of pytest starts and stops them, its workers inherit where they are.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

held = ExitStack()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Iterator[None]:
    from run.telling import Stop  # not before coverage has begun to measure

    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    try:
        if worker:
            os.environ["REDIS_URL"] = own_queue(os.environ["REDIS_URL"], worker=worker)
        else:
            os.environ.update(start())
        return (yield)
    except Stop as stop:
        pytest.exit(str(stop), returncode=4)
    except BaseException:
        held.close()
        raise


def pytest_unconfigure() -> None:
    held.close()


def start() -> dict[str, str]:
    """Start what the environment does not name. Return the environment of the tests."""
    from run.folder import throwaway
    from run.postgres import DATABASE
    from run.servers import Servers, tidy_up
    from tests import template

    tidy_up()
    folder = held.enter_context(throwaway())
    servers = Servers(folder)
    migrated = servers.postgres is not None and template.put_into(folder)
    held.enter_context(servers.running())
    return {
        **({"TEST_TEMPLATE": DATABASE} if migrated else {}),
        "SECRET_KEY": "only for tests",
        "FIELD_KEYS": "tests:b25seSBmb3IgdGVzdHMsIGFuZCBmb3Igbm90aGluZyE=",
        "DATA_DIR": str(folder.path),
        "DATABASE_AS_OWNER": "1",  # creates the test database; every test then runs as the web role
        **servers.environment(),
    }


def own_queue(broker: str, *, worker: str) -> str:
    """Return the address of a queue that no other pytest worker reads."""
    number = int(worker.removeprefix("gw")) + 1
    joint = "&" if "?" in broker else "?"
    return f"{broker}{joint}virtual_host={number}"
