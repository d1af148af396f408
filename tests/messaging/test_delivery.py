from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from django.db import connection, transaction

from audit.models import AuditEvent
from messaging import delivery, tasks
from messaging.models import MAX_ATTEMPTS, Message, State
from tests.factories.messaging import QUEUED_AT, MessageFactory

AT = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)


def deliver(message, *, at=AT):
    delivery.deliver(message_id=message.pk, at=at)
    message.refresh_from_db()
    return message


def events():
    return list(AuditEvent.objects.order_by("pk").values_list("event", flat=True))


@pytest.mark.django_db
class TestSending:
    def test_a_real_mail_server_gets_the_whole_letter(self, mail_server):
        message = deliver(MessageFactory(to_address="author@agency.example"))

        (mail,) = mail_server.received
        assert mail["To"] == "author@agency.example"
        assert mail["Message-ID"] == message.message_id
        assert mail["Date"].datetime == QUEUED_AT
        assert mail["Auto-Submitted"] == "auto-generated"
        assert "/reviews/AB-2026-03/" in mail.get_content()
        assert (message.state, message.sent_at, message.attempts) == (State.SENT, AT, 1)

    def test_the_trail_says_so(self, mail_server):
        message = deliver(MessageFactory())

        event = AuditEvent.objects.get()
        assert (event.event, event.review_ref) == ("message.sent", "AB-2026-03")
        assert event.subjects == {"message_id": message.pk, "kind": "evidence_requested"}

    def test_a_sent_message_is_left_alone(self, mail_server):
        message = deliver(MessageFactory())

        deliver(message)

        assert len(mail_server.received) == 1

    @pytest.mark.parametrize("state", [{"sent": True}, {"failed": True}])
    def test_so_is_one_that_has_ended(self, mail_server, state):
        deliver(MessageFactory(**state))

        assert mail_server.received == []

    def test_so_is_one_that_another_worker_took_over_and_sent(self, mail_server, monkeypatch):
        def overtaken(message):
            Message.objects.filter(pk=message.pk).update(state=State.SENT, sent_at=AT)

        monkeypatch.setattr(Message, "mark_sending", overtaken)

        deliver(MessageFactory())

        assert mail_server.received == []

    def test_a_link_that_opens_an_account_is_forgotten(self, mail_server):
        message = deliver(MessageFactory(kind="password_reset", path="/password/MQ/abc-123/"))

        assert "/password/MQ/abc-123/" in mail_server.received[0].get_content()
        assert message.path == ""

    def test_another_link_is_kept(self, mail_server):
        assert deliver(MessageFactory()).path == "/reviews/AB-2026-03/"


@pytest.mark.django_db
class TestFailing:
    def test_a_busy_server_is_tried_again_later(self, mail_server):
        mail_server.to_recipient = "451 Try later"

        message = deliver(MessageFactory())

        assert (message.state, message.attempts) == (State.RETRYING, 1)
        assert message.try_after == AT + timedelta(minutes=1)
        assert message.failure == "The mail server did not take this address (code 451)."
        assert events() == []

    def test_and_not_before(self, mail_server):
        message = MessageFactory(retrying=True, try_after=AT + timedelta(minutes=1))

        deliver(message)
        assert mail_server.received == []

        deliver(message, at=AT + timedelta(minutes=1))
        assert message.state == State.SENT
        assert message.failure == ""

    def test_the_second_attempt_is_the_same_letter(self, mail_server):
        mail_server.to_text = "452 Full"
        message = deliver(MessageFactory())
        mail_server.to_text = "250 OK"

        deliver(message, at=AT + timedelta(hours=1))

        (mail,) = mail_server.received
        assert mail["Message-ID"] == message.message_id
        assert message.attempts == 2

    @pytest.mark.parametrize(
        ("attempts", "minutes"), [(0, 1), (1, 2), (2, 4), (7, 128), (8, 240), (20, 240)]
    )
    def test_the_wait_doubles_up_to_four_hours(self, mail_server, attempts, minutes):
        mail_server.to_text = "452 Full"

        message = deliver(MessageFactory(retrying=True, attempts=attempts))

        assert message.try_after == AT + timedelta(minutes=minutes)

    def test_an_address_nobody_has_is_final(self, mail_server):
        mail_server.to_recipient = "550 No such person here: author1@agency.example"

        message = deliver(MessageFactory(kind="account_invited", path="/password/MQ/abc-123/"))

        assert message.state == State.FAILED
        assert message.failure == "The mail server did not take this address (code 550)."
        assert message.path == ""
        assert events() == ["message.failed"]

    def test_so_is_a_letter_the_server_will_never_take(self, mail_server):
        mail_server.to_text = "554 No"

        message = deliver(MessageFactory())

        assert message.state == State.FAILED
        assert message.failure == "The mail server did not take the message (code 554)."

    def test_no_server_at_all_is_tried_again(self, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

        message = deliver(MessageFactory())

        assert message.state == State.RETRYING
        assert message.failure == "The mail server could not be reached."

    def test_after_four_days_it_is_given_up(self, mail_server):
        mail_server.to_text = "452 Full"

        message = deliver(MessageFactory(retrying=True, attempts=MAX_ATTEMPTS - 1))

        assert message.state == State.FAILED

    def test_a_letter_that_cannot_be_written_does_not_hold_up_the_next(
        self, mail_server, monkeypatch
    ):
        compose = delivery.compose

        def faulty(message, lines):
            return compose(message, lines) if message.kind != "admitted" else 1 / 0

        monkeypatch.setattr(delivery, "compose", faulty)
        broken, sound = MessageFactory(kind="admitted"), MessageFactory()

        tasks.deliver_waiting()

        broken.refresh_from_db()
        sound.refresh_from_db()
        assert (broken.state, broken.failure) == (
            State.FAILED,
            "The message could not be written.",
        )
        assert sound.state == State.SENT

    def test_a_message_on_which_every_worker_dies_is_given_up(self, mail_server):
        message = deliver(MessageFactory(state=State.SENDING, attempts=MAX_ATTEMPTS))

        assert (message.state, message.failure) == (State.FAILED, "Every attempt was cut short.")
        assert events() == ["message.failed"]
        assert mail_server.received == []


@pytest.mark.django_db
class TestSweeping:
    def test_what_was_left_behind_is_sent(self, mail_server, run_queued):
        queued, dead = MessageFactory(), MessageFactory(state=State.SENDING, attempts=1)
        retrying = MessageFactory(retrying=True)

        tasks.deliver_waiting()

        states = Message.objects.in_bulk([queued.pk, dead.pk, retrying.pk]).values()
        assert {message.state for message in states} == {State.SENT}
        assert len(mail_server.received) == 3

    def test_a_fresh_message_is_left_to_its_own_job(self):
        MessageFactory(try_after=AT - timedelta(seconds=30))

        assert delivery.left_behind(at=AT) == []

    def test_a_retry_is_due_at_its_minute(self):
        message = MessageFactory(retrying=True, try_after=AT)

        assert delivery.left_behind(at=AT) == [message.pk]
        assert delivery.left_behind(at=AT - timedelta(seconds=1)) == []

    def test_the_longest_waiting_goes_first(self):
        late = MessageFactory(try_after=AT - timedelta(hours=1))
        later = MessageFactory(try_after=AT - timedelta(hours=2))

        assert delivery.left_behind(at=AT) == [later.pk, late.pk]

    def test_nothing_that_has_ended_is_looked_at(self):
        MessageFactory(sent=True)
        MessageFactory(failed=True)

        assert delivery.left_behind(at=AT) == []


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
class TestTogether:
    def test_two_workers_send_one_letter(self, mail_server):
        message = MessageFactory()

        def work():
            try:
                delivery.deliver(message_id=message.pk, at=AT)
            finally:
                connection.close()

        workers = [Thread(target=work) for _ in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

        assert len(mail_server.received) == 1
        assert events() == ["message.sent"]

    def test_a_message_in_another_workers_hands_is_left_to_it(self, mail_server):
        message = MessageFactory()
        with transaction.atomic():
            Message.objects.claim(message.pk, at=AT)

            def work():
                delivery.deliver(message_id=message.pk, at=AT)
                connection.close()

            other = Thread(target=work)
            other.start()
            other.join()

        message.refresh_from_db()
        assert (message.state, message.attempts) == (State.QUEUED, 0)
        assert mail_server.received == []
