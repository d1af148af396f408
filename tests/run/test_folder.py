import os
import time

import pytest

from run.folder import Folder, left_behind, throwaway
from run.telling import Stop


@pytest.fixture
def folder(tmp_path):
    folder = Folder(tmp_path / "data")
    folder.make()
    yield folder
    folder.forget_sockets()


def test_nobody_else_can_look_inside(folder):
    assert folder.path.stat().st_mode & 0o066 == 0
    for name in ("files", "mail", "logs"):
        assert (folder.path / name).stat().st_mode & 0o077 == 0


def test_the_key_is_made_once_and_is_its_owners(folder):
    key = folder.secret_key()

    assert len(key) > 50
    assert Folder(folder.path).secret_key() == key
    assert (folder.path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_what_seals_fields_is_made_once_and_is_its_owners(folder):
    made = folder.field_keys()

    assert Folder(folder.path).field_keys() == made
    assert Folder(folder.path).secret_key() != made
    assert (folder.path / "field-keys").stat().st_mode & 0o777 == 0o600


def test_a_key_that_somebody_added_by_hand_counts(folder):
    made = folder.field_keys()
    (folder.path / "field-keys").write_text(f"k2:another,{made}\n")

    assert folder.field_keys() == f"k2:another,{made}"


def test_the_sockets_are_in_a_short_private_place(folder):
    place = folder.sockets()

    assert len(str(place)) < 40
    assert place.stat().st_mode & 0o077 == 0
    assert Folder(folder.path).sockets() == place


@pytest.mark.parametrize("harm", ["opened to others", "removed"])
def test_a_place_that_is_no_longer_private_is_not_used(folder, harm):
    place = folder.sockets()
    place.chmod(0o755) if harm == "opened to others" else place.rmdir()

    assert folder.sockets() != place
    if place.exists():
        place.rmdir()


def test_forgetting_the_sockets_removes_them(folder):
    place = folder.sockets()

    folder.forget_sockets()
    folder.forget_sockets()

    assert not place.exists()


def test_one_run_serves_a_folder_and_the_next_is_told_where(folder):
    with folder.serving(port=8123), pytest.raises(Stop, match="already runs, on port 8123"):
        folder.serving(port=9000).__enter__()

    with folder.serving(port=9000):
        assert folder.port == 9000


def test_a_folder_is_in_use_until_the_last_has_left(folder):
    with folder.in_use():
        with folder.in_use():
            assert folder.is_in_use
        assert folder.is_in_use
    assert not folder.is_in_use


def test_a_folder_that_never_served_has_no_port(folder):
    assert folder.port is None


def test_a_throwaway_folder_is_gone_afterwards():
    with throwaway() as folder:
        assert folder.path.is_dir()
    assert not folder.path.exists()


def test_only_what_a_killed_run_left_long_ago_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = Folder(tmp_path / "dhr-throwaway-left")
    left.make()
    young = left_behind()
    os.utime(left.path, (0, time.time() - 120))
    old = left_behind()
    with left.kept():
        kept = left_behind()

    assert [[folder.path for folder in found] for found in (young, old, kept)] == [
        [],
        [left.path],
        [],
    ]
