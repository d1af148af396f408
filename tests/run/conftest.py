import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from run import tables
from run.environment import environment
from run.folder import Folder, throwaway
from run.servers import Servers
from tests.live import without_servers


@pytest.fixture(scope="session")
def used_before() -> Iterator[Folder]:
    """A data folder whose database has its tables."""
    with throwaway() as folder:
        servers = Servers(folder, given={})
        with servers.running():
            tables.prepare(environment(folder, servers, given=without_servers()), note=servers.note)
        yield folder


@pytest.fixture
def data(used_before: Folder) -> Iterator[Path]:
    """A data folder that was used before, for this test alone."""
    with throwaway() as folder:
        subprocess.run(["cp", "-a", f"{used_before.path}/.", folder.path], check=True)
        yield folder.path
