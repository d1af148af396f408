"""Who reads a round, who answers in it, and the list of rounds."""

from datetime import date

import pytest
import time_machine

from audit.models import AuditEvent
from panels.models import (
    AgreementRound,
    AnswerKind,
    RoundOutcome,
    SubjectKind,
)
from panels.operations.answers import give_answer
from reviews.access import Refused, Role
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    ReviewFactory,
    playing,
)
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementDispositionFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
)
from tests.panels.saying import page, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(review):
    """A panel member who has an account."""
    user = playing(Role.PANEL_MEMBER, to=review)
    return PanelMemberFactory(review=review, user=user, full_name="Ana Member")


@pytest.fixture
def asked(review):
    return AgreementRoundFactory(review=review)


@pytest.fixture
def invitee(asked):
    return AgreementInviteeFactory(round=asked, full_name="Bo Asked", token="secret")


class TestWho:
    PAGES = ("rounds", "round", "give-answer", "close-round", "withdraw-round")

    def paths(self, asked):
        ref = asked.review.reference
        return [page(name, ref, *(() if name == "rounds" else (asked.pk,))) for name in self.PAGES]

    def test_strangers_find_nothing(self, client, asked):
        part = AgencyInvolvementFactory(review=asked.review)
        for stranger in (UserFactory(), playing(Role.IMR_AUTHOR, to=part),
                         playing(Role.CSP_OFFICER, to=ReviewFactory()),
                         playing(Role.HOME_OFFICE_LIAISON, to=asked.review)):  # fmt: skip
            client.force_login(stranger)
            for path in self.paths(asked):
                assert client.get(path).status_code == 404

    def test_the_panel_reads_rounds_and_runs_none(self, client, asked, invitee):
        client.force_login(playing(Role.PANEL_MEMBER, to=asked.review))
        ref = asked.review.reference

        said = text(client.get(page("round", ref, asked.pk)))
        assert "Bo Asked" in said
        assert invitee.email not in said
        assert client.get(page("rounds", ref)).status_code == 200
        for name in ("close-round", "withdraw-round"):
            assert client.get(page(name, ref, asked.pk)).status_code == 404
        assert client.post(page("remind-round", ref, asked.pk)).status_code == 404
        for name in ("record-answer", "take-back-link"):
            assert client.post(page(name, ref, asked.pk, invitee.pk)).status_code == 404

    def test_who_was_not_asked_cannot_answer(self, client, asked, invitee):
        client.force_login(playing(Role.PANEL_MEMBER, to=asked.review))

        path = page("give-answer", asked.review.reference, asked.pk)
        assert client.get(path).status_code == 404

    def test_a_round_about_drafts_is_for_those_who_read_drafts(self, client, review):
        about_draft = AgreementRoundFactory(
            review=review, subject_kind=SubjectKind.DRAFT, label="Overview report"
        )
        client.force_login(playing(Role.NEIGHBOURING_OFFICER, to=review))

        shown = text(client.get(page("rounds", review.reference)))

        assert "Overview report" not in shown
        path = page("round", review.reference, about_draft.pk)
        assert client.get(path).status_code == 404

    def test_rounds_of_another_review_are_not_there(self, signed_in, review):
        other = AgreementRoundFactory()

        for name in ("round", "close-round", "withdraw-round"):
            assert signed_in.get(page(name, review.reference, other.pk)).status_code == 404


class TestAnswering:
    @pytest.fixture
    def mine(self, asked, member):
        return AgreementInviteeFactory(round=asked, user=member.user)

    @pytest.fixture
    def path(self, asked):
        return page("give-answer", asked.review.reference, asked.pk)

    def test_somebody_asked_reads_the_text_as_it_was_put_and_answers(
        self, client, mine, member, path
    ):
        client.force_login(member.user)

        shown = text(client.get(path))
        assert "A text put to people." in shown
        assert mine.round.fingerprint in shown
        assert "No answer counts as agreement" in shown
        response = client.post(path, {"answer": "AGREE"}, follow=True)

        assert "Your answer is recorded." in text(response)
        given = mine.answers.get()
        assert (given.answer, given.recorded_by) == (AnswerKind.AGREE, member.user)
        assert not given.is_late
        assert AuditEvent.objects.get(event="agreement.answered").actor_id == member.user.pk

    def test_an_answer_can_be_changed_and_the_first_is_kept(self, client, mine, member, path):
        AgreementAnswerFactory(invitee=mine, objects=True)
        client.force_login(member.user)

        assert "You answered on 23 February 2026: object." in text(client.get(path))
        shown = text(client.post(path, {"answer": "AGREE"}, follow=True))

        assert mine.answers.count() == 2
        assert (
            "Before, themselves on the page, on 23 February 2026: object: The period is too short."
            in shown
        )

    @pytest.mark.parametrize(
        ("answer", "words"),
        [("OBJECT", "Say what you object to"), ("WITH_COMMENTS", "Write your comments")],
    )
    def test_an_objection_or_comment_needs_words(self, client, mine, member, path, answer, words):
        client.force_login(member.user)

        assert words in text(client.post(path, {"answer": answer}))
        assert "Answer “Do you agree?”" in text(client.post(path, {"answer": ""}))

    def test_after_the_last_day_it_is_kept_and_marked_late(self, client, mine, member, path):
        with time_machine.travel("2026-03-17 09:00", tick=False):
            client.force_login(member.user)
            shown = text(client.post(path, {"answer": "AGREE"}, follow=True))

        assert mine.answers.get().is_late
        assert "Late" in shown

    def test_after_the_close_nothing_more_is_taken(self, client, mine, member, path):
        AgreementRound.objects.update(
            outcome=RoundOutcome.AGREED, closed_on="2026-03-01", closed_at="2026-03-01T09:00Z"
        )
        client.force_login(member.user)

        assert "This round is closed." in text(client.post(path, {"answer": "AGREE"}))
        asked = text(client.get(path, follow=True))
        assert "This round is closed: it takes no more answers." in asked
        assert "Give this answer" not in asked

    def test_nobody_answers_for_another(self, mine, review):
        other = playing(Role.PANEL_MEMBER, to=review)

        with pytest.raises(Refused, match="You were not asked"):
            give_answer(invitee=mine, answer="AGREE", by=other, at=mine.asked_at)

    def test_a_document_is_handed_to_those_who_may_read_it(self, client, review, member):
        asked = AgreementRoundFactory(
            review=review, text="", document=DocumentFactory(), sha256="a" * 64
        )
        without = AgreementRoundFactory(review=review)
        client.force_login(member.user)

        shown = client.get(page("round", review.reference, asked.pk))
        assert "Download the document" in text(shown)
        path = page("round-document", review.reference, asked.pk)
        response = client.get(path)
        assert response["Content-Disposition"].startswith("attachment")
        assert response.getvalue()
        path = page("round-document", review.reference, without.pk)
        assert client.get(path).status_code == 404


class TestListing:
    def test_rounds_stand_latest_first_with_their_outcome(self, signed_in, review):
        AgreementRoundFactory(review=review, agreed=True, version="1", opened_on=date(2026, 2, 1))
        running = AgreementRoundFactory(review=review, version="2")
        AgreementAnswerFactory(invitee__round=running)
        AgreementInviteeFactory(round=running)

        shown = text(signed_in.get(page("rounds", review.reference)))

        assert shown.index("version 2") < shown.index("version 1")
        assert "1 of 2" in shown
        assert "16 March 2026 (in 14 days)" in shown

    def test_without_any_it_says_where_they_begin(self, signed_in, review):
        assert "Nothing was put to people yet" in text(
            signed_in.get(page("rounds", review.reference))
        )

    @pytest.mark.parametrize("rows", [3, 30])
    def test_in_as_many_queries_whatever_the_number(
        self, client, review, rows, django_assert_max_num_queries
    ):
        for _ in range(rows):
            made = AgreementRoundFactory(review=review)
            AgreementDispositionFactory(answer__invitee__round=made)
        for _ in range(rows):
            AgreementDispositionFactory(answer__invitee__round=made)
            AgreementInviteeFactory(round=made)
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))

        with django_assert_max_num_queries(15):
            client.get(page("rounds", review.reference))
        with django_assert_max_num_queries(15):
            client.get(page("round", review.reference, made.pk))
