import pytest
from celery.exceptions import NotRegistered
from kombu.exceptions import OperationalError

from messaging import queue


def test_a_job_nobody_knows_is_refused_at_once():
    with pytest.raises(NotRegistered):
        queue.later("messaging.sing", message_id=1)


@pytest.mark.django_db
def test_the_page_stands_though_the_broker_is_away(
    django_capture_on_commit_callbacks, monkeypatch, caplog
):
    from messaging.tasks import deliver

    def away(**_):
        raise OperationalError("no broker")

    monkeypatch.setattr(deliver, "apply_async", away)

    with django_capture_on_commit_callbacks(execute=True):
        queue.later("messaging.deliver", message_id=1)

    assert "no broker" in caplog.text
