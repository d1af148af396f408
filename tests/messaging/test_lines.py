"""Messages that list things: codes and numbers, and words from a closed list."""

import pytest

from messaging.lines import Line
from messaging.models import State
from tests.factories.messaging import MessageFactory
from tests.messaging.test_delivery import deliver

GIVEN = {"review_ref": "AB-DHR-3", "word": "DHR_2016-D4", "path": "/reviews/AB-DHR-3/"}


@pytest.mark.parametrize(
    "changed",
    [
        {"word": "Margaret was last seen in May"},
        {"word": "D4"},
        {"word": ""},
        {"path": "https://elsewhere.example"},
        {"path": "/a b"},
        {"review_ref": "Zoë"},
        {"review_ref": "AB\nBcc: all@example.org"},
        {"days": "Tuesday, 3 May"},
        {"late_by": "Margaret"},
    ],
)
def test_a_line_takes_no_words(changed):
    with pytest.raises(ValueError, match="A line takes"):
        Line(**{**GIVEN, **changed})


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, ""),
        (0, "due today"),
        (1, "due in 1 day"),
        (3, "due in 3 days"),
        (-1, "1 day late"),
        (-5, "5 days late"),
    ],
)
def test_a_line_says_how_many_days_are_left(days, said):
    assert Line(**GIVEN, days=days).when == said


@pytest.mark.django_db
class TestLetter:
    def test_lists_what_waits_when_it_is_sent(self, mail_server, settings):
        settings.BASE_URL = "https://reviews.example"
        settings.MESSAGE_LINES = f"{__name__}.two_lines"

        message = deliver(MessageFactory(kind="reminders_due", review_ref="", path=""))

        (mail,) = mail_server.received
        assert message.state == State.SENT
        assert mail["Subject"] == "OFFICIAL-SENSITIVE: What is due in your reviews"
        assert (
            mail.get_content()
            .replace("\r\n", "\n")
            .startswith(
                "Good day,\n\n"
                "This is due in your reviews:\n\n"
                "AB-DHR-3: Decide whether to review – due in 3 days\n"
                "https://reviews.example/reviews/AB-DHR-3/\n\n"
                "AB-DHR-4: Something waits in this review\n"
                "(This reminder comes 2 days late.)\n"
                "https://reviews.example/reviews/AB-DHR-4/\n\n"
                "Everything that waits for you stands on your first page:\n\n"
                "https://reviews.example/\n\n"
            )
        )

    def test_is_withdrawn_where_nothing_is_left_to_list(self, mail_server, settings):
        settings.MESSAGE_LINES = f"{__name__}.no_line"

        message = deliver(MessageFactory(kind="reminders_due"))

        assert mail_server.received == []
        assert message.state == State.WITHDRAWN
        deliver(message)
        assert mail_server.received == []

    def test_is_not_sent_with_words_of_a_case(self, mail_server, settings):
        settings.MESSAGE_LINES = f"{__name__}.of_a_case"

        message = deliver(MessageFactory(kind="reminders_due"))

        assert mail_server.received == []
        assert message.state == State.FAILED


def two_lines(message, *, at):
    return [
        Line(**GIVEN, days=3),
        Line(review_ref="AB-DHR-4", word="waits", path="/reviews/AB-DHR-4/", late_by=2),
    ]


def no_line(message, *, at):
    return []


def of_a_case(message, *, at):
    return [Line(**{**GIVEN, "word": "Margaret"})]
