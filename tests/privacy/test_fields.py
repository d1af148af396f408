from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.db.models import Case, Count, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Lower
from django.test.utils import isolate_apps

from privacy.fields import (
    CannotSearch,
    IdentifyingDateField,
    IdentifyingListField,
    IdentifyingTextField,
)
from privacy.seal import CannotUnseal, unseal

with isolate_apps("privacy"):

    class Somebody(models.Model):  # noqa: DJ008
        name = IdentifyingTextField()
        born_on = IdentifyingDateField(null=True)
        aliases = IdentifyingListField(default=list)
        age = models.IntegerField(default=30)

        class Meta:
            app_label = "privacy"
            db_table = "somebody_for_tests"


@pytest.fixture
def table(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE somebody_for_tests (id bigserial PRIMARY KEY,"
            " name text NOT NULL, born_on text, aliases text NOT NULL, age int) ON COMMIT DROP"
        )


def stored(column):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM somebody_for_tests")
        return [value for (value,) in cursor.fetchall()]


def sealed(column):
    """Return what stands sealed in a column; whatever is not sealed for this column fails."""
    return [unseal(value, place=f"somebody_for_tests.{column}") for value in stored(column)]


class TestKeeping:
    def test_values_come_back_as_they_were(self, table):
        Somebody.objects.create(name="Zoë", born_on=date(1990, 2, 28), aliases=["Zo", "Z, the 1st"])

        somebody = Somebody.objects.get()

        assert somebody.name == "Zoë"
        assert somebody.born_on == date(1990, 2, 28)
        assert somebody.aliases == ["Zo", "Z, the 1st"]

    def test_every_value_is_stored_sealed(self, table):
        Somebody.objects.create(name="Zoë", born_on="1990-02-28", aliases=["Zo"])

        assert sealed("name") == ["Zoë"]
        assert sealed("born_on") == ["1990-02-28"]
        assert sealed("aliases") == ['["Zo"]']
        assert "Zo" not in "".join(stored("name") + stored("aliases"))

    def test_an_empty_text_is_sealed_and_nothing_is_nothing(self, table):
        Somebody.objects.create(name="", born_on=None)

        assert sealed("name") == [""]
        assert stored("born_on") == [None]

    def test_update_and_bulk_update_seal(self, table):
        somebody = Somebody.objects.create(name="Zoë")
        Somebody.objects.update(name="Anna")
        assert sealed("name") == ["Anna"]

        somebody.name = "Mary"
        somebody.aliases = ["M"]
        Somebody.objects.bulk_update([somebody], ["name", "aliases"])
        assert sealed("name") == ["Mary"]
        assert Somebody.objects.get().aliases == ["M"]

    def test_a_value_moved_to_another_column_is_not_read(self, table):
        Somebody.objects.create(name="Zoë", aliases=["Anna"])
        with connection.cursor() as cursor:
            cursor.execute("UPDATE somebody_for_tests SET name = aliases")

        with pytest.raises(CannotUnseal, match=r"somebody_for_tests\.name"):
            Somebody.objects.get()

    def test_values_lists_are_unsealed(self, table):
        Somebody.objects.create(name="Zoë", aliases=["Zo"])

        assert list(Somebody.objects.values_list("name", "aliases")) == [("Zoë", ["Zo"])]

    def test_no_date_is_made_of_what_is_none(self):
        with pytest.raises(ValidationError):
            Somebody(name="Zoë", born_on="31 February", aliases=[]).full_clean()


class TestRefusing:
    @pytest.mark.parametrize(
        "condition",
        [
            Q(name="Zoë"),
            Q(name=None),
            Q(name__in=["Zoë"]),
            Q(name__icontains="z"),
            Q(born_on__year=1990),
            Q(born_on__year__gte=1990),
            Q(born_on__gte=date(1990, 1, 1)),
            Q(aliases__contains=["Zo"]),
        ],
    )
    def test_a_search_is_refused(self, condition):
        with pytest.raises(CannotSearch, match=r"Somebody\.\w+ identifies people"):
            str(Somebody.objects.filter(condition).query)

    def test_a_search_by_way_of_a_function_is_refused(self):
        with pytest.raises(CannotSearch):
            str(Somebody.objects.annotate(low=Lower("name")).filter(low="zoë").query)

    @pytest.mark.parametrize("order", ["name", "-name", "born_on"])
    def test_an_order_is_refused(self, order):
        with pytest.raises(CannotSearch):
            str(Somebody.objects.order_by(order).query)

    def test_the_earliest_is_refused(self, table):
        with pytest.raises(CannotSearch):
            Somebody.objects.earliest("born_on")

    def test_the_sentence_says_what_to_do(self):
        with pytest.raises(CannotSearch, match="compare them in Python"):
            Somebody.objects.filter(name="Zoë")

    def test_a_plain_sealed_field_is_sound(self):
        assert [fault.id for fault in Somebody.check() if fault.id.startswith("privacy")] == []

    @isolate_apps("privacy")
    @pytest.mark.parametrize("option", [{"unique": True}, {"db_index": True}])
    def test_an_index_is_refused(self, option):
        class Indexed(models.Model):  # noqa: DJ008
            name = IdentifyingTextField(**option)

            class Meta:
                app_label = "privacy"

        assert "privacy.E001" in [fault.id for fault in Indexed.check()]


class TestAnswering:
    def test_whether_there_is_a_value(self, table):
        Somebody.objects.create(name="Zoë", born_on=date(1990, 2, 28))
        Somebody.objects.create(name="Anna")

        (anna,) = Somebody.objects.filter(born_on__isnull=True)
        (zoe,) = Somebody.objects.exclude(born_on__isnull=True)

        assert (anna.name, zoe.name) == ("Anna", "Zoë")

    def test_whether_there_is_a_value_in_a_subquery(self, table):
        Somebody.objects.create(name="Zoë")
        nameless = Somebody.objects.filter(pk=OuterRef("pk"), born_on__isnull=True)

        assert Somebody.objects.filter(Exists(nameless)).count() == 1
        assert Somebody.objects.filter(
            pk__in=Somebody.objects.filter(born_on__isnull=True)
        ).exists()

    def test_whether_there_is_a_value_in_an_expression(self, table):
        Somebody.objects.create(name="Zoë")
        known = Case(When(born_on__isnull=False, then=Value("yes")), default=Value("no"))

        assert Somebody.objects.annotate(known=known).get().known == "no"

    def test_other_columns_are_ordered_and_counted_as_ever(self, table):
        Somebody.objects.create(name="Zoë", age=40)
        Somebody.objects.create(name="Anna", age=20)

        assert [s.name for s in Somebody.objects.order_by("age")] == ["Anna", "Zoë"]
        assert Somebody.objects.aggregate(n=Count("pk"))["n"] == 2
        assert Somebody.objects.only("name").distinct().count() == 2


class TestMigrating:
    @pytest.mark.parametrize("name", ["name", "born_on", "aliases"])
    def test_a_migration_names_the_field_and_rebuilds_it(self, name):
        field = Somebody._meta.get_field(name)

        _name, path, args, kwargs = field.deconstruct()

        assert path == f"privacy.fields.{type(field).__name__}"
        assert type(field)(*args, **kwargs).deconstruct()[1:] == (path, args, kwargs)
        assert "privacy.fields" in MigrationWriter.serialize(field)[0]

    @pytest.mark.parametrize("name", ["name", "born_on", "aliases"])
    def test_the_column_is_text(self, name):
        assert Somebody._meta.get_field(name).db_type(connection) == "text"

    def test_an_object_is_written_out_as_text(self):
        somebody = Somebody(born_on=date(1990, 2, 28), aliases=["Zo"])

        assert Somebody._meta.get_field("born_on").value_to_string(somebody) == "1990-02-28"
        assert Somebody._meta.get_field("aliases").value_to_string(somebody) == '["Zo"]'


class TestAsking:
    def test_a_list_is_asked_one_to_a_line(self):
        field = Somebody._meta.get_field("aliases").formfield(required=False)

        assert field.clean("Zo\n\n  Z \n") == ["Zo", "Z"]
        assert field.clean("") == []
        assert field.prepare_value(["Zo", "Z"]) == "Zo\nZ"
        assert field.prepare_value("Zo\nZ") == "Zo\nZ"

    def test_a_list_that_is_needed_is_asked_for(self):
        with pytest.raises(ValidationError):
            Somebody._meta.get_field("aliases").formfield(required=True).clean(" \n")

    def test_a_date_is_asked_as_a_date(self):
        assert Somebody._meta.get_field("born_on").formfield().clean("1990-02-28") == date(
            1990, 2, 28
        )
