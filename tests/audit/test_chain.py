"""The chain, and whoever owns the tables tampering with it."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from audit import chain, heads, trail
from audit.models import AuditEvent, AuditLink
from audit.tasks import note_head
from tests.factories.agencies import UserFactory

AT = datetime(2026, 3, 2, 9, 0, 0, 123457, tzinfo=UTC)
EVENT = "audit_auditevent AS e"

pytestmark = pytest.mark.slow


@pytest.fixture
def five(transactional_db):
    """Five events, each committed by itself."""
    user = UserFactory(full_name="Zoë")
    return [
        trail.record(
            "review.admitted",
            by=user if number % 2 else None,
            at=AT + timedelta(microseconds=number),
            review_ref="AB-DHR-1",
            user_id=number,
            role="IMR_AUTHOR",
        )
        for number in range(5)
    ]


@pytest.fixture
def tamper(owner):
    """Do what the guard forbids even to the owner, who can take it off."""

    def run(*statements):
        for table in ("audit_auditevent", "audit_link"):
            owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for statement in statements:
            owner.execute(statement)
        for table in ("audit_auditevent", "audit_link"):
            owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")

    return run


def verify(**options):
    said = StringIO()
    call_command("verify_audit_trail", stdout=said, **options)
    return said.getvalue()


def broken(**options):
    with pytest.raises(CommandError) as refusal:
        verify(**options)
    assert refusal.value.returncode == 1
    return str(refusal.value)


class TestEventsAreLinked:
    def test_when_they_are_committed_in_one_chain(self, five):
        links = list(AuditLink.objects.all())

        assert [link.event_id for link in links] == [event.pk for event in five]
        assert [link.pk for link in links] == [1, 2, 3, 4, 5]
        assert [link.previous for link in links] == [chain.FIRST, *(x.hash for x in links[:-1])]
        assert str(links[0]) == "link 1"

    def test_those_of_one_transaction_each_have_their_own(self, transactional_db):
        with transaction.atomic():
            for _ in range(3):
                trail.record("review.opened", by=None, at=AT)
            assert not AuditLink.objects.exists()

        assert AuditLink.objects.count() == 3
        assert "3 links" in verify()

    def test_one_that_is_taken_back_leaves_no_gap(self, transactional_db):
        trail.record("review.opened", by=None, at=AT)
        with transaction.atomic():
            trail.record("review.opened", by=None, at=AT)
            transaction.set_rollback(True)
        trail.record("review.opened", by=None, at=AT)

        assert list(AuditLink.objects.values_list("pk", flat=True)) == [1, 2]
        assert "whole" in verify()

    def test_whatever_an_event_says(self, transactional_db):
        """What the door would refuse is hashed alike on both sides all the same."""
        AuditEvent.objects.create(
            event="x", at=AT, actor_kind="WORKER", review_ref="Zoë: 3,",
            subjects={"é": ["\"\\\n\u2028", {"a": None, "bb": 1.50}], "a": 10**20, "": True},
        )  # fmt: skip

        assert "1 links" in verify()


class TestTheWebRole:
    """What it may not do to the chain, the guard on the trail left aside."""

    @pytest.mark.parametrize(
        "statement",
        [
            "INSERT INTO audit_link VALUES (9, 9, 1, 'a', 'b')",
            "UPDATE audit_link SET hash = ''",
            "DELETE FROM audit_link",
            "SELECT audit_link_event(one) FROM audit_auditevent AS one",
            "ALTER TABLE audit_auditevent DISABLE TRIGGER USER",
            "DROP TRIGGER audit_event_is_linked ON audit_auditevent",
            "SET session_replication_role = replica",
        ],
    )
    def test_may_not(self, db, statement):
        trail.record("review.opened", by=None, at=AT)

        refused = pytest.raises(DatabaseError, match=r"permission denied|must be owner")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


class TestVerify:
    def test_an_empty_trail(self, transactional_db):
        assert verify() == "The audit trail is empty.\n"
        assert json.loads(verify(json=True))["head"] is None

    def test_a_whole_one_names_its_head(self, five):
        last = AuditLink.objects.last()

        assert verify() == (
            f"The audit trail is whole: 5 links. Its head is link 5, {last.hash}.\n"
        )
        document = json.loads(verify(json=True))
        assert document == {
            "whole": True, "links": 5, "head": {"link": 5, "hash": last.hash}, "broken": None,
        }  # fmt: skip

    def test_in_few_queries_holding_few_at_a_time(
        self, five, monkeypatch, django_assert_num_queries
    ):
        monkeypatch.setattr(chain, "AT_ONCE", 2)
        with django_assert_num_queries(3 * 2 + 1 + 1):  # links and events; the end; the stray
            assert chain.verify().broken is None

    def test_a_changed_event_is_named_whichever_column_was_changed(self, five, tamper, owner):
        stood = owner.execute(f"SELECT to_jsonb(e)::text FROM {EVENT} WHERE id = {five[1].pk}")
        row = stood.fetchone()[0].replace("'", "''")
        columns = "event, at, recorded_at, actor_kind, actor_id, review_ref, subjects, address"
        columns += ", browser, request_id"
        for change in (
            "event = 'review.removed'",
            "at = at + interval '1 microsecond'",
            "recorded_at = recorded_at - interval '1 day'",
            "actor_kind = 'WORKER', actor_id = NULL",
            "actor_id = actor_id + 1",
            "review_ref = 'AB-DHR-2'",
            "subjects = subjects || '{\"user_id\": 7}'",
            "subjects = subjects - 'role'",
            "address = '203.0.113.9'",
            "browser = 'Firefox'",
            "request_id = 'x'",
        ):
            tamper(f"UPDATE audit_auditevent SET {change} WHERE id = {five[1].pk}")
            assert f"Event {five[1].pk} is not what it was when link 2" in broken(), change
            tamper(
                f"UPDATE audit_auditevent SET ({columns}) = (SELECT {columns} FROM"
                f" jsonb_populate_record(NULL::audit_auditevent, '{row}'))"
                f" WHERE id = {five[1].pk}"
            )
            assert "whole" in verify()

    @pytest.mark.parametrize("which", [0, 2, 4], ids=["first", "in the middle", "last"])
    def test_a_missing_event_is_named(self, five, tamper, which):
        tamper(f"DELETE FROM audit_auditevent WHERE id = {five[which].pk}")

        assert f"Event {five[which].pk} is missing" in broken()

    def test_the_first_of_several_is_named(self, five, tamper):
        tamper(
            f"DELETE FROM audit_auditevent WHERE id = {five[3].pk}",
            f"UPDATE audit_auditevent SET event = 'x' WHERE id = {five[2].pk}",
        )

        assert f"Event {five[2].pk} is not" in broken()

    @pytest.mark.parametrize(
        ("statement", "place"),
        [
            ("DELETE FROM audit_link WHERE id = 3", 4),
            ("DELETE FROM audit_link WHERE id = 1", 2),
            ("UPDATE audit_link SET previous = repeat('f', 64) WHERE id = 3", 3),
            ("UPDATE audit_link SET id = 9 WHERE id = 5", 9),
        ],
    )
    def test_a_broken_link_is_named(self, five, tamper, statement, place):
        tamper(statement)

        assert f"The chain is broken before link {place}:" in broken()

    def test_an_event_and_its_link_taken_out_of_the_middle(self, five, tamper):
        tamper(
            f"DELETE FROM audit_auditevent WHERE id = {five[2].pk}",
            "DELETE FROM audit_link WHERE id = 3",
        )

        assert "broken before link 4" in broken()

    def test_an_event_put_in_beside_the_chain(self, five, tamper):
        tamper(
            "INSERT INTO audit_auditevent (event, at, actor_kind, review_ref, subjects)"
            " VALUES ('review.opened', now(), 'WORKER', '', '{}')"
        )

        stray = AuditEvent.objects.latest("pk")
        assert f"Event {stray.pk} has no link" in broken()
        assert AuditLink.objects.filter(event_id=stray.pk).count() == 0

    def test_two_events_cannot_follow_the_same_link(self, five, owner):
        with pytest.raises(Exception, match="duplicate key"):
            owner.execute("INSERT INTO audit_link SELECT 9, 9, 1, previous, '' FROM audit_link")

    def test_the_document_says_what_is_wrong(self, five, tamper):
        tamper(f"DELETE FROM audit_auditevent WHERE id = {five[2].pk}")
        said = StringIO()
        with pytest.raises(CommandError):
            call_command("verify_audit_trail", json=True, stdout=said)

        document = json.loads(said.getvalue())
        assert document["broken"]["fault"] == "MISSING"
        assert (document["broken"]["link"], document["broken"]["event"]) == (3, five[2].pk)
        assert (document["whole"], document["links"]) == (False, 2)


class TestHeads:
    """What the chain alone cannot show: that its end is gone, or all of it is new."""

    @pytest.fixture(autouse=True)
    def _folder(self, settings, tmp_path):
        settings.DATA_DIR = tmp_path

    def cut_the_end(self, five, tamper):
        tamper(
            f"DELETE FROM audit_auditevent WHERE id = {five[4].pk}",
            "DELETE FROM audit_link WHERE id = 5",
        )

    def test_nothing_is_noted_down_of_an_empty_trail(self, transactional_db):
        note_head()

        assert not heads.path().exists()

    def test_a_cut_off_end_shows_beside_a_head_noted_down_before(self, five, tamper, caplog):
        with caplog.at_level("INFO"):
            note_head()
        assert "whole" in verify()
        self.cut_the_end(five, tamper)

        assert "The chain ends before link 5, which was noted down" in broken()
        assert AuditLink.objects.last().pk == 4
        assert "Head of the audit trail: link 5" in caplog.text

    def test_and_beside_a_copy_kept_elsewhere(self, five, tamper, tmp_path):
        note_head()
        copy = heads.path().rename(tmp_path / "elsewhere.jsonl")
        self.cut_the_end(five, tamper)

        assert "whole" in verify()  # nothing here knows
        assert "The chain ends before link 5" in broken(heads=copy)

    def test_a_chain_written_anew_is_not_the_one_noted_down(self, five, tamper):
        note_head()
        tamper(
            f"UPDATE audit_auditevent SET event = 'x' WHERE id = {five[1].pk}",
            "DELETE FROM audit_link",
            "DO $$ DECLARE event audit_auditevent; BEGIN"
            " FOR event IN SELECT * FROM audit_auditevent ORDER BY id LOOP"
            " PERFORM audit_link_event(event); END LOOP; END $$",
        )

        assert "Link 5 is not the one that was noted down as the head" in broken()
        heads.path().unlink()
        assert "whole" in verify()

    @pytest.mark.parametrize("line", ["{}", "[]", "not json"])
    def test_a_file_that_holds_something_else_is_refused(self, five, tmp_path, line):
        file = tmp_path / "heads"
        file.write_text(f"\n{line}\n")

        assert "cannot be read as a file of heads" in broken(heads=file)

    def test_a_file_that_is_not_there_is_refused(self, five, tmp_path):
        assert "cannot be read" in broken(heads=tmp_path / "none")
