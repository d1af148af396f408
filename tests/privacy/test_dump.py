"""Somebody has got hold of a dump of the database. What can they read?"""

import subprocess
from datetime import date, timedelta

import pytest
from django.conf import settings as configured
from django.db import connection
from django.utils import timezone
from environ import Env

from documents.models import Route
from evidence.models import ScopingReturn
from privacy.fields import IdentifyingDateField, IdentifyingListField
from privacy.rotation import sealed_tables
from privacy.seal import CannotUnseal
from run.postgres import program
from tests.factories.documents import DocumentFactory
from tests.house.test_privacy import made_models
from tests.privacy.keyrings import ring

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

LONG_AGO = date(1887, 1, 1)  # no other date in the tests is near


def marker(field, number):
    """Return a value for a field that stands nowhere else, and how it would read in a dump."""
    if isinstance(field, IdentifyingDateField):
        day = LONG_AGO + timedelta(days=number)
        return day, day.isoformat()
    word = f"Quagga{number}"
    return ([word] if isinstance(field, IdentifyingListField) else word), word


def beside(field):
    """Return what the tables want beside a value: words of somebody came in a letter."""
    if (field.model, field.name) == (ScopingReturn, "full_name"):
        return {"by_link": True}
    if field.name != "on_behalf_of":
        return {}
    return {
        "received_via": Route.POST,
        "given_on": timezone.localdate(),
        "original": DocumentFactory(),
    }


@pytest.fixture
def marked():
    """Make an object for every sealed field there is. Return each with its marker, by the field."""
    makers = {factory._meta.model: factory for factory in made_models()}
    found = {}
    for table in sealed_tables():
        for field in table.fields:
            value, word = marker(field, len(found) + 1)
            made = makers[field.model](**{field.name: value}, **beside(field))
            found[field] = (made, word)
    return found


def dump():
    where = Env.db_url_config(configured.OWNER_DATABASE_URL)
    options = [f"--host={where['HOST']}", f"--username={where['USER']}"]
    done = subprocess.run(
        [program("pg_dump"), *options, connection.settings_dict["NAME"]],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_stolen_dump_shows_no_sealed_value(marked):
    stolen = dump()

    shown = [str(field) for field, (_, word) in marked.items() if word in stolen]
    assert shown == []
    for made, _ in marked.values():  # it is the right database, and they are all in it
        assert str(made.pk) in stolen
    assert stolen.count("aesgcm:tests:") >= len(marked)


def test_whoever_has_the_key_reads_what_was_written(marked):
    for field, (made, word) in marked.items():
        value = type(made)._base_manager.values_list(field.name, flat=True).get(pk=made.pk)
        assert word in str(value)


def test_whoever_has_another_key_reads_nothing(marked, settings):
    settings.FIELD_KEYS = ring("tests")

    for field, (made, _) in marked.items():
        with pytest.raises(CannotUnseal):
            type(made)._base_manager.values_list(field.name, flat=True).get(pk=made.pk)
