"""What a round comes to, in words."""

from datetime import UTC, date, datetime

import pytest

from panels.models import DispositionKind, RoundOutcome, Silence
from panels.queries.tally import people_of, tally
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementDispositionFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
)

pytestmark = pytest.mark.django_db

SECOND_DAY = datetime(2026, 2, 24, 9, 0, tzinfo=UTC)
LATE = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)


def outcome_of(asked_round):
    silence_agrees = asked_round.counts_silence
    count = tally(people_of(asked_round))
    return count.outcome(silence_agrees=silence_agrees), count.in_words(
        silence_agrees=silence_agrees
    )


def asked(silence=Silence.AGREES, **people):
    """Return a round: agree=2, comments=1, objections=1, withdrawn=1, silent=2, late=1."""
    made = AgreementRoundFactory(silence=silence)
    for _ in range(people.get("agree", 0)):
        AgreementAnswerFactory(invitee__round=made)
    for _ in range(people.get("late", 0)):
        AgreementAnswerFactory(invitee__round=made, recorded_at=LATE)
    for _ in range(people.get("comments", 0)):
        AgreementAnswerFactory(invitee__round=made, comments=True)
    for _ in range(people.get("objections", 0)):
        AgreementDispositionFactory(answer__invitee__round=made)
    for _ in range(people.get("withdrawn", 0)):
        AgreementDispositionFactory(answer__invitee__round=made, kind=DispositionKind.WITHDRAWN)
    for _ in range(people.get("silent", 0)):
        AgreementInviteeFactory(round=made)
    return made


@pytest.mark.parametrize(
    ("people", "outcome", "words"),
    [
        ({"agree": 6}, RoundOutcome.AGREED, "Agreed: 6 agree."),
        (
            {"agree": 1, "late": 1, "silent": 2},
            RoundOutcome.AGREED,
            "Agreed: 2 agree, 2 gave no answer, which counts as agreement, 1 answer was late.",
        ),
        ({"silent": 1}, RoundOutcome.AGREED,
         "Agreed: 1 gave no answer, which counts as agreement."),
        ({"agree": 1, "comments": 1}, RoundOutcome.AGREED_WITH_COMMENTS,
         "Agreed with comments: 1 agrees, 1 agrees with comments."),
        ({"agree": 2, "objections": 1}, RoundOutcome.NOT_AGREED,
         "Not agreed: 1 objection. 2 agree."),
        ({"objections": 2}, RoundOutcome.NOT_AGREED, "Not agreed: 2 objections."),
        ({"agree": 1, "withdrawn": 1}, RoundOutcome.AGREED,
         "Agreed: 1 agrees, 1 withdrew an objection."),
        ({"late": 2}, RoundOutcome.AGREED, "Agreed: 2 agree, 2 answers were late."),
    ],
)  # fmt: skip
def test_a_round_comes_to(people, outcome, words):
    assert outcome_of(asked(**people)) == (outcome, words)


@pytest.mark.parametrize(
    ("people", "outcome", "words"),
    [
        ({"silent": 3}, RoundOutcome.NOT_AGREED, "Not agreed: nobody answered."),
        ({"agree": 1, "silent": 1}, RoundOutcome.AGREED,
         "Agreed: 1 agrees, 1 gave no answer, which is no agreement."),
    ],
)  # fmt: skip
def test_where_silence_counts_as_nothing(people, outcome, words):
    assert outcome_of(asked(Silence.NOTHING, **people)) == (outcome, words)


def test_the_latest_answer_stands_in_the_place_of_earlier_ones():
    made = AgreementRoundFactory()
    objection = AgreementAnswerFactory(invitee__round=made, objects=True)
    AgreementAnswerFactory(invitee=objection.invitee, recorded_at=SECOND_DAY)

    (person,) = people_of(made)

    assert outcome_of(made)[1] == "Agreed: 1 agrees."
    assert person.earlier == (objection,)


def test_what_was_recorded_after_the_close_does_not_count():
    made = AgreementRoundFactory(agreed=True)
    AgreementAnswerFactory(invitee__round=made)
    AgreementAnswerFactory(invitee__round=made, objects=True, recorded_at=LATE)

    assert outcome_of(made)[1].startswith("Agreed: 1 agrees, 1 gave no answer")


@pytest.mark.parametrize(
    ("recorded_at", "given_on", "is_late"),
    [
        (datetime(2026, 3, 16, 23, 59, tzinfo=UTC), None, False),
        (LATE, None, True),
        (LATE, date(2026, 3, 16), False),  # given in time, entered later
    ],
)
def test_late_is_by_the_day_it_was_given(recorded_at, given_on, is_late):
    by_email = {"received_via": "EMAIL", "on_behalf_of": "Them", "given_on": given_on}
    answer = AgreementAnswerFactory(recorded_at=recorded_at, **(by_email if given_on else {}))

    assert answer.is_late is is_late


def test_people_are_counted_in_the_same_number_of_queries(django_assert_max_num_queries):
    made = asked(agree=10, objections=10, silent=10)

    with django_assert_max_num_queries(5):
        outcome_of(made)
