"""Running a round: answers entered, reminders, settlements, the close."""

from datetime import date

import pytest
import time_machine

from messaging.models import Message
from panels.models import (
    AgreementAnswer,
    AgreementRound,
    AnswerKind,
    RoundOutcome,
)
from panels.operations.answers import settle
from panels.operations.rounds import withdraw_round
from reviews.access import Refused, Role
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import (
    playing,
)
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementDispositionFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
)
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(review):
    return AgreementRoundFactory(review=review)


@pytest.fixture
def invitee(asked):
    return AgreementInviteeFactory(round=asked, full_name="Bo Asked", token="secret")


def reminders():
    return Message.objects.filter(kind__startswith="agreement_reminded")


def by_email(**said):
    return {
        "received_via": "EMAIL",
        "on_behalf_of": "Bo Asked",
        **day("given_on", date(2026, 2, 25)),
        "answer": "AGREE",
        **said,
    }


class TestRunning:
    def path(self, name, asked, *more):
        return page(name, asked.review.reference, asked.pk, *more)

    def test_an_answer_by_email_is_entered_with_where_it_comes_from(
        self, signed_in, asked, invitee, officer
    ):
        path = self.path("record-answer", asked, invitee.pk)

        assert 'value="Bo Asked"' in text(signed_in.get(path))
        shown = text(signed_in.post(path, by_email(), follow=True))

        assert "The answer of Bo Asked is recorded." in shown
        assert "Entered for Bo Asked from an email of 25 February 2026." in shown
        assert invitee.answers.get().recorded_by == officer

    def test_the_original_is_kept_for_those_who_run_the_round(
        self, client, signed_in, asked, invitee
    ):
        answer = AgreementAnswerFactory(
            invitee=invitee, received_via="EMAIL", on_behalf_of="Bo Asked",
            given_on=date(2026, 2, 25), original=DocumentFactory(),
        )  # fmt: skip
        path = self.path("answer-file", asked, answer.pk)
        plain = AgreementAnswerFactory(invitee__round=asked)

        assert path in text(signed_in.get(self.path("round", asked)))
        assert signed_in.get(path).getvalue()
        assert signed_in.get(self.path("answer-file", asked, plain.pk)).status_code == 404
        client.force_login(playing(Role.PANEL_MEMBER, to=asked.review))
        assert client.get(path).status_code == 404

    @pytest.mark.parametrize(
        ("given_on", "words"),
        [
            (date(2026, 3, 3), "The answer must be today or in the past"),
            (date(2026, 2, 19), "They were asked only after that day"),
        ],
    )
    def test_an_impossible_day_is_refused(self, signed_in, asked, invitee, given_on, words):
        said = by_email(**day("given_on", given_on), comment="Kept as typed")

        shown = text(signed_in.post(self.path("record-answer", asked, invitee.pk), said))

        assert words in shown
        assert "Kept as typed" in shown

    def test_a_late_email_is_kept_and_marked(self, signed_in, asked, invitee):
        with time_machine.travel("2026-03-20 09:00", tick=False):
            signed_in.force_login(playing(Role.CSP_OFFICER, to=asked.review))
            said = by_email(**day("given_on", date(2026, 3, 18)))
            shown = text(
                signed_in.post(self.path("record-answer", asked, invitee.pk), said, follow=True)
            )

        assert "is recorded. It was late." in shown

    def test_an_email_found_after_the_close_is_kept_and_does_not_count(
        self, signed_in, review, officer
    ):
        closed = AgreementRoundFactory(review=review, agreed=True)
        invitee = AgreementInviteeFactory(round=closed)
        path = self.path("record-answer", closed, invitee.pk)

        assert "This round is closed: the answer is kept" in text(signed_in.get(path))
        shown = text(signed_in.post(path, by_email(), follow=True))

        assert "After the close: not counted" in shown
        assert "Agreed: 2 agree." in shown

    def test_those_who_have_not_answered_are_reminded_with_a_new_link(
        self, signed_in, asked, invitee
    ):
        AgreementAnswerFactory(invitee__round=asked)
        account = playing(Role.PANEL_MEMBER, to=asked.review)
        AgreementInviteeFactory(round=asked, user=account)
        AgreementInviteeFactory(round=asked)  # their link was taken back
        before = invitee.link_id

        shown = text(signed_in.get(self.path("round", asked)))
        assert "Remind the 2 people who have not answered" in shown
        said = text(signed_in.post(self.path("remind-round", asked), follow=True))

        assert "2 people are being reminded by email." in said
        invitee.refresh_from_db()
        assert invitee.link_id not in (None, before)
        assert invitee.reminded_at is not None
        assert "reminded 2 March 2026" in said
        assert sorted(reminders().values_list("kind", flat=True)) == [
            "agreement_reminded", "agreement_reminded_by_link",
        ]  # fmt: skip

    def test_whoever_runs_it_sees_where_the_link_went(self, signed_in, asked, invitee):
        said = text(signed_in.get(page("round", asked.review.reference, asked.pk)))
        assert invitee.email in said

    def test_a_reminder_says_that_the_answer_is_still_asked(
        self, signed_in, asked, invitee, run_queued, mailoutbox
    ):
        AgreementInviteeFactory(round=asked, user=playing(Role.PANEL_MEMBER, to=asked.review))
        with run_queued():
            signed_in.post(self.path("remind-round", asked))

        assert len(mailoutbox) == 2
        for mail in mailoutbox:
            assert "Your agreement is still asked" in mail.subject
            assert "We have not yet had your answer" in mail.body
            assert "Bo Asked" not in mail.body

    def test_nobody_is_reminded_after_the_last_day(self, signed_in, asked, invitee):
        AgreementRound.objects.update(closing_on=date(2026, 3, 1))

        assert "Remind the" not in text(signed_in.get(self.path("round", asked)))
        said = text(signed_in.post(self.path("remind-round", asked), follow=True))
        assert "The last day to answer is past." in said
        assert not reminders().exists()

    def test_one_is_reminded_in_the_singular(self, signed_in, asked, invitee):
        shown = text(signed_in.get(self.path("round", asked)))

        assert "Remind the 1 person who has not answered" in shown

    def test_a_link_is_taken_back(self, signed_in, asked, invitee):
        shown = text(signed_in.get(self.path("round", asked)))
        path = self.path("take-back-link", asked, invitee.pk)
        assert path in shown

        said = text(signed_in.post(path, follow=True))

        assert "The link of Bo Asked opens nothing any more." in said
        assert path not in said
        invitee.refresh_from_db()
        assert not invitee.has_link

    def test_an_objection_is_settled_with_a_reason(self, signed_in, asked, invitee):
        answer = AgreementAnswerFactory(invitee=invitee, objects=True)
        path = self.path("settle-answer", asked, answer.pk)

        assert "The period is too short." in text(signed_in.get(path))
        assert "Say why" in text(signed_in.post(path, {"kind": "NOT_TAKEN"}))
        signed_in.post(path, {"kind": "NOT_TAKEN", "words": "Weighed."})
        shown = text(
            signed_in.post(path, {"kind": "WITHDRAWN", "words": "They rang."}, follow=True)
        )

        assert "Withdrawn by the person who made it: " in shown
        assert "They rang." in text(signed_in.get(path))
        assert "Change what becomes of it" in shown

    def test_there_is_nothing_to_settle_in_agreement(self, signed_in, asked, invitee):
        answer = AgreementAnswerFactory(invitee=invitee)

        shown = signed_in.post(
            self.path("settle-answer", asked, answer.pk), {"kind": "MET", "words": "Thanks"}
        )

        assert "There is nothing to settle in this answer." in text(shown)

    def test_a_withdrawal_needs_a_reason(self, asked, officer):
        with pytest.raises(Refused, match="Say why the round is withdrawn"):
            withdraw_round(
                asked_round=asked,
                reason=" ",
                today=date(2026, 3, 2),
                by=officer,
                at=asked.recorded_at,
            )

    def test_an_answer_without_its_day_keeps_what_was_typed(self, signed_in, asked, invitee):
        said = by_email(given_on_day="", comment="Kept as typed")

        shown = text(signed_in.post(self.path("record-answer", asked, invitee.pk), said))

        assert "The day they gave it must include a day" in shown
        assert "Kept as typed" in shown

    def test_what_another_answer_stands_in_place_of_is_not_settled(self, asked, invitee, officer):
        answer = AgreementAnswerFactory(invitee=invitee, objects=True)
        AgreementAnswerFactory(invitee=invitee, objects=True)

        with pytest.raises(Refused, match="They have answered again since"):
            settle(answer=answer, kind="MET", words="Done.", by=officer, at=invitee.asked_at)
        assert not hasattr(answer, "disposition")

    def test_a_settlement_needs_words(self, asked, invitee, officer):
        answer = AgreementAnswerFactory(invitee=invitee, objects=True)

        with pytest.raises(Refused, match="Say why"):
            settle(answer=answer, kind="MET", words=" ", by=officer, at=invitee.asked_at)

    def test_it_is_not_closed_while_people_have_time(self, signed_in, asked, invitee):
        shown = text(signed_in.post(self.path("close-round", asked)))

        assert "1 person has until 16 March 2026 to answer. Close the round on 17 March" in shown
        AgreementInviteeFactory(round=asked)
        assert "2 people have" in text(signed_in.post(self.path("close-round", asked)))

    def test_it_is_not_closed_over_an_objection(self, signed_in, asked, invitee):
        answer = AgreementAnswerFactory(invitee=invitee, objects=True)

        shown = text(signed_in.post(self.path("close-round", asked)))
        assert "1 objection is not settled: Bo Asked. Say first what becomes of it." in shown
        assert f'href="{self.path("settle-answer", asked, answer.pk)}"' in shown
        AgreementAnswerFactory(invitee__round=asked, objects=True)
        assert "2 objections are" in text(signed_in.post(self.path("close-round", asked)))

    def test_it_says_what_it_comes_to_and_closes(self, signed_in, asked, officer):
        AgreementDispositionFactory(answer__invitee__round=asked)
        AgreementAnswerFactory(invitee__round=asked)
        path = self.path("close-round", asked)

        assert "Not agreed: 1 objection. 1 agrees." in text(signed_in.get(path))
        shown = text(signed_in.post(path, follow=True))

        asked.refresh_from_db()
        assert (asked.outcome, asked.closed_by) == (RoundOutcome.NOT_AGREED, officer)
        assert "Not agreed: 1 objection. 1 agrees." in shown
        assert f"Closed on 2 March 2026 by {officer.full_name}." in shown
        assert "Remind" not in shown
        assert "This round is closed." in text(signed_in.post(path))

    def test_silence_counts_as_was_said_once_the_last_day_is_past(self, signed_in, asked, invitee):
        AgreementRound.objects.update(closing_on=date(2026, 3, 1))

        shown = text(signed_in.post(self.path("close-round", asked), follow=True))

        assert "Agreed: 1 gave no answer, which counts as agreement." in shown

    def test_a_round_is_withdrawn_with_a_reason_and_its_links_end(
        self, client, signed_in, asked, invitee
    ):
        path = self.path("withdraw-round", asked)

        assert "Say why" in text(signed_in.post(path, {"reason": " "}))
        shown = text(signed_in.post(path, {"reason": "Wrong version"}, follow=True))

        assert "Withdrawn: Wrong version" in shown
        assert "Enter an answer" not in shown
        assert client.get(page("agreement-link", "secret")).status_code == 404
        said = signed_in.post(self.path("record-answer", asked, invitee.pk), by_email())
        assert "This round was withdrawn." in text(said)
        assert "This round is closed." in text(signed_in.post(path, {"reason": "Again"}))

    def test_answers_cannot_be_edited(self, invitee):
        answer = AgreementAnswerFactory(invitee=invitee)

        with pytest.raises(Exception, match="permission denied"):
            AgreementAnswer.objects.filter(pk=answer.pk).update(answer=AnswerKind.OBJECT)
