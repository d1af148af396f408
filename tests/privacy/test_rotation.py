import json

import psycopg
import pytest
from django.db import OperationalError, connection

from privacy import rotation
from privacy.fields import Identifying
from privacy.inventory import project_models
from privacy.rotation import SealedJson, SealedTable, sealed_tables
from privacy.seal import CannotUnseal, seal, unseal
from reviews.models import Person
from tests.factories.reviews import PersonFactory
from tests.privacy.keyrings import ring
from tests.privacy.owner import as_owner


@pytest.fixture(autouse=True)
def _sealed_with_k1(settings):
    settings.FIELD_KEYS = ring("k1")


def change_key(settings):
    settings.FIELD_KEYS = ring("k2", "k1")


def people() -> SealedTable:
    return next(table for table in sealed_tables() if table.name == "reviews_person")


def reseal(sealed=None):
    """Seal again, as only the owner of the tables may."""
    with as_owner():
        return (sealed or people()).reseal()


def stored(person, column="true_name"):
    return raw(f"SELECT {column} FROM reviews_person WHERE id = %s", person.pk)[0][0]


def raw(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def test_every_sealed_field_of_every_model_is_reached():
    there = {f for model in project_models() for f in model._meta.get_fields()}

    reached = {field for table in sealed_tables() for field in table.fields}
    assert reached == {field for field in there if isinstance(field, Identifying)}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
class TestResealing:
    def test_values_are_sealed_again_and_read_as_before(self, settings):
        person = PersonFactory(true_name="Zoë Invented", aliases=["Zo"], born_on="1990-02-28")
        before = Person.objects.values("true_name", "aliases", "born_on").get()
        change_key(settings)

        assert reseal() == 1

        assert stored(person).startswith("aesgcm:k2:")
        assert stored(person, "aliases").startswith("aesgcm:k2:")
        settings.FIELD_KEYS = ring("k2")
        assert Person.objects.values("true_name", "aliases", "born_on").get() == before

    def test_what_the_newest_key_has_sealed_is_left_alone(self, settings):
        change_key(settings)
        person = PersonFactory()
        before = stored(person)

        assert reseal() == 0
        assert stored(person) == before

    def test_only_the_old_values_of_a_row_change(self, settings):
        person = PersonFactory(aliases=["Zo"])
        change_key(settings)
        Person.objects.filter(pk=person.pk).update(true_name="Anna")
        before = stored(person)

        assert reseal() == 1
        assert stored(person) == before
        assert stored(person, "aliases").startswith("aesgcm:k2:")

    def test_no_value_stays_no_value(self, settings):
        person = PersonFactory(born_on=None)
        change_key(settings)
        reseal()

        assert stored(person, "born_on") is None

    def test_what_was_written_before_there_were_keys_is_sealed(self):
        person = PersonFactory()
        raw("UPDATE reviews_person SET true_name = 'plain:Anna: invented'")

        assert reseal() == 1
        assert "Anna" not in stored(person)
        assert Person.objects.get().true_name == "Anna: invented"

    def test_many_rows_are_taken_in_batches(self, settings, monkeypatch):
        monkeypatch.setattr(rotation, "BATCH", 2)
        PersonFactory.create_batch(5)
        change_key(settings)

        assert reseal() == 5
        assert set(people().keys_in_use()) == {"k2"}

    def test_what_was_done_before_a_value_that_does_not_open_stays_done(
        self, settings, monkeypatch
    ):
        monkeypatch.setattr(rotation, "BATCH", 1)
        good, bad = PersonFactory.create_batch(2)
        raw("UPDATE reviews_person SET true_name = 'aesgcm:k1:Anna' WHERE id = %s", bad.pk)
        change_key(settings)

        with pytest.raises(CannotUnseal, match=rf"Row {bad.pk} of .*person\.true_name") as told:
            reseal()

        assert "Anna" not in str(told.value)
        assert stored(good).startswith("aesgcm:k2:")


@pytest.mark.django_db
class TestCounting:
    def test_values_are_counted_by_their_key(self, settings):
        PersonFactory(born_on=None)
        in_one = people().keys_in_use()["k1"]
        change_key(settings)
        PersonFactory(born_on=None)

        assert people().keys_in_use() == {"k1": in_one, "k2": in_one}

    def test_what_is_not_sealed_is_counted_and_never_shown(self):
        PersonFactory()
        raw("UPDATE reviews_person SET true_name = 'plain:Anna'")

        counted = people().keys_in_use()
        assert counted[""] == 1
        assert "Anna" not in counted


@pytest.fixture
def somebody_else():
    """Another session of the database, in the middle of something."""
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST"}
    where = {name: connection.settings_dict[key] for name, key in names.items()}
    with psycopg.connect(**{name: value for name, value in where.items() if value}) as session:
        yield session


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
class TestBesideOthers:
    def test_a_row_that_somebody_holds_is_passed_by(self, settings, somebody_else):
        busy, free = PersonFactory.create_batch(2)
        change_key(settings)

        somebody_else.execute("SELECT 1 FROM reviews_person WHERE id = %s FOR UPDATE", [busy.pk])
        assert reseal() == 1

        assert stored(free).startswith("aesgcm:k2:")
        assert stored(busy).startswith("aesgcm:k1:")
        somebody_else.rollback()
        assert reseal() == 1

    def test_it_does_not_wait_long_for_somebody_who_writes(
        self, settings, somebody_else, monkeypatch
    ):
        monkeypatch.setattr(rotation, "PATIENCE", "50ms")
        person = PersonFactory()
        change_key(settings)
        somebody_else.execute("UPDATE reviews_person SET role = role")

        with pytest.raises(OperationalError):
            reseal()

        assert stored(person).startswith("aesgcm:k1:")


@pytest.fixture
def history(db):
    """A table that holds what stood in others."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE history_for_tests"
            " (id bigserial PRIMARY KEY, of_table text, before jsonb, after jsonb) ON COMMIT DROP"
        )
    return SealedJson("history_for_tests", columns=("before", "after"), of="of_table")


def write(before, after, *, of="reviews_person"):
    raw(
        "INSERT INTO history_for_tests (of_table, before, after) VALUES (%s, %s, %s)",
        of,
        before and json.dumps(before),
        after and json.dumps(after),
    )


def written():
    rows = raw("SELECT before, after FROM history_for_tests ORDER BY id")
    return [[one and json.loads(one) for one in row] for row in rows]


class TestHistory:
    PLACE = "reviews_person.true_name"

    def test_what_stands_sealed_in_the_history_is_sealed_again(self, settings, history):
        old = {"id": 1, "true_name": seal("Anna", place=self.PLACE), "born_on": None}
        write(None, old)
        write({"true_name": old["true_name"]}, {"true_name": seal("Zoë", place=self.PLACE)})
        change_key(settings)

        assert history.reseal() == 2

        settings.FIELD_KEYS = ring("k2")
        (nothing, added), (before, after) = written()
        assert nothing is None
        assert (added["id"], added["born_on"]) == (1, None)
        for document, name in ((added, "Anna"), (before, "Anna"), (after, "Zoë")):
            assert unseal(document["true_name"], place=self.PLACE) == name
        assert history.keys_in_use() == {"k2": 3}
        assert history.reseal() == 0

    def test_words_that_only_look_sealed_are_left_alone(self, settings, history):
        write({"pseudonym": "aesgcm:k1:Anna"}, {"note": "aesgcm:k1:Anna"})
        write({"true_name": "aesgcm:k1:Anna"}, None, of="of_another")
        before = written()
        change_key(settings)

        assert history.reseal() == 0
        assert history.keys_in_use() == {}
        assert written() == before

    def test_a_value_that_does_not_open_is_named_and_not_shown(self, settings, history):
        write({"true_name": "aesgcm:k1:Anna"}, None)
        change_key(settings)

        with pytest.raises(CannotUnseal, match="Row 1 of history_for_tests") as told:
            history.reseal()
        assert "Anna" not in str(told.value)

    def test_secrets_that_belong_to_no_column(self, settings, history):
        secrets = SealedJson("history_for_tests", columns=("after",))
        write(None, {"secret": seal("Anna"), "used": 0})
        change_key(settings)

        assert secrets.reseal() == 1

        settings.FIELD_KEYS = ring("k2")
        ((_, after),) = written()
        assert unseal(after["secret"]) == "Anna"
