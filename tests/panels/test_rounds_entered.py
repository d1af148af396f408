"""An answer that is entered in place of what somebody answered themselves."""

from datetime import date

import pytest

from messaging.models import Message
from panels.operations.answers import record_answer
from panels.queries.round_paper import row_of
from panels.queries.tally import people_of
from reviews.access import Refused, Role
from tests.factories.reviews import playing
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
)
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
CALLED = {
    "answer": "OBJECT",
    "comment": "Paragraph 3 is wrong.",
    "received_via": "PHONE",
    "on_behalf_of": "Ana Member",
    **day("given_on", date(2026, 2, 25)),
}
BECAUSE = {"entered_because": "She rang and took her answer back."}


@pytest.fixture
def asked(review):
    return AgreementRoundFactory(review=review)


@pytest.fixture
def member(review, asked):
    """Somebody asked who answered on the page on 23 February that she agrees."""
    user = playing(Role.PANEL_MEMBER, to=review)
    invitee = AgreementInviteeFactory(
        round=asked, user=user, full_name="Ana Member", email=user.email
    )
    AgreementAnswerFactory(invitee=invitee)
    return invitee


@pytest.fixture
def path(asked, member):
    return page("record-answer", asked.review.reference, asked.pk, member.pk)


def test_it_is_said_beforehand_that_she_answered_herself(signed_in, path):
    shown = text(signed_in.get(path))

    assert "Ana Member answered on the page on 23 February 2026: agree." in shown
    assert "Ana Member is told by email that an answer was entered." in shown


def test_her_own_answer_gives_way_to_none_without_a_reason(signed_in, member, path):
    shown = text(signed_in.post(path, CALLED))

    assert "Say why this stands in place of what they answered themselves" in shown
    assert member.answers.count() == 1


def test_a_script_gives_a_reason_too(officer, member):
    came = {"received_via": "PHONE", "on_behalf_of": "Ana", "given_on": TODAY, "original": None}

    with pytest.raises(Refused, match="Say why this stands in place"):
        record_answer(
            invitee=member, answer="AGREE", entered_because=" ", provenance=came, today=TODAY,
            by=officer, at=member.asked_at,
        )  # fmt: skip


def test_what_she_said_before_her_own_answer_does_not_replace_it(signed_in, member, path):
    earlier = {**CALLED, **BECAUSE, **day("given_on", date(2026, 2, 22))}

    shown = text(signed_in.post(path, earlier))

    assert "They answered themselves on 23 February 2026, after that day." in shown
    assert member.answers.count() == 1


def test_both_stay_visible_on_the_page_and_on_paper(signed_in, officer, asked, member, path):
    shown = text(signed_in.post(path, {**CALLED, **BECAUSE}, follow=True))

    assert "In place of their own answer, because: She rang and took her answer back." in shown
    assert f"from a telephone call of 25 February 2026. By {officer.full_name}." in shown
    assert "Before, themselves on the page, on 23 February 2026: agree" in shown
    printed = " ".join(row_of(people_of(asked)[0]))
    assert "because: She rang and took her answer back." in printed
    assert "Before, themselves on the page on 23 February 2026: agree." in printed


def test_she_is_told_and_nothing_of_the_case_is_in_the_mail(
    signed_in, asked, member, path, run_queued, mailoutbox
):
    with run_queued():
        signed_in.post(path, {**CALLED, **BECAUSE})

    mail = mailoutbox[-1]
    assert mail.to == [member.email]
    assert asked.get_absolute_url() in mail.body
    assert "Paragraph 3" not in mail.body
    assert "Ana" not in mail.body


def test_her_own_page_does_not_say_that_she_answered_so(client, signed_in, asked, member, path):
    signed_in.post(path, {**CALLED, **BECAUSE})

    client.force_login(member.user)
    shown = text(client.get(page("give-answer", asked.review.reference, asked.pk)))

    assert "An answer was entered for you, as given on 25 February 2026: object." in shown


def test_somebody_without_an_account_is_told_without_a_link(signed_in, asked):
    outside = AgreementInviteeFactory(round=asked)

    signed_in.post(page("record-answer", asked.review.reference, asked.pk, outside.pk), CALLED)

    told = Message.objects.get()
    assert (told.kind, told.to_address, told.path) == (
        "agreement_entered_told", outside.email, "",
    )  # fmt: skip
    assert outside.answers.get().entered_because == ""


def test_nobody_whose_access_is_held_is_told(signed_in, asked, member, path, monkeypatch):
    monkeypatch.setattr("reviews.access.held_addresses", lambda review: {member.email.lower()})

    signed_in.post(path, {**CALLED, **BECAUSE})

    assert member.answers.count() == 2
    assert not Message.objects.exists()
