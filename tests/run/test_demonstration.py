import json
import subprocess

import pytest

from run import demonstration
from run.folder import Folder

ACCOUNTS = [
    {"role": "CSP officer", "name": "A", "email": "a@example.org", "password": "one"},
    {"role": "CSP officer", "name": "B", "email": "b@example.org", "password": "two"},
    {"role": "Panel member", "name": "C", "email": "c@example.org", "password": "three"},
]


@pytest.fixture
def folder(tmp_path):
    folder = Folder(tmp_path)
    folder.make()
    (tmp_path / "demo-accounts.json").write_text(json.dumps(ACCOUNTS))
    return folder


@pytest.fixture
def loads(monkeypatch, tmp_path):
    """Every loading that would have been done; the codes they end with can be changed."""
    loads = []

    def run(command, **options):
        loads.append(command)
        return subprocess.CompletedProcess(command, int((tmp_path / "broken").exists()))

    monkeypatch.setattr(subprocess, "run", run)
    return loads


def test_it_is_loaded_once_and_the_sign_ins_are_printed_every_time(folder, loads, capsys):
    demonstration.load(folder, {"DEMONSTRATION": "1"})
    first = capsys.readouterr().out
    demonstration.load(folder, {"DEMONSTRATION": "1"})

    assert len(loads) == 1
    assert capsys.readouterr().out == first


def test_one_sign_in_is_printed_for_each_role(folder, loads, capsys):
    demonstration.load(folder, {"DEMONSTRATION": "1"})

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[-2:] for line in lines[1:]] == [
        ["a@example.org", "one"],
        ["c@example.org", "three"],
    ]


def test_it_says_where_files_lie_to_try_an_upload_with(folder, loads, capsys):
    files = folder.path / "demonstration-files"
    files.mkdir()

    demonstration.load(folder, {"DEMONSTRATION": "1"})

    assert str(files) in capsys.readouterr().out.splitlines()[-1]


def test_what_could_not_be_loaded_is_tried_again_at_the_next_start(folder, loads, capsys):
    (folder.path / "broken").touch()
    demonstration.load(folder, {"DEMONSTRATION": "1"})
    assert "could not be loaded" in capsys.readouterr().err

    (folder.path / "broken").unlink()
    demonstration.load(folder, {"DEMONSTRATION": "1"})

    assert len(loads) == 2


def test_a_database_that_is_not_ours_is_given_no_invented_people(folder, loads, capsys):
    demonstration.load(folder, {})

    assert loads == []
    assert capsys.readouterr().out == ""
