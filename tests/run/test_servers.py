"""The database and the broker as real processes, ended in every way they can end."""

import os
import signal
import socket
from pathlib import Path

import psycopg
import pytest

from run import account, folder
from run.account import Account
from run.folder import Folder, throwaway
from run.processes import Process, waited
from run.servers import Servers, tidy_up
from run.telling import Stop

pytestmark = pytest.mark.slow


@pytest.fixture
def place():
    with throwaway() as place:
        yield place


def running(place: Folder):
    return Servers(place, given={}).running()


def query(place: Folder, statement: str, *, role: str = "app_owner"):
    with psycopg.connect(host=str(place.sockets()), user=role, dbname="dhr") as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else None


def ask_broker(place: Folder, command: str) -> str:
    with socket.socket(socket.AF_UNIX) as door:
        door.connect(str(place.sockets() / "valkey"))
        door.sendall(f"{command}\r\n".encode())
        return door.recv(1000).decode()


def kill(place: Folder, name: str) -> None:
    process = place.processes.find(name)
    os.kill(process.pid, signal.SIGKILL)
    waited(lambda: not process.is_alive, patience=10)


def test_what_was_written_survives_a_kill_and_a_new_start(place):
    place.throwaway = False  # as durable as a folder that is to last
    with running(place):
        query(place, "CREATE TABLE kept AS SELECT 'words' AS what")
        ask_broker(place, "RPUSH queue message")
        kill(place, "database")
        kill(place, "broker")
    with running(place):
        assert query(place, "SELECT what FROM kept") == [("words",)]
        assert "message" in ask_broker(place, "LRANGE queue 0 -1")


def test_a_server_that_died_is_started_again_where_it_was(place):
    servers = Servers(place, given={})
    with servers.running():
        assert servers.are_up
        where = servers.environment()
        kill(place, "database")
        assert not servers.are_up

        servers.start()

        assert servers.are_up
        assert servers.environment() == where
        assert query(place, "SELECT 1") == [(1,)]


def test_neither_role_is_a_superuser_and_nothing_listens_to_the_network(place):
    rights = "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles"
    with running(place):
        assert query(place, f"{rights} WHERE rolname LIKE 'app_%' ORDER BY 1", role="app_web") == [
            ("app_owner", False, False, False),
            ("app_web", False, False, False),
        ]
        assert query(place, "SHOW listen_addresses") == [("",)]
        assert place.sockets().stat().st_mode & 0o077 == 0


def test_what_a_killed_worker_left_is_due_at_once(place):
    servers = Servers(place, given={})
    with servers.running():
        ask_broker(place, "ZADD unacked_index 1795223428 left-behind")

        servers.broker.give_back()

        assert ask_broker(place, "ZSCORE unacked_index left-behind").split()[-1] == "0"


def test_the_last_who_needs_the_servers_stops_them(place):
    with running(place):
        with running(place):
            first = place.processes.find("database")
        assert place.processes.find("database") == first
        assert first.is_alive
    assert not first.is_alive
    assert not (place.path / "sockets").exists()


def test_servers_that_outlived_their_run_are_kept_by_the_next(place):
    Servers(place, given={}).start()  # as if the run had been killed
    orphan = place.processes.find("database")

    with running(place):
        assert place.processes.find("database") == orphan
    assert not orphan.is_alive


def test_servers_that_are_named_are_left_alone(place):
    named = {"DATABASE_URL": "postgres://a", "WEB_DATABASE_URL": "postgres://b", "REDIS_URL": "c"}
    servers = Servers(place, given={**named, "OTHER": "thing"})

    with servers.running():
        assert servers.environment() == named
        assert servers.are_up
        assert servers.note is None
        assert place.processes.find("database") is None


def test_an_owner_without_a_web_role_is_refused(place):
    with pytest.raises(Stop, match="WEB_DATABASE_URL is not"):
        Servers(place, given={"DATABASE_URL": "postgres://a"})


def test_a_database_that_will_not_start_is_told_with_its_log(place, monkeypatch):
    with running(place):
        pass
    monkeypatch.setattr("run.postgres.PATIENCE", 0)
    (place.path / "postgres/cluster/postgresql.conf").write_text("nonsense = 1")

    with pytest.raises(Stop, match=r"The database did not start(.|\n)*nonsense"), running(place):
        pass
    assert not place.is_in_use


def test_a_database_that_cannot_be_made_leaves_nothing_half_done(place, monkeypatch):
    monkeypatch.setattr("run.postgres.ROLES", "CREATE ROLE app_owner; CREATE ROLE app_owner;\n")

    with pytest.raises(Stop, match="was not created"), running(place):
        pass
    monkeypatch.undo()
    with running(place):
        assert query(place, "SELECT 1") == [(1,)]


def test_what_a_killed_test_run_left_is_stopped_and_removed(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(folder, "A_MINUTE", -1)
    tmp_path.chmod(0o711)
    for parent in tmp_path.parents[:2]:
        parent.chmod(0o711)
    left = Folder(tmp_path / "dhr-throwaway-left", throwaway=True)
    left.make()
    Servers(left, given={}).start()
    orphan: Process = left.processes.find("database")

    tidy_up()

    assert not orphan.is_alive
    assert not left.path.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another account")
class TestForRoot:
    def test_the_database_runs_as_somebody_else(self, place):
        with running(place):
            process = Path(f"/proc/{place.processes.find('database').pid}")
            owner, names = process.stat().st_uid, (process / "uid_map").read_text().split()
        is_nobody = names[0] != "0"  # where no account reaches the files: root by another name
        assert owner != 0 or is_nobody

    def test_where_no_account_can_reach_the_files_root_is_nobody(self, tmp_path):
        tmp_path.chmod(0o700)  # root's own: closed to the accounts
        home = tmp_path / "home"
        home.mkdir()

        chosen = account.choose(Path("/usr/bin/true"), home=home)

        assert chosen == Account(prefix=account.AS_NOBODY)
        assert chosen.run(["id", "-u"], cwd=home).stdout.strip() == "65534"

    def test_where_nothing_helps_it_says_so(self, tmp_path, monkeypatch):
        monkeypatch.setattr(account, "ACCOUNTS", ("no such account",))
        monkeypatch.setattr(account, "AS_NOBODY", ("no such program",))

        with pytest.raises(Stop, match="Start as an ordinary user, or set DATABASE_URL"):
            account.choose(Path("/usr/bin/true"), home=tmp_path)
