"""Rounds of agreement on the page: asked, answered, entered, reminded, settled, closed."""

from datetime import date

import pytest
import time_machine

from audit.models import AuditEvent
from messaging.models import Message
from panels.models import (
    AgreementAnswer,
    AgreementInvitee,
    AgreementRound,
    AnswerKind,
    RoundOutcome,
    SubjectKind,
)
from panels.models.invitee import token_hash
from panels.operations.answers import give_answer, settle
from panels.queries.terms import hash_of
from reviews.access import Refused, Role
from tests.factories.agencies import UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)
from tests.factories.terms import (
    AgreementAnswerFactory,
    AgreementDispositionFactory,
    AgreementInviteeFactory,
    AgreementRoundFactory,
    TermsOfReferenceFactory,
    TermsSectionFactory,
)
from tests.pages.reading import Html
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db

LAST_DAY = date(2026, 3, 16)


@pytest.fixture
def draft(review):
    return TermsOfReferenceFactory(review=review)


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


def put(**said):
    return {**day("closing_on", LAST_DAY), "silence": "AGREES", **said}


def by_email(**said):
    return {
        "received_via": "EMAIL",
        "on_behalf_of": "Bo Asked",
        **day("given_on", date(2026, 2, 25)),
        "answer": "AGREE",
        **said,
    }


class TestAsking:
    def ask(self, client, draft, **said):
        path = page("ask-terms", draft.review.reference)
        return client.post(path, put(**said))

    def test_first_it_says_who_will_be_emailed(self, signed_in, draft, member):
        said = {
            f"ask_{member.pk}": "on",
            f"email_{member.pk}": member.user.email,
            "name_1": "Cy Outside",
            "other_email_1": "cy@agency.example",
            "note": "The last page is new.",
        }

        shown = self.ask(signed_in, draft, **said)

        words = text(shown)
        assert "2 people will be emailed" in words
        assert "The last day to answer is 16 March 2026. No answer counts as agreement." in words
        assert "Email 2 people" in words
        assert not AgreementRound.objects.exists()
        again = Html(words)
        kept = {box["name"]: box["value"] for box in again.all("input", type="hidden")}
        assert kept["note"] == "The last page is new."

    def test_then_it_asks_them(self, signed_in, draft, member):
        said = {
            f"ask_{member.pk}": "on",
            f"email_{member.pk}": member.user.email.upper(),
            "name_1": "Cy Outside",
            "organisation_1": "Elsewhere",
            "other_email_1": "cy@agency.example",
            "confirmed": "yes",
        }

        response = self.ask(signed_in, draft, **said)

        made = AgreementRound.objects.get()
        assert response["Location"] == made.get_absolute_url()
        assert (made.subject_kind, made.subject_key) == (SubjectKind.TERMS, str(draft.pk))
        assert (made.title, made.sha256) == ("Terms of reference, version 1", hash_of(draft))
        with_account, without = made.invitees.all()
        assert with_account.user == member.user
        assert not with_account.has_link
        assert without.has_link
        page_of_it, link = Message.objects.order_by("pk")
        assert (page_of_it.kind, page_of_it.path) == ("agreement_asked", made.get_absolute_url())
        assert link.kind == "agreement_asked_by_link"
        token = link.path.strip("/").rpartition("/")[2]
        assert without.token_sha256 == token_hash(token)
        assert len(token) >= 43  # 256 bits
        event = AuditEvent.objects.get(event="agreement.asked")
        assert event.subjects["people"] == 2

    def test_one_can_go_back_and_change_something(self, signed_in, draft, member):
        said = {f"ask_{member.pk}": "on", f"email_{member.pk}": "a@b.example", "change": "yes"}

        assert 'value="a@b.example"' in text(self.ask(signed_in, draft, **said))

    def test_a_member_without_an_address_is_named(self, signed_in, draft):
        member = PanelMemberFactory(review=draft.review, full_name="Ana Member")

        words = text(self.ask(signed_in, draft, **{f"ask_{member.pk}": "on"}))

        assert "Enter the email address of Ana Member, or do not ask them" in words

    def test_somebody_else_needs_name_and_address(self, signed_in, draft):
        only_name = text(self.ask(signed_in, draft, name_1="Cy"))
        only_email = text(self.ask(signed_in, draft, other_email_2="cy@agency.example"))
        wrong = text(self.ask(signed_in, draft, name_1="Cy", other_email_1="cy"))

        assert "Enter both the name and the email address of person 1" in only_name
        assert "Enter both the name and the email address of person 2" in only_email
        assert "in the correct format" in wrong

    def test_asking_nobody_leads_nowhere(self, signed_in, draft):
        assert "Email 0" not in text(self.ask(signed_in, draft))
        assert "Choose who is asked" in text(self.ask(signed_in, draft, confirmed="yes"))

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"name_2": "Di", "other_email_2": "CY@agency.example"},
             "Two people have the same email address"),
            (day("closing_on", date(2026, 3, 1)), "The last day to answer must be today or later"),
            ({"note": "Mind what Oriel Vantongren said"}, "“Note” holds the true name of Maris."),
        ],
    )  # fmt: skip
    def test_what_cannot_be_asked_keeps_what_was_typed(self, signed_in, draft, said, words):
        PersonFactory(review=draft.review, true_name="Oriel Vantongren", pseudonym="Maris")
        first = {"name_1": "Cy", "other_email_1": "cy@agency.example", "confirmed": "yes"}

        shown = text(self.ask(signed_in, draft, **first, **said))

        assert words in shown
        assert 'value="cy@agency.example"' in shown
        assert not AgreementRound.objects.exists()

    def test_a_second_round_about_the_same_waits_for_the_first(self, signed_in, draft):
        AgreementRoundFactory(review=draft.review, subject_key=str(draft.pk))

        said = {"name_1": "Cy", "other_email_1": "cy@agency.example", "confirmed": "yes"}

        assert "A round about this is open" in text(self.ask(signed_in, draft, **said))

    def test_a_text_that_gives_somebody_away_goes_to_nobody(self, signed_in, draft):
        PersonFactory(review=draft.review, true_name="Oriel Vantongren", pseudonym="Maris")
        TermsSectionFactory(terms=draft, text="Oriel Vantongren")
        shown = text(signed_in.get(page("ask-terms", draft.review.reference)))

        assert "It cannot be put to anybody yet" in shown
        assert "Continue" not in shown
        said = {"name_1": "Cy", "other_email_1": "cy@agency.example", "confirmed": "yes"}
        assert "holds the true name" in text(self.ask(signed_in, draft, **said))

    def test_a_member_who_left_the_review_gets_a_link(self, signed_in, draft, member):
        member.user.memberships.update(until_on=date(2026, 2, 1))
        said = {f"ask_{member.pk}": "on", f"email_{member.pk}": member.user.email}

        self.ask(signed_in, draft, **said, confirmed="yes")

        assert AgreementInvitee.objects.get().user is None

    def test_the_emails_hold_nothing_of_the_case(
        self, signed_in, draft, member, run_queued, mailoutbox
    ):
        said = {
            f"ask_{member.pk}": "on", f"email_{member.pk}": member.user.email,
            "name_1": "Cy Outside", "other_email_1": "cy@agency.example", "note": "Canary",
        }  # fmt: skip
        with run_queued():
            self.ask(signed_in, draft, **said, confirmed="yes")

        assert len(mailoutbox) == 2
        for mail in mailoutbox:
            assert "Canary" not in mail.body
            assert draft.review.reference in mail.body
        link = Message.objects.get(kind="agreement_asked_by_link")
        assert link.path == ""  # forgotten once sent


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

        assert "Bo Asked" in text(client.get(page("round", ref, asked.pk)))
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
        assert "Before, on 23 February 2026: object: The period is too short." in shown

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
        before = invitee.token_sha256

        shown = text(signed_in.get(self.path("round", asked)))
        assert "Remind the 2 people who have not answered" in shown
        said = text(signed_in.post(self.path("remind-round", asked), follow=True))

        assert "2 people are being reminded by email." in said
        invitee.refresh_from_db()
        assert invitee.token_sha256 not in ("", before)
        assert invitee.reminded_at is not None
        assert "reminded 2 March 2026" in said
        assert sorted(Message.objects.values_list("kind", flat=True)) == [
            "agreement_reminded", "agreement_reminded_by_link",
        ]  # fmt: skip

    def test_nobody_is_reminded_after_the_last_day(self, signed_in, asked, invitee):
        AgreementRound.objects.update(closing_on=date(2026, 3, 1))

        assert "Remind the" not in text(signed_in.get(self.path("round", asked)))
        said = text(signed_in.post(self.path("remind-round", asked), follow=True))
        assert "The last day to answer is past." in said
        assert not Message.objects.exists()

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
        AgreementAnswerFactory(invitee=invitee, objects=True)

        shown = text(signed_in.post(self.path("close-round", asked)))
        assert "1 objection is not settled. Say first what becomes of it." in shown
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
