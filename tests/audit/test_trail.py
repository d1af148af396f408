from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from audit import trail
from audit.models import ActorKind, AuditEvent
from tests.factories.agencies import UserFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.django_db
class TestRecord:
    def test_says_who_when_what_and_to_which_records(self):
        user = UserFactory()

        trail.record("review.opened", by=user, at=AT, review_ref="AB-2026-03", review_id=12)

        event = AuditEvent.objects.get()
        assert (event.event, event.at, event.review_ref) == ("review.opened", AT, "AB-2026-03")
        assert (event.actor_kind, event.actor_id) == (ActorKind.PERSON, user.pk)
        assert event.subjects == {"review_id": 12}
        assert str(event) == f"event {event.pk}, review.opened"

    def test_the_database_adds_its_own_time(self):
        event = trail.record("review.opened", by=None, at=AT)

        event.refresh_from_db()
        assert event.recorded_at > AT

    @pytest.mark.parametrize(
        ("by", "kind"),
        [
            (None, ActorKind.COMMAND_LINE),
            (ActorKind.WORKER, ActorKind.WORKER),
            (ActorKind.SIGNED_OUT, ActorKind.SIGNED_OUT),
        ],
    )
    def test_knows_those_without_an_account(self, by, kind):
        event = trail.record("account.sign_in_failed", by=by, at=AT)

        assert (event.actor_kind, event.actor_id) == (kind, None)

    def test_an_event_nobody_listed_is_refused(self):
        with pytest.raises(ValueError, match=r"audit\.events\.EVENTS"):
            trail.record("review.vanished", by=None, at=AT)

    @pytest.mark.parametrize(
        "value", ["Zoë", "two words", "zoe@example.org", "", "x" * 81, "line\nline", "Sam,Hill"]
    )
    def test_words_are_refused_without_quoting_them(self, value):
        with pytest.raises(ValueError, match="numbers, codes and hashes") as refusal:
            trail.record("review.opened", by=None, at=AT, note=value)

        assert not value or value not in str(refusal.value)
        assert not AuditEvent.objects.exists()

    @pytest.mark.parametrize("value", [7, "D4", "IMR_CHRONOLOGY", "AB-2026-03", "a" * 64])
    def test_numbers_codes_and_hashes_are_kept(self, value):
        assert trail.record("review.opened", by=None, at=AT, thing=value).subjects["thing"] == value

    def test_a_person_has_to_be_named(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            AuditEvent.objects.create(event="review.opened", at=AT, actor_kind=ActorKind.PERSON)


@pytest.mark.django_db
class TestNothingIsTakenBack:
    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE audit_auditevent SET event = 'review.removed'",
            "DELETE FROM audit_auditevent",
            "TRUNCATE audit_auditevent",
        ],
    )
    def test_the_web_role_may_not(self, statement):
        trail.record("review.opened", by=None, at=AT)

        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)

        assert AuditEvent.objects.get().event == "review.opened"

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE audit_auditevent SET event = 'review.removed'",
            "DELETE FROM audit_auditevent",
            "TRUNCATE audit_auditevent",
        ],
    )
    def test_nor_may_the_owner_of_the_table(self, statement, as_owner):
        with pytest.raises(Exception, match="audit trail is only ever added to"):
            as_owner(statement)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_with_real_transactions_leaves_the_trail_empty(turn):
    trail.record("review.opened", by=None, at=AT)

    assert AuditEvent.objects.count() == 1
