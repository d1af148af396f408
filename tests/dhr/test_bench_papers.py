"""The benchmark of papers prints both papers and compares them; how fast is for the machine."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dhr.benchmark import sixty_pages, two_printers
from dhr.benchmark.memory import Watch, tree
from dhr.management.commands import bench_papers

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _one_chapter(monkeypatch):
    monkeypatch.setattr(sixty_pages, "CHAPTERS", 1)


def told(**options):
    said = StringIO()
    with suppress(SystemExit):  # a slow machine
        call_command("bench_papers", times=1, stdout=said, **options)
    return said.getvalue()


def test_both_print_the_same_report():
    found = json.loads(told(json=True))

    printers = ("WeasyPrint", "WeasyPrint, with its start", "Headless Chromium")
    for printer in printers:
        assert found[printer]["seconds"] > 0
        assert found[printer]["pages"] > 5
        assert found[printer]["megabytes"] >= found[printer]["megabytes_shared_once"] > 40
    assert set(found["ratios"]) == {"time", "time_with_start", "memory", "memory_shared_once"}


def test_it_says_so_side_by_side_and_fails_over_a_limit(monkeypatch, capsys):
    monkeypatch.setattr(bench_papers, "TIMES_AS_LONG", 0)
    said = StringIO()

    with pytest.raises(SystemExit):
        call_command("bench_papers", times=1, stdout=said)

    assert [line.split()[0] for line in said.getvalue().splitlines()[1:4]] == [
        "WeasyPrint", "WeasyPrint,", "Headless",
    ]  # fmt: skip
    assert "times as long as Chromium (limit 0)" in said.getvalue()


def test_without_chromium_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(two_printers, "BROWSERS", ("no-such-browser",))

    with pytest.raises(CommandError, match="apt-get install chromium"):
        call_command("bench_papers")


def test_what_a_process_starts_is_counted_with_it():
    inner = f"import subprocess, sys; subprocess.run([{sys.executable!r}, '-c', 'input()'])"
    with subprocess.Popen([sys.executable, "-c", inner], stdin=subprocess.PIPE) as outer:
        with Watch(os.getpid()) as watch:
            while len(found := tree(outer.pid)) < 2:
                pass
        outer.communicate(b"\n")

    assert found[0] == outer.pid
    assert watch.resident >= watch.proportional > 0
