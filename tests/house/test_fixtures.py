"""What docs/TESTING.md promises to every test is so."""

import socket

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from dhr import web_role
from messaging import queue
from messaging.models import Message, State
from run.processes import waited
from tests.factories.messaging import MessageFactory

SEVERAL = pytest.mark.parametrize("time", ["first", "second"])


def test_a_test_is_the_web_role(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tableowner = current_user FROM pg_tables WHERE tablename LIKE %s", ["audit_%"]
        )
        assert set(cursor.fetchall()) == {(False,)}
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("CREATE TABLE mine (words text)")


def test_what_may_only_be_added_to_can_be_neither_edited_nor_removed(db):
    tables = web_role.append_only_tables()

    assert tables
    for table in tables:
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET id = id", f"TRUNCATE {table}"):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(change)


@SEVERAL
def test_a_test_with_real_transactions_starts_with_empty_tables(transactional_db, time):
    assert not Group.objects.filter(name="kept").exists()
    Group.objects.create(name="kept")


def test_no_other_machine_can_be_called():
    with socket.socket() as door, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        door.connect(("192.0.2.1", 80))


def test_nothing_queued_runs_until_it_is_asked_to(db, run_queued, mailoutbox):
    message = MessageFactory(try_after=timezone.now())

    queue.later("messaging.deliver", message_id=message.pk)
    assert mailoutbox == []
    with run_queued():
        queue.later("messaging.deliver", message_id=message.pk)
        assert mailoutbox == []

    assert len(mailoutbox) == 1


@pytest.mark.slow
def test_a_real_worker_does_what_is_queued(worker):
    message = MessageFactory(try_after=timezone.now())

    queue.later("messaging.deliver", message_id=message.pk)

    assert waited(lambda: Message.objects.get(pk=message.pk).state == State.SENT, patience=60)


class TestPrepareDatabase:
    def test_only_the_owner_may(self, db, settings):
        settings.AS_OWNER = False

        with pytest.raises(CommandError, match="Set DATABASE_AS_OWNER=1"):
            call_command("prepare_database")

    def test_the_owner_may_not_be_the_web_role(self, db, settings):
        settings.AS_OWNER = True
        settings.WEB_DATABASE_URL = "postgres://{USER}@db/dhr".format(**connection.settings_dict)

        with pytest.raises(CommandError, match="Name another role in WEB_DATABASE_URL"):
            call_command("prepare_database")
