"""`manage.py rotate_field_keys`, as the owner of the tables runs it."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from dhr.management.commands import rotate_field_keys
from reviews.models import Person
from tests.factories.reviews import PersonFactory
from tests.privacy.keyrings import ring
from tests.privacy.owner import as_owner

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _two_keys(settings, monkeypatch):
    settings.FIELD_KEYS = ring("k1")
    monkeypatch.setattr(rotate_field_keys, "A_MOMENT", 0)


def rotate(*options):
    with as_owner():
        call_command("rotate_field_keys", *options)


def rotated(capsys):
    rotate("--json")
    return json.loads(capsys.readouterr().out)


def break_a_name():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_person SET true_name = 'aesgcm:k1:Anna'")


def test_it_says_what_it_did_and_which_key_may_go(settings, capsys):
    person = PersonFactory(true_name="Zoë Invented")
    settings.FIELD_KEYS = ring("k2", "k1")

    told = rotated(capsys)

    assert told["rows_sealed_again"]["reviews_person"] == 1
    assert told["values_by_key"]["k1"] == told["values_not_sealed"] == 0
    assert told["may_be_dropped"] == ["k1"]
    settings.FIELD_KEYS = ring("k2")
    assert Person.objects.get(pk=person.pk).true_name == "Zoë Invented"


def test_a_second_run_has_nothing_to_do(settings, capsys):
    PersonFactory()
    settings.FIELD_KEYS = ring("k2", "k1")
    rotated(capsys)

    assert rotated(capsys)["rows_sealed_again"] == {}


def test_in_words(settings, capsys):
    PersonFactory()
    settings.FIELD_KEYS = ring("k2", "k1")

    rotate()

    told = capsys.readouterr().out
    assert "Key k1 seals 0 values" in told
    assert "May be taken out of FIELD_KEYS: k1, once every process" in told


def test_with_one_key_none_may_go(capsys):
    PersonFactory()

    rotate()

    assert "taken out" not in capsys.readouterr().out


def test_what_could_not_be_reached_is_not_called_done(settings, capsys, monkeypatch):
    PersonFactory()
    settings.FIELD_KEYS = ring("k2", "k1")
    monkeypatch.setattr("privacy.rotation.SealedTable.reseal", lambda table: 0)

    with pytest.raises(CommandError, match="Run this again"):
        rotate()

    assert "taken out" not in capsys.readouterr().out


def test_a_value_that_does_not_open_stops_it_without_showing_the_value(settings):
    PersonFactory()
    break_a_name()
    settings.FIELD_KEYS = ring("k2", "k1")

    with pytest.raises(CommandError, match=r"person\.true_name does not open") as refusal:
        rotate()

    assert "Anna" not in str(refusal.value)


def test_only_the_owner_may(settings):
    settings.AS_OWNER = False

    with pytest.raises(CommandError, match="DATABASE_AS_OWNER=1"):
        rotate()
