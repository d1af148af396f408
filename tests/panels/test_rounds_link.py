"""Answering by a secret link, without an account, and what the page keeps to itself."""

from datetime import date

import pytest
import time_machine

from audit.models import ActorKind, AuditEvent
from messaging.models import Message
from panels.models import AgreementRound, AnswerKind, RoundOutcome
from panels.operations.answers import answer_by_link
from reviews.access import Refused, Role
from tests.factories.documents import DocumentFactory
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import PersonFactory, playing
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
)
from tests.panels.conftest import NOW
from tests.panels.saying import page, text

pytestmark = pytest.mark.django_db

LINK = page("agreement-link", "a-secret")
CODE_PAGE = page("agreement-link-code", "a-secret")


@pytest.fixture
def asked(review):
    return AgreementRoundFactory(review=review, note="Ring if in doubt.")


@pytest.fixture
def invitee(asked):
    return AgreementInviteeFactory(round=asked, full_name="Bo Asked", token="a-secret")


@pytest.fixture
def inside(client, invitee):
    """The browser of whoever has the link and has typed the code."""
    GuestCodeFactory(link=invitee.link, recorded_at=NOW)
    client.post(CODE_PAGE, {"code": CODE})
    return client


class TestBeforeTheCode:
    def test_it_says_the_reference_and_the_last_day(self, client, invitee):
        shown = text(client.get(LINK))

        assert f"Review {invitee.round.review.reference}." in shown
        assert "16 March 2026" in shown
        for kept in ("Terms of reference", "A text put to people", "Ring if in doubt.",
                     "Bo Asked", invitee.round.fingerprint):  # fmt: skip
            assert kept not in shown

    def test_nothing_is_answered(self, client, invitee):
        shown = text(client.post(LINK, {"answer": "AGREE"}))

        assert "Your agreement is asked" in shown
        assert not invitee.answers.exists()

    def test_the_code_goes_to_the_address_of_the_link(self, client, invitee):
        client.post(page("agreement-link-send-code", "a-secret"))

        sent = Message.objects.get(kind="agreement_code")
        assert sent.to_address == invitee.email

    def test_a_wrong_code_opens_nothing(self, client, invitee):
        GuestCodeFactory(link=invitee.link, recorded_at=NOW)

        shown = text(client.post(CODE_PAGE, {"code": "9999 9999"}))

        assert "This code is not right" in shown
        assert "Terms of reference" not in text(client.get(LINK))

    def test_the_visit_can_be_ended(self, inside, invitee):
        inside.post(page("agreement-link-leave", "a-secret"))

        assert "Your agreement is asked" in text(inside.get(LINK))


class TestThePage:
    def test_it_says_what_is_asked_and_of_whom(self, inside, invitee):
        PersonFactory(review=invitee.round.review, pseudonym="Maris")
        AgreementInviteeFactory(round=invitee.round, full_name="Di Other")

        shown = text(inside.get(LINK))

        assert "Terms of reference, version 1" in shown
        assert f"Review {invitee.round.review.reference}." in shown
        assert "by 16 March 2026 (in 14 days)" in shown
        assert "No answer counts as agreement" in shown
        assert "A text put to people" in shown
        assert "Ring if in doubt." in shown
        assert invitee.round.fingerprint in shown
        for kept in ("Maris", "Di Other", "OFFICIAL-SENSITIVE",
                     invitee.round.review.partnership.name, invitee.email):  # fmt: skip
            assert kept not in shown

    def test_a_draft_of_the_report_is_read_elsewhere(self, inside, invitee):
        AgreementRound.objects.update(subject_kind="DRAFT")

        shown = text(inside.get(LINK))

        assert "A text put to people" not in shown
        assert "given to you by other means" in shown

    def test_a_document_is_never_handed_out_by_link(self, client, review):
        asked = AgreementRoundFactory(
            review=review, text="", document=DocumentFactory(), sha256="b" * 64, is_sensitive=False
        )
        invitee = AgreementInviteeFactory(round=asked, token="a-secret")
        GuestCodeFactory(link=invitee.link, recorded_at=NOW)
        client.post(CODE_PAGE, {"code": CODE})

        assert "given to you by other means" in text(client.get(LINK))

    def test_looking_changes_nothing(self, client, invitee):
        for _ in range(2):
            client.get(LINK)
        client.head(LINK)

        assert not invitee.answers.exists()
        assert not AuditEvent.objects.exclude(event__startswith="review").exists()

    def test_no_cache_keeps_it_and_no_search_engine_finds_it(self, client, invitee):
        response = client.get(LINK)

        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]

    def test_it_opens_for_somebody_signed_in_as_another_too(self, client, invitee):
        client.force_login(playing(Role.PANEL_MEMBER, to=invitee.round.review))

        assert client.get(LINK).status_code == 200


class TestAnswering:
    def test_an_answer_is_recorded_as_by_nobody_signed_in(self, inside, invitee):
        shown = text(inside.post(LINK, {"answer": "AGREE"}, follow=True))

        given = invitee.answers.get()
        assert (given.answer, given.by_link, given.recorded_by) == (AnswerKind.AGREE, True, None)
        assert "You answered on 2 March 2026: agree." in shown
        event = AuditEvent.objects.get(event="agreement.answered")
        assert event.actor_kind == ActorKind.SIGNED_OUT
        assert event.subjects["invitee_id"] == invitee.pk

    def test_it_can_be_changed_until_the_last_day(self, inside, invitee):
        AgreementAnswerFactory(invitee=invitee, objects=True)

        assert "The period is too short." in text(inside.get(LINK))
        inside.post(LINK, {"answer": "AGREE"})

        assert invitee.answers.count() == 2

    def test_an_objection_needs_words(self, inside, invitee):
        shown = text(inside.post(LINK, {"answer": "OBJECT", "comment": " "}))

        assert "Say what you object to, and what would mend it" in shown
        assert not invitee.answers.exists()


class TestTheLink:
    @pytest.mark.parametrize("token", ["a-secreT", "b", "a-secret2"])
    def test_a_wrong_one_opens_nothing(self, client, invitee, token):
        response = client.get(page("agreement-link", token))

        assert response.status_code == 404
        assert "This link opens nothing" in text(response)
        assert invitee.round.review.reference not in text(response)

    def test_nobody_without_a_link_is_found_by_an_empty_one(self, client, asked):
        AgreementInviteeFactory(round=asked)

        assert client.get("/agreement//").status_code == 404

    def test_it_stands_through_the_last_day_and_no_longer(self, client, invitee):
        with time_machine.travel("2026-03-16 23:50", tick=False):
            assert client.get(LINK).status_code == 200
        with time_machine.travel("2026-03-17 00:10", tick=False):
            assert client.get(LINK).status_code == 404
            assert client.post(LINK, {"answer": "AGREE"}).status_code == 404
        assert not invitee.answers.exists()

    def test_it_ends_with_the_round(self, client, invitee):
        AgreementRound.objects.update(
            outcome=RoundOutcome.AGREED, closed_on="2026-03-01", closed_at="2026-03-01T09:00Z"
        )

        assert client.get(LINK).status_code == 404

    def test_it_ends_when_it_is_taken_back(self, client, invitee):
        invitee.link.revoked_at = NOW
        invitee.link.save()

        assert client.get(LINK).status_code == 404
        with pytest.raises(Refused, match="no longer open"):
            answer_by_link(
                invitee=invitee, answer="AGREE", today=date(2026, 3, 2), at=invitee.asked_at
            )

    def test_it_ends_for_who_left_the_panel(self, inside, invitee):
        invitee.member = PanelMemberFactory(review=invitee.round.review, left=True)
        invitee.save()

        assert inside.get(LINK).status_code == 404
        with pytest.raises(Refused, match="no longer open"):
            answer_by_link(invitee=invitee, answer="AGREE", today=date(2026, 3, 2), at=NOW)

    def test_it_opens_no_other_page(self, client, invitee):
        ref = invitee.round.review.reference
        client.get(LINK)

        for path in (page("rounds", ref), page("round", ref, invitee.round_id), page("terms", ref)):
            assert client.get(path).status_code == 302  # to the sign-in page
