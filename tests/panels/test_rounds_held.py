"""A round of agreement goes round no hold on somebody's access."""

import pytest
from django.urls import reverse

from agencies.models import COMMAND_LINE
from messaging.models import Message
from panels.operations import invitations
from panels.operations.rounds import Invited, Question, ask_about_terms
from reviews import access
from reviews.access import Refused, Role
from tests.factories.reviews import AT, PersonFactory, playing
from tests.factories.terms import (
    AgreementInviteeFactory,
    AgreementRoundFactory,
    TermsOfReferenceFactory,
)

pytestmark = pytest.mark.django_db

TODAY = AT.date()
NAME, EMAIL = "Maris Tolvane", "held@example.org"


@pytest.fixture
def adviser(review):
    """Somebody who has an account, and answers by a link."""
    return playing(Role.ADVISER, to=review, full_name=NAME, email=EMAIL)


def hold(review):
    person = PersonFactory(review=review, true_name=NAME)
    access.screen_person(person, by=COMMAND_LINE, at=AT)


def test_whoever_is_held_is_not_asked(review, adviser):
    hold(review)
    with pytest.raises(Refused, match="look at their access first"):
        ask_about_terms(
            terms=TermsOfReferenceFactory(review=review),
            people=[Invited(full_name=NAME, email="Held@example.org")],
            question=Question(closing_on=TODAY),
            today=TODAY,
            by=COMMAND_LINE,
            at=AT,
        )
    assert not Message.objects.exists()


def test_a_link_sent_before_opens_nothing_while_they_are_held(client, review, adviser):
    asked = AgreementRoundFactory(review=review)
    AgreementInviteeFactory(round=asked, email=EMAIL, token="secret")
    address = reverse("panels:agreement-link", args=["secret"])
    assert client.get(address).status_code == 200

    hold(review)

    over, unknown = client.get(address), client.get(f"{address[:-1]}x/")
    assert over.status_code == 404
    assert over.content == unknown.content


def test_no_reminder_reaches_them(review, adviser):
    asked = AgreementRoundFactory(review=review)
    AgreementInviteeFactory(round=asked, email=EMAIL, token="secret")
    AgreementInviteeFactory(round=asked, email="other@example.org", token="other")
    hold(review)

    invitations.remind(asked_round=asked, today=TODAY, by=COMMAND_LINE, at=AT)

    reminders = Message.objects.filter(kind__startswith="agreement_reminded")
    assert [sent.to_address for sent in reminders] == ["other@example.org"]
