from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from messaging import post
from messaging.kinds import KINDS
from messaging.models import Message, State
from tests.factories.agencies import UserFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def send(kind="evidence_requested", **changes):
    return post.send(
        kind,
        **{
            "to": "author@agency.example",
            "review_ref": "AB-2026-03",
            "path": "/reviews/AB-2026-03/evidence/7/?from=message#asked",
            "by": None,
            "at": AT,
            **changes,
        },
    )


def test_a_message_waits_to_be_sent_once_its_cause_is_committed(run_queued, mailoutbox):
    user = UserFactory()

    with run_queued():
        message = send(by=user)
        assert message.state == State.QUEUED
        assert mailoutbox == []

    message.refresh_from_db()
    assert message.state == State.SENT
    assert (message.queued_at, message.queued_by) == (AT, user)
    assert [mail.to for mail in mailoutbox] == [["author@agency.example"]]


def test_nothing_is_sent_where_its_cause_is_taken_back(run_queued, mailoutbox):
    with run_queued(), transaction.atomic():
        send()
        transaction.set_rollback(True)

    assert mailoutbox == []
    assert not Message.objects.exists()


def test_every_message_has_an_identity_of_its_own():
    assert send().message_id != send().message_id


@pytest.mark.parametrize(
    "path",
    ["https://elsewhere.example", "//elsewhere.example", "reviews/", "/a b", "/a\nb", "/\\x"],
)
def test_a_link_that_leaves_the_site_is_refused(path):
    with pytest.raises(ValueError, match="a path of ours"):
        send(path=path)


@pytest.mark.parametrize("review_ref", ["AB\nBcc: all@example.org", "AB\r", "Zoë", "AB: <b>"])
def test_a_reference_that_could_be_a_header_is_refused(review_ref):
    with pytest.raises(ValueError, match="a review's reference"):
        send(review_ref=review_ref)


@pytest.mark.parametrize(
    "to", ["", "nobody", "a@b.example\nBcc: all@example.org", "a@b.example, c@d.example", "a b@c.d"]
)
def test_what_is_no_address_is_refused(to):
    with pytest.raises(ValidationError):
        send(to=to)


@pytest.mark.parametrize("code", ["12345678", "1234 567", "1234 5678 ", "a name", "1234\n5678"])
def test_what_is_no_code_is_refused(code):
    with pytest.raises(ValueError, match="two times four digits"):
        send("guest_code", code=code)


def test_an_unknown_kind_is_refused():
    with pytest.raises(KeyError):
        send("condolences")

    assert not Message.objects.exists()


def test_nothing_of_the_case_can_be_said():
    """The signature is the promise: a kind, an address, a reference, a path, digits."""
    import inspect

    assert set(inspect.signature(post.send).parameters) == {
        "kind",
        "to",
        "review_ref",
        "path",
        "code",
        "by",
        "at",
    }


@pytest.mark.parametrize("kind", [code for code, kind in KINDS.items() if not kind.has_lines])
def test_every_kind_reads_as_a_letter(kind, run_queued, mailoutbox, settings):
    settings.BASE_URL = "https://reviews.example"

    with run_queued():
        send(kind)

    (mail,) = mailoutbox
    assert mail.subject.startswith("OFFICIAL-SENSITIVE: ")
    assert mail.subject.endswith("(AB-2026-03)")
    link = "\nhttps://reviews.example/reviews/AB-2026-03/evidence/7/?from=message#asked\n"
    assert (link in mail.body) is KINDS[kind].has_link
    assert "\nReview: AB-2026-03\n" in mail.body
    assert "&" not in mail.body
    assert "\n\n\n" not in mail.body
    assert not {"please", "successfully"} & set(mail.body.lower().split())
    assert all(len(line) < 998 for line in mail.body.splitlines())


def test_a_message_about_no_review_says_nothing_of_one(run_queued, mailoutbox):
    with run_queued():
        send("password_reset", review_ref="", path="")

    (mail,) = mailoutbox
    assert mail.subject == "OFFICIAL-SENSITIVE: Set a new password"
    assert "Review:" not in mail.body
    assert "\n\n\n" not in mail.body


def test_every_kind_says_why():
    for code, kind in KINDS.items():
        assert kind.code == code
        assert kind.why.endswith(".")
        assert len(kind.subject_line) < 50
