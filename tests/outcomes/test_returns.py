"""Six-month returns: when an agency is asked, what it signs off, what is asked back, who chases."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from actionplans.cycle import ActionStatus
from actionplans.models import Action
from audit.models import AuditEvent
from documents.models import Route
from outcomes.gates import returns_are_in
from outcomes.models import ReturnAnswer, SixMonthReturn
from outcomes.operations import returns as operations
from outcomes.operations.asking import ask_for_returns
from outcomes.operations.returns import Said, SignedBy, field_of
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.actionplans.saying import day
from tests.factories.actionplans import ActionFactory, RecommendationFactory
from tests.factories.outcomes import (
    ReturnLineFactory,
    ReturnQuestionFactory,
    ReturnSignOffFactory,
    SixMonthReturnFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing
from tests.outcomes.conftest import NOW
from tests.pages.reading import Html
from tests.reviews.clock import clock_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 1)
CLEARED = date(2026, 4, 2)
BY_EMAIL = {"received_via": Route.EMAIL, "on_behalf_of": "Edda Marsh", "given_on": TODAY}


@pytest.fixture
def action(review, part):
    review.moves.filter(to_stage=Stage.CLEARED).update(moved_on=CLEARED)
    one = RecommendationFactory(review=review, addressee=part)
    return ActionFactory(recommendation=one, text="Write a course.")


@pytest.fixture
def asked(action):
    """The return that the agency was asked for, two months before it is due."""
    assert ask_for_returns(today=TODAY, at=NOW) == 1
    return SixMonthReturn.objects.get()


def signed_off(returned, by, *, provenance=(), **said):
    line = returned.lines.get()
    return operations.sign_off(
        returned=returned,
        said=[Said(line=line, on=TODAY, **said)],
        signed=SignedBy(full_name="Edda Marsh", job_title="Head", signed_off_on=TODAY),
        provenance=dict(provenance),
        today=TODAY,
        by=by,
        at=NOW,
    )


class TestAsking:
    @pytest.mark.parametrize(
        ("today", "asks"),
        [(date(2026, 8, 1), 0), (date(2026, 8, 2), 1), (date(2026, 10, 2), 1)],
    )
    def test_an_agency_is_asked_two_months_before_half_a_year_is_over(self, action, today, asks):
        assert ask_for_returns(today=today, at=NOW) == asks
        if asks:
            made = SixMonthReturn.objects.get()
            assert (made.from_on, made.due_on) == (CLEARED, date(2026, 10, 2))

    def test_it_is_asked_once_and_not_again_while_it_owes_one(self, asked):
        assert ask_for_returns(today=TODAY, at=NOW) == 0
        assert ask_for_returns(today=date(2027, 9, 1), at=NOW) == 0

    def test_the_words_stay_as_they_stood_when_it_was_asked(self, asked, action):
        Action.objects.update(text="Write something else.", status=ActionStatus.IN_PROGRESS)
        line = asked.lines.get()
        assert (line.text, line.status) == ("Write a course.", ActionStatus.NOT_STARTED)

    def test_the_next_is_asked_half_a_year_after_the_last(self, asked, contact):
        signed_off(asked, contact)
        assert ask_for_returns(today=date(2027, 1, 31), at=NOW) == 0
        assert ask_for_returns(today=date(2027, 2, 2), at=NOW) == 1
        assert SixMonthReturn.objects.get(number=2).due_on == date(2027, 4, 2)

    def test_nothing_is_asked_of_what_is_finished_or_given_up(self, action):
        Action.objects.update(status=ActionStatus.CANNOT_DO, given_up_because="No money.")
        assert ask_for_returns(today=TODAY, at=NOW) == 0

    def test_nothing_is_asked_before_clearance_or_after_the_end(self, place, action, review):
        ActionFactory(recommendation__review=ReviewFactory(at_stage=Stage.HO_QA))
        review.stage = Stage.CONCLUDED
        review.save()
        assert ask_for_returns(today=date(2027, 9, 1), at=NOW) == 0

    def test_of_a_review_taken_over_from_paper_the_next_to_come_is_asked(self, action, review):
        review.moves.filter(to_stage=Stage.CLEARED).update(moved_on=date(2024, 4, 2))
        review.recorded_at = datetime(2026, 5, 1, tzinfo=UTC)
        review.save()
        ask_for_returns(today=TODAY, at=NOW)
        assert SixMonthReturn.objects.get().due_on == date(2026, 10, 2)


class TestSigningOff:
    def test_one_sitting_reports_on_the_actions_and_meets_the_deadline(
        self, review, asked, contact, action
    ):
        key = f"return-{asked.pk}"
        assert clock_of(review, "D24")[key] == (CLEARED, date(2026, 10, 2), None)
        signed_off(asked, contact, claims=ActionStatus.IN_PROGRESS, words="Two of four are held.")
        action.refresh_from_db()
        assert (action.status, action.said_last.words) == (
            ActionStatus.IN_PROGRESS, "Two of four are held.",
        )  # fmt: skip
        assert clock_of(review, "D24")[key][2] == TODAY
        assert AuditEvent.objects.filter(event="return.signed_off").count() == 1

    def test_what_is_left_as_it_is_is_confirmed_in_the_log(self, asked, contact, action):
        signed_off(asked, contact)
        action.refresh_from_db()
        assert action.status == ActionStatus.NOT_STARTED
        assert "As before" in action.said_last.words
        assert ReturnAnswer.objects.get().is_as_before

    def test_a_line_left_out_is_refused(self, asked, contact, action):
        ReturnLineFactory(six_month_return=asked)
        first = Said(line=asked.lines.first(), on=TODAY)
        signed = SignedBy(full_name="E", job_title="H", signed_off_on=TODAY)
        with pytest.raises(Refused, match="every action"):
            operations.sign_off(
                returned=asked, said=[first], signed=signed, provenance={}, today=TODAY,
                by=contact, at=NOW,
            )  # fmt: skip

    def test_what_a_line_may_not_claim_is_said_beside_it_and_nothing_is_kept(self, asked, contact):
        line = asked.lines.get()
        with pytest.raises(Refused, match=r"Action 1\.1: ") as refusal:
            signed_off(asked, contact, claims=ActionStatus.DONE_VERIFIED, words="Checked by us.")
        assert refusal.value.field == field_of(line, "claims")

    def test_another_agency_and_the_officer_in_person_are_refused(self, asked, review, officer):
        other = playing(Role.AGENCY_CONTACT, to=AgencyInvolvementFactory(review=review))
        with pytest.raises(Refused, match="Your role"):
            signed_off(asked, other)
        with pytest.raises(Refused, match="Say from whom"):
            signed_off(asked, officer)

    def test_what_came_by_email_is_entered_with_where_it_comes_from(self, asked, officer, action):
        made = signed_off(asked, officer, provenance=BY_EMAIL, words="Begun.")
        assert "Entered for Edda Marsh from an email" in made.provenance
        action.refresh_from_db()
        assert action.said_last.is_on_behalf

    def test_it_is_signed_once_until_it_is_sent_back(self, asked, contact, officer, review):
        signed_off(asked, contact)
        with pytest.raises(Refused, match="signed off already"):
            signed_off(asked, contact)
        send_back(asked, officer)
        assert clock_of(review, "D24")[f"return-{asked.pk}"][2] is None
        signed_off(asked, contact, words="Six teams have been.")
        assert clock_of(review, "D24")[f"return-{asked.pk}"][2] == TODAY

    def test_a_day_to_come_is_refused(self, asked, contact):
        with pytest.raises(Refused, match="today or in the past"):
            operations.sign_off(
                returned=asked, said=[], provenance={}, today=TODAY, by=contact, at=NOW,
                signed=SignedBy(full_name="E", job_title="H", signed_off_on=date(2026, 9, 2)),
            )  # fmt: skip


def send_back(returned, by, words="Which teams?"):
    return operations.send_back(returned=returned, words=words, today=TODAY, by=by, at=NOW)


class TestSendingBack:
    def test_only_what_is_signed_off_is_asked_about_and_only_in_words(
        self, asked, officer, contact
    ):
        with pytest.raises(Refused, match="not signed it off"):
            send_back(asked, officer)
        signed_off(asked, contact)
        with pytest.raises(Refused, match="Enter the question"):
            send_back(asked, officer, words=" ")
        send_back(asked, officer)
        with pytest.raises(Refused, match="not signed it off"):
            send_back(asked, officer)

    def test_the_agency_does_not_send_its_own_back(self, asked, contact):
        signed_off(asked, contact)
        with pytest.raises(Refused, match="Your role"):
            send_back(asked, contact)


class TestConclusion:
    def test_a_return_that_waits_keeps_a_review_from_its_end(self, review, asked, contact, officer):
        (blocker,) = returns_are_in(review)
        assert blocker.words == "Tern Valley Housing has not signed off its six-month return."
        signed_off(asked, contact)
        assert not returns_are_in(review)
        send_back(asked, officer)
        assert returns_are_in(review)


class TestAfterTheEnd:
    @pytest.fixture
    def ended(self, client, asked, contact, part):
        part.review.stage = Stage.CONCLUDED
        part.review.save()
        client.force_login(contact)
        return part.review

    def test_no_agency_is_told_that_a_return_waits(self, client, ended, asked, part):
        where = reverse("outcomes:agency-returns", args=[ended.reference, part.pk])
        for path in (where, asked.get_absolute_url()):
            text = Html(client.get(path).content.decode()).text
            assert "This review has ended" in text
            assert "Not signed off before the review ended" in text
            assert "Answer and sign off" not in text
            assert "to fill in" not in text
        work = Html(client.get(reverse("reviews:my-work")).content.decode()).text
        assert "return" not in work
        assert "Report on action" not in work

    def test_an_old_link_to_its_form_says_that_the_review_has_ended(self, client, ended, asked):
        sign = reverse("outcomes:sign-return", args=[ended.reference, asked.pk])
        for page in (client.get(sign, follow=True), client.post(sign, posted(asked), follow=True)):
            assert page.status_code == 200
            assert "none is answered any more" in Html(page.content.decode()).text
        assert not asked.sign_offs.exists()


class TestPages:
    def test_an_agency_answers_from_where_its_reminder_leads(self, client, asked, contact, part):
        client.force_login(contact)
        where = reverse("outcomes:agency-returns", args=[part.review.reference, part.pk])
        sign = reverse("outcomes:sign-return", args=[part.review.reference, asked.pk])
        assert sign in client.get(where).content.decode()
        html = Html(client.get(sign).content.decode())
        assert "Write a course." in html.text
        answer = client.post(sign, posted(asked, claims="IN_PROGRESS", words="Two are held."))
        assert answer.url == asked.get_absolute_url()
        assert "Two are held." in Html(client.get(answer.url).content.decode()).text

    def test_a_claim_without_words_is_asked_for_them_beside_its_action(
        self, client, asked, contact
    ):
        client.force_login(contact)
        sign = reverse("outcomes:sign-return", args=[asked.involvement.review.reference, asked.pk])
        text = client.post(sign, posted(asked, claims="IN_PROGRESS")).content.decode()
        assert "Say what was done about action 1.1" in text
        assert asked.lines.get().action.status == ActionStatus.NOT_STARTED

    def test_the_officer_says_where_it_comes_from(self, client, asked, officer):
        client.force_login(officer)
        sign = reverse("outcomes:sign-return", args=[asked.involvement.review.reference, asked.pk])
        assert "on_behalf_of" in client.post(sign, posted(asked)).context["form"].errors
        given = {"received_via": "EMAIL", "on_behalf_of": "Edda Marsh", **day("given_on", TODAY)}
        assert client.post(sign, {**posted(asked), **given}).status_code == 302

    def test_what_changed_since_the_last_return_is_said(self, client, asked, contact, part):
        signed_off(asked, contact, claims=ActionStatus.IN_PROGRESS, words="Begun.")
        ActionFactory(recommendation__review=part.review, lead=part)
        ask_for_returns(today=date(2027, 2, 2), at=NOW)
        client.force_login(contact)
        later = SixMonthReturn.objects.get(number=2)
        text = Html(client.get(later.get_absolute_url()).content.decode()).text
        assert "Not started at the last return; now in progress" in text
        assert text.count("New since the last return") == 1

    def test_a_question_stands_beside_the_return(self, client, asked, contact, officer):
        signed_off(asked, contact)
        client.force_login(officer)
        back = reverse("outcomes:send-back", args=[asked.involvement.review.reference, asked.pk])
        assert client.post(back, {"words": "Which teams?"}).status_code == 302
        client.force_login(contact)
        sign = reverse("outcomes:sign-return", args=[asked.involvement.review.reference, asked.pk])
        assert "Which teams?" in client.get(sign).content.decode()

    def test_the_partnership_sees_who_has_answered(self, client, review, officer, part):
        waits = SixMonthReturnFactory(involvement=part)
        done = ReturnSignOffFactory(six_month_return__involvement__review=review)
        ReturnQuestionFactory(sign_off__six_month_return__involvement__review=review)
        client.force_login(officer)
        page = client.get(reverse("outcomes:returns", args=[review.reference]))
        assert "2 of 3 returns wait for the agency" in Html(page.content.decode()).text
        assert page.context["returns"][-1] == done.six_month_return
        assert waits in page.context["returns"][:2]

    def test_the_file_to_fill_in_holds_the_actions(self, client, asked, contact):
        client.force_login(contact)
        name = reverse("outcomes:return-file", args=[asked.involvement.review.reference, asked.pk])
        content = b"".join(client.get(name))
        assert content[:2] == b"PK"


def posted(returned, **said):
    line = returned.lines.get()
    given = {field_of(line, name): value for name, value in said.items()}
    return {**given, "full_name": "Edda Marsh", "job_title": "Head", **day("signed_off_on", TODAY)}
