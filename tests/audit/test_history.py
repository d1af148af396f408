"""What the database keeps of every change by itself, however the change was made."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import now

from agencies.models import Agency
from audit.acting import acting
from audit.models import ActorKind, AuditChange, AuditEvent
from chronologies.operations.storing import store
from dhr import history
from families.models import FamilyContact
from privacy.inventory import project_models
from reviews.models import Person
from tests.agencies.test_directory_pages import FILLED
from tests.factories.agencies import AgencyFactory, PostFactory, UserFactory
from tests.factories.chronologies import ChronologyRowFactory, ChronologySubmissionFactory
from tests.factories.families import FamilyContactFactory
from tests.factories.reviews import PersonFactory
from tests.families.test_canaries import MARK, Place

# The trail itself, and sessions: they say who is signed in now, and end.
NOT_KEPT = {"audit_auditevent", "audit_change", "audit_link", "accounts_session"}


@pytest.fixture
def changes(owner):
    """Return what the history says of a table since the last time it was asked."""
    seen = [0]

    def read(table):
        columns = "id, what, row_key, before, after, actor_kind, actor_id, request_id"
        found = owner.execute(
            f"SELECT {columns} FROM audit_change WHERE of_table = %s AND id > %s ORDER BY id",
            [table, seen[0]],
        ).fetchall()
        seen[0] = owner.execute("SELECT coalesce(max(id), 0) FROM audit_change").fetchone()[0]
        return [dict(zip(columns.split(", "), row, strict=True)) for row in found]

    return read


def stored(table, column, pk):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} WHERE id = %s", [pk])
        return cursor.fetchone()[0]


def test_every_table_of_ours_is_kept(db):
    """A new model is kept by itself; what is left out has to be named above."""
    labels = {model._meta.app_label for model in project_models()}
    ours = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in labels and not model._meta.proxy
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = ANY(%s) "
            "AND tgenabled = 'O' GROUP BY tgrelid HAVING count(*) = 3",
            [list(history.TRIGGERS)],
        )
        kept = {table for (table,) in cursor.fetchall()}

    assert ours - kept == NOT_KEPT & ours
    assert {"auth_group", "agencies_user_groups", "reviews_reviewgrant"} <= kept
    assert not NOT_KEPT & kept
    assert kept == history.kept_tables().keys()


@pytest.mark.slow
def test_every_way_of_changing_a_row_is_kept(changes, transactional_db):
    one = AgencyFactory(name="One", area="North")
    (added,) = changes("agencies_agency")
    assert (added["what"], added["row_key"], added["before"]) == ("ADDED", str(one.pk), None)
    assert (added["after"]["name"], added["after"]["area"]) == ("One", "North")

    one.name = "Two"
    one.save()
    (saved,) = changes("agencies_agency")
    assert (saved["what"], saved["before"], saved["after"]) == (
        "CHANGED", {"name": "One"}, {"name": "Two"},
    )  # fmt: skip

    one.save()
    assert changes("agencies_agency") == []  # nothing was changed

    Agency.objects.bulk_create([AgencyFactory.build(name=name) for name in ("A", "B")])
    assert [row["after"]["name"] for row in changes("agencies_agency")] == ["A", "B"]

    Agency.objects.update(area="South")
    assert [row["after"] for row in changes("agencies_agency")] == [{"area": "South"}] * 3

    others = list(Agency.objects.exclude(pk=one.pk).order_by("pk"))
    for other in others:
        other.name += "2"
    Agency.objects.bulk_update(others, ["name"])
    both = [(row["before"], row["after"]) for row in changes("agencies_agency")]
    assert both == [({"name": "A"}, {"name": "A2"}), ({"name": "B"}, {"name": "B2"})]

    with connection.cursor() as cursor:
        cursor.execute("UPDATE agencies_agency SET name = name || '!', area = 'Z'")
    assert len(changes("agencies_agency")) == 3

    with connection.cursor() as cursor:
        cursor.execute("UPDATE agencies_agency SET id = 9999 WHERE id = %s", [one.pk])
    moved = {row["what"]: row["row_key"] for row in changes("agencies_agency")}
    assert moved == {"REMOVED": str(one.pk), "ADDED": "9999"}

    Agency.objects.all().delete()
    removed = changes("agencies_agency")
    assert {row["what"] for row in removed} == {"REMOVED"}
    assert {row["before"]["name"] for row in removed} == {"Two!", "A2!", "B2!"}
    assert {row["after"] for row in removed} == {None}


@pytest.mark.slow
def test_rows_kept_in_one_document_are_kept_one_by_one(changes, transactional_db):
    submission = ChronologySubmissionFactory(read=True)
    rows = [ChronologyRowFactory.build(submission=submission, number=n) for n in (1, 2, 3)]
    changes("chronologies_chronologyrow")

    store(rows)

    kept = changes("chronologies_chronologyrow")
    assert [(one["what"], one["row_key"]) for one in kept] == [
        ("ADDED", str(row.pk)) for row in rows
    ]
    assert kept[0]["after"]["words"] == rows[0].words


def test_what_is_taken_back_leaves_no_history(changes, transactional_db):
    with transaction.atomic():
        AgencyFactory()
        transaction.set_rollback(True)

    assert changes("agencies_agency") == []


@pytest.mark.slow
def test_rights_are_kept_and_secrets_are_not(changes, owner, transactional_db):
    group, user = Group.objects.create(name="review:1:adviser"), UserFactory()
    user.groups.add(group)
    user.set_password("correct horse battery staple")
    user.save()
    user.groups.remove(group)

    joined, left = changes("agencies_user_groups")
    assert (joined["what"], joined["after"]["group_id"]) == ("ADDED", group.pk)
    assert (left["what"], left["before"]["user_id"]) == ("REMOVED", user.pk)
    told = owner.execute("SELECT before, after FROM audit_change WHERE of_table = 'agencies_user'")
    added, changed = told.fetchall()
    assert set(changed[1]) == {"password"}
    assert changed[1]["password"].startswith("sha256:")
    assert changed[1]["password"] != changed[0]["password"] == added[1]["password"]


@pytest.mark.slow
def test_identifying_words_stand_there_as_in_their_table_and_whole(changes, transactional_db):
    person = PersonFactory(true_name="Zoë said: \"no\". \\ 'x'\n" * 20_000)

    (added,) = changes("reviews_person")
    assert added["after"]["true_name"] == stored("reviews_person", "true_name", person.pk)
    assert not added["after"]["true_name"].startswith("Zoë")
    assert len(added["after"]["true_name"]) > 400_000


@pytest.mark.slow
def test_of_a_family_only_what_is_sealed_and_that_the_rest_changed(changes, transactional_db):
    contact = FamilyContactFactory(kind="FRIEND", route="FLO", own_name="Zqxcanary")
    FamilyContact.objects.update(kind="COLLEAGUE")

    added, changed = changes("families_familycontact")
    assert added["after"]["review_id"] == contact.review_id
    assert added["after"]["own_name"] == stored("families_familycontact", "own_name", contact.pk)
    digests = [added["after"]["kind"], added["after"]["route"], changed["after"]["kind"]]
    assert all(digest.startswith("sha256:") for digest in digests)
    assert changed["before"] == {"kind": added["after"]["kind"]} != changed["after"]
    assert added["after"]["person_id"] is None


class TestWho:
    """Who acted, in which request: told once in each transaction that changes anything."""

    def as_person(self, number=7):
        return acting(lambda: (ActorKind.PERSON, number), request_id="r1")

    @pytest.mark.slow
    def test_a_request_of_somebody_signed_in(self, client, changes, transactional_db):
        post = PostFactory()
        client.force_login(post.user)
        changes("agencies_agency")
        client.post("/agencies/add/", FILLED)

        (added,) = changes("agencies_agency")
        event = AuditEvent.objects.get(event="agency.listed")
        assert (added["actor_kind"], added["actor_id"]) == ("PERSON", post.user.pk)
        assert added["request_id"] == event.request_id != ""

    @pytest.mark.slow
    def test_nobody_is_named_where_nobody_is_known(self, changes, transactional_db):
        AgencyFactory()

        (added,) = changes("agencies_agency")
        assert (added["actor_kind"], added["actor_id"], added["request_id"]) == (None, None, None)

    @pytest.mark.slow
    def test_it_is_told_again_where_it_was_taken_back(self, changes, transactional_db):
        with self.as_person():
            for _ in range(2):
                with transaction.atomic():
                    with transaction.atomic():
                        AgencyFactory()
                        transaction.set_rollback(True)
                    AgencyFactory()
        AgencyFactory()

        who = [row["actor_id"] for row in changes("agencies_agency")]
        assert who == [7, 7, None]

    def test_once_in_a_transaction_and_never_by_whoever_only_reads(
        self, db, django_assert_num_queries
    ):
        AgencyFactory()
        with self.as_person(), transaction.atomic():
            with django_assert_num_queries(1):
                list(Agency.objects.all())
            with django_assert_num_queries(2):  # told with the first
                Agency.objects.update(area="A")
                Agency.objects.update(area="B")
            with django_assert_num_queries(1):
                AuditEvent.objects.create(event="x", at=now(), actor_kind="WORKER")


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM audit_change",
        "INSERT INTO audit_change (of_table, row_key, what, at) VALUES ('x', '1', 'ADDED', now())",
        "UPDATE audit_change SET what = 'ADDED'",
        "DELETE FROM audit_change",
        "TRUNCATE audit_change",
        "DROP TRIGGER audit_changed ON agencies_agency",
        "ALTER TABLE agencies_agency DISABLE TRIGGER audit_changed",
        "SET session_replication_role = replica",
    ],
)
def test_the_web_role_may_not(db, statement):
    refused = pytest.raises(DatabaseError, match=r"permission denied|must be owner")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.slow
@pytest.mark.parametrize("table", ["audit_change", "audit_link"])
@pytest.mark.parametrize("change", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"])
def test_nor_may_the_owner_of_the_table(table, change, as_owner):
    with pytest.raises(Exception, match="only ever added to"):
        as_owner(change.format(table))


def test_a_change_names_no_words():
    assert str(AuditChange(pk=3, after={"name": "x"})) == "change 3"
    assert Person._meta.db_table in history.kept_tables()


@pytest.mark.slow
def test_no_word_of_a_family_stands_open_in_it(owner, transactional_db):
    """Every text of the compartment is marked; none is readable in the history of any table."""
    place = Place()
    for contact in place.contacts:
        contact.language = "Zqxlaterlanguagecanary"
        contact.save()
        contact.quiet_dates.all().delete()

    told = owner.execute("SELECT of_table, before::text, after::text FROM audit_change").fetchall()
    kept = {table for table, *_ in told}
    open_in = {table for table, *columns in told if MARK.search(str(columns))}

    assert {"families_familycontact", "families_familycontactentry", "families_quietdate"} <= kept
    assert open_in == set()
    assert MARK.search("Zqxlaterlanguagecanary")
