"""A round months later: who left is asked no more, who came after them is; and the summary."""

from datetime import date

import pytest

from messaging.models import Message
from panels.models import AgreementInvitee, AgreementRound, ShownAs
from panels.operations import invitations
from panels.queries.tally import people_of, tally
from reviews.access import Refused
from tests.documents.test_rendering import words_of
from tests.factories.documents import DocumentFactory
from tests.factories.panels import AT, PanelMemberFactory
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementDispositionFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
)
from tests.panels.saying import page, text

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


@pytest.fixture
def asked(review):
    return AgreementRoundFactory(review=review, silence="NOTHING")


@pytest.fixture
def coming(review):
    return PanelMemberFactory(review=review, full_name="Cy Coming")


@pytest.fixture
def gone(asked, coming):
    """Somebody asked who has since left, and handed over."""
    left = PanelMemberFactory(
        review=asked.review, left=True, full_name="Ann Gone", successor=coming,
        handed_over_on=date(2026, 2, 20),
    )  # fmt: skip
    return AgreementInviteeFactory(round=asked, member=left, full_name="Ann Gone", token="old")


class TestWhoeverIsInPost:
    def path(self, invitee):
        return page("ask-successor", invitee.round.review.reference, invitee.round_id, invitee.pk)

    def test_a_successor_is_asked_in_their_place(self, client, signed_in, asked, gone, coming):
        where = page("round", asked.review.reference, asked.pk)
        assert "Ask whoever came after them" in text(signed_in.get(where))

        shown = text(signed_in.post(self.path(gone), {"email": "cy@agency.example"}, follow=True))

        assert "Cy Coming is asked instead" in shown
        assert "Ask whoever came after them" not in shown
        instead = AgreementInvitee.objects.get(in_place_of=gone)
        assert (instead.member, instead.has_link) == (coming, True)
        assert client.get(page("agreement-link", "old")).status_code == 404
        count = tally(people_of(asked))
        assert (count.silent, count.left) == (1, 0)

    def test_who_left_is_not_reminded_and_not_silent(self, asked, gone, officer):
        reminded = invitations.remind(asked_round=asked, today=TODAY, by=officer, at=AT)

        assert reminded == 0
        assert not Message.objects.filter(kind="agreement_reminded_by_link").exists()
        count = tally(people_of(asked))
        assert (count.silent, count.left) == (0, 1)
        assert "1 left the panel without an answer" in count.parts(silence_agrees=False)

    def test_an_answer_given_before_they_left_counts(self, asked, gone):
        AgreementAnswerFactory(invitee=gone)

        count = tally(people_of(asked))

        assert (count.agree, count.left) == (1, 0)

    def ask(self, invitee, officer, email="cy@agency.example"):
        return invitations.ask_successor(
            invitee=invitee, email=email, today=TODAY, by=officer, at=AT
        )

    def test_only_in_place_of_somebody_who_left_and_once(self, asked, gone, officer):
        with pytest.raises(Refused, match="on the panel still"):
            self.ask(AgreementInviteeFactory(round=asked), officer)
        with pytest.raises(Refused, match="asked already"):
            self.ask(gone, officer, email=gone.email.upper())
        self.ask(gone, officer)
        with pytest.raises(Refused, match="asked in their place already"):
            self.ask(AgreementInvitee.objects.get(pk=gone.pk), officer, email="b@agency.example")

    def test_whoever_came_after_them_is_recorded_first(self, signed_in, asked):
        left = PanelMemberFactory(review=asked.review, left=True)
        invitee = AgreementInviteeFactory(round=asked, member=left)

        shown = text(signed_in.post(self.path(invitee), {"email": "cy@agency.example"}))

        assert "who came after them first" in shown


class TestTheSummary:
    def test_it_prints_who_said_what_and_what_it_came_to(self, signed_in, asked, gone):
        against = AgreementInviteeFactory(round=asked, full_name="Bo Against")
        answer = AgreementAnswerFactory(invitee=against, objects=True)
        AgreementDispositionFactory(answer=answer, words="It stays as it is.")
        late = AgreementInviteeFactory(
            round=asked,
            full_name="Di Late",
            member=PanelMemberFactory(
                review=asked.review, full_name="Di Late", job_title="Head of housing",
                shown_as=ShownAs.TITLE,
            ),
        )  # fmt: skip
        AgreementAnswerFactory(
            invitee=late, received_via="EMAIL", on_behalf_of="Di Late",
            given_on=date(2026, 3, 2), original=DocumentFactory(),
        )  # fmt: skip
        AgreementInviteeFactory(round=asked, full_name="Una Silent")

        AgreementRound.objects.update(closing_on=date(2026, 3, 1))
        signed_in.post(page("close-round", asked.review.reference, asked.pk))
        response = signed_in.get(page("round-paper", asked.review.reference, asked.pk))

        printed = " ".join(" ".join(words_of(response.content)).split())
        assert "Not agreed: 1 objection." in printed
        assert "1 gave no answer, which is no agreement" in printed
        assert "Bo Against" in printed
        assert "It stays as it is." in printed
        assert "Head of housing" in printed
        assert "Late." in printed
        assert "Una Silent" in printed
        assert "No answer" in printed
        assert "Left the panel" in printed

    def test_an_open_round_says_that_nothing_is_agreed(self, signed_in, asked):
        response = signed_in.get(page("round-paper", asked.review.reference, asked.pk))

        assert "Nothing is agreed yet." in " ".join(" ".join(words_of(response.content)).split())
