"""`run.py manage` as a person who scripts meets it: a command like any other."""

import os
import signal
import threading

import pytest

from run.manage import pass_through
from tests.live import LiveApp
from tests.run.start import run_py

pytestmark = pytest.mark.slow

IN_SHELL = ("manage", "shell", "--no-imports", "--command")
ECHO = "import sys; sys.stdout.write(sys.stdin.read().upper()); sys.exit(3)"
ADD_GROUP = "from django.contrib.auth.models import Group; Group.objects.create(name='kept')"
COUNT_GROUPS = "from django.contrib.auth.models import Group; print(Group.objects.count())"
WHERE = "from django.conf import settings; print(settings.BASE_URL)"


def test_beside_a_running_app_it_is_the_command_itself(live_app: LiveApp):
    done = run_py(*IN_SHELL, ECHO, data=live_app.folder.path, given="words")

    assert (done.stdout, done.returncode) == ("WORDS", 3), done.stderr


def test_beside_a_running_app_it_knows_the_address_and_stops_nothing(live_app: LiveApp):
    database = live_app.folder.processes.find("database")

    done = run_py(*IN_SHELL, WHERE, data=live_app.folder.path)

    assert done.stdout.strip() == live_app.url, done.stderr
    assert live_app.folder.processes.find("database") == database


def test_while_nothing_runs_it_starts_and_stops_what_it_needs(data):
    added = run_py(*IN_SHELL, ADD_GROUP, data=data)
    counted = run_py(*IN_SHELL, COUNT_GROUPS, data=data)

    assert added.returncode == 0, added.stderr
    assert (counted.stdout, counted.returncode) == ("1\n", 0), counted.stderr
    assert not (data / "sockets").exists()


def test_a_command_that_changes_tables_is_the_owner(data):
    done = run_py("manage", "migrate", "--verbosity=0", data=data)

    assert done.returncode == 0, done.stderr
    assert not (data / "postgres/prepared").exists()


@pytest.fixture
def _signals_as_before():
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals_as_before")
class TestPassThrough:
    def test_a_command_that_was_killed_has_the_code_a_shell_gives_it(self):
        assert pass_through(["sh", "-c", "kill -9 $$"], os.environ) == 137

    def test_what_asks_us_to_stop_asks_the_command(self):
        threading.Timer(1, os.kill, (os.getpid(), signal.SIGTERM)).start()

        code = pass_through(["sh", "-c", "trap 'exit 7' TERM; while :; do sleep 0.1; done"], {})

        assert code == 7

    def test_ctrl_c_is_the_commands_own_matter(self):
        threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT)).start()

        assert pass_through(["sleep", "2"], {"PATH": os.defpath}) == 0
