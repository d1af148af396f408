"""Recommendations leave in frozen words, once they may, and come to an answer."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from actionplans.models import AddresseeAnswer, AnswerKind, Scope
from anonymity.models import Destination
from audit.models import AuditEvent
from messaging.models import Message
from messaging.models import State as Mail
from postoffice.models import Chase, ChaseKind, Dispatch, DispatchRoute, Reply, ReplyKind
from postoffice.operations import answering, chasing, preparing, sending
from postoffice.operations.answering import Guest
from postoffice.papers.wording import standard_covering
from postoffice.queries.leaving import text_of
from postoffice.queries.public import replies_of
from postoffice.queries.standing import Standing, outs_of
from postoffice.queries.to_check import dispatch_to_check
from postoffice.rules import Said
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.actionplans import RecommendationFactory
from tests.factories.agencies import CommunitySafetyPartnershipFactory, PublicBodyFactory
from tests.factories.anonymity import CertificateFactory, IdentifierCheckFactory
from tests.factories.postoffice import (
    AcknowledgementFactory,
    ChaseFactory,
    DispatchFactory,
    DispatchLinkFactory,
    ReplyFactory,
    SentWordsFactory,
)
from tests.factories.publications import PublicationFactory
from tests.factories.reviews import PersonFactory, ReviewFactory, playing
from tests.postoffice.conftest import NOW, TODAY, WORDS
from tests.reviews.clock import clock_of

pytestmark = pytest.mark.django_db
GUEST = Guest(full_name="Ada Clerk", job_title="Clerk")


@pytest.fixture
def letter(review, asked, body, when):
    return preparing.prepare(
        review=review, body=body, recommendations=[asked],
        covering=standard_covering(body.name), signed_by="Ines Okoro", **when,
    )  # fmt: skip


@pytest.fixture
def public(review):
    return PublicationFactory(review=review, recommendations=[{"number": "1", "text": WORDS}])


@pytest.fixture
def sent(letter, public, when):
    return sending.send_by_link(dispatch=letter, to="post@gas.example", today=TODAY, **when)


def standing(review, today=TODAY):
    return [one.standing for one in outs_of([review.pk], today=today)]


def certified(letter):
    [paper] = dispatch_to_check(letter.review, letter.number).papers()
    check = IdentifierCheckFactory(
        review=letter.review, subject="dispatch", number=letter.number, files=[paper.named]
    )
    CertificateFactory(
        review=letter.review, identifier_check=check, destination=Destination.PUBLIC_BODY
    )


class TestLeaving:
    def test_the_usual_letter_with_public_words_goes_at_once(self, sent, mailoutbox):
        assert (sent.route, sent.sent_on) == (DispatchRoute.LINK, TODAY)
        message = Message.objects.get()
        assert "gas" not in message.path.casefold()
        assert AuditEvent.objects.filter(event="dispatch.sent").exists()

    def test_words_that_nobody_can_read_yet_need_a_certificate(self, letter, when):
        with pytest.raises(Refused, match="No certificate says"):
            sending.send_by_link(dispatch=letter, to="a@b.example", today=TODAY, **when)
        certified(letter)
        sending.send_by_link(dispatch=letter, to="a@b.example", today=TODAY, **when)

    def test_words_of_ones_own_around_them_need_one_too(self, letter, public, when):
        Dispatch.objects.update(covering="Maris was found in a mill.")
        letter.refresh_from_db()
        with pytest.raises(Refused, match="No certificate"):
            sending.record_sent(dispatch=letter, route="POST", sent_on=TODAY, today=TODAY, **when)
        assert "mill" in text_of(letter, list(letter.lines.all()))

    def test_before_clearance_a_reason_is_needed_and_kept(self, when):
        early = ReviewFactory(at_stage=Stage.PANEL_AGREED)
        officer = playing(Role.CSP_OFFICER, to=early)
        letter = DispatchFactory(review=early)
        SentWordsFactory(dispatch=letter)
        certified(letter)
        send = {"dispatch": letter, "to": "a@b.example", "today": TODAY, "by": officer, "at": NOW}
        with pytest.raises(Refused, match="has not cleared"):
            sending.send_by_link(**send)
        done = sending.send_by_link(**send, early_because="The boiler is sold on.")
        assert done.early_because == "The boiler is sold on."

    def test_words_that_changed_since_do_not_go(self, letter, asked, public, when):
        asked.text = "Something else."
        asked.save()
        with pytest.raises(Refused, match="says something else by now"):
            sending.send_by_link(dispatch=letter, to="a@b.example", today=TODAY, **when)

    def test_what_left_before_the_review_was_recorded_here_is_only_noted(self, letter, when):
        day = date(2025, 12, 1)
        sending.record_sent(dispatch=letter, route="POST", sent_on=day, today=TODAY, **when)

    def test_nothing_goes_twice_and_no_link_is_recorded(self, sent, letter, when):
        for attempt in (
            lambda: sending.send_by_link(dispatch=letter, to="a@b.example", today=TODAY, **when),
            lambda: preparing.discard(dispatch=sent, **when),
            lambda: sending.record_sent(
                dispatch=sent, route="LINK", sent_on=TODAY, today=TODAY, **when
            ),
        ):
            with pytest.raises(Refused):
                attempt()

    def test_whoever_does_not_write_the_plan_sends_nothing(self, letter, review):
        with pytest.raises(Refused):
            preparing.discard(dispatch=letter, by=playing(Role.PANEL_MEMBER, to=review), at=NOW)


def test_only_what_goes_outside_is_put_together(review, body, asked, when):
    inside = RecommendationFactory(review=review)
    elsewhere = RecommendationFactory(elsewhere=True)
    gone = PublicBodyFactory(retired_on=date(2026, 1, 1))
    theirs = PublicBodyFactory(partnership=CommunitySafetyPartnershipFactory())
    for chosen, to, words in (
        ([], body, "C."), ([inside], body, "C."), ([elsewhere], body, "C."),
        ([asked], gone, "C."), ([asked], theirs, "C."), ([asked], body, " "),
    ):  # fmt: skip
        with pytest.raises(Refused):
            preparing.prepare(
                review=review, body=to, recommendations=chosen, covering=words,
                signed_by="I.", **when,
            )  # fmt: skip


class TestStanding:
    def test_it_is_worked_out_from_the_rows_and_the_day(self, review, letter, sent):
        line = sent.lines.get()
        day = timedelta(days=1)
        assert standing(review) == [Standing.SENT]
        assert standing(review, TODAY + 28 * day) == [Standing.SENT]
        assert standing(review, TODAY + 29 * day) == [Standing.OVERDUE]
        AcknowledgementFactory(dispatch=sent)
        assert standing(review, TODAY + 56 * day) == [Standing.ACKNOWLEDGED]
        assert standing(review, TODAY + 57 * day) == [Standing.OVERDUE]
        ChaseFactory(dispatch=sent, kind=ChaseKind.FINAL, answer_by=TODAY + 70 * day)
        assert standing(review, TODAY + 70 * day) == [Standing.OVERDUE]
        assert standing(review, TODAY + 71 * day) == [Standing.MISSING]
        ReplyFactory(line=line, kind=ReplyKind.NOT_OURS)
        assert standing(review, TODAY + 71 * day) == [Standing.NOT_THEIRS]
        ReplyFactory(line=line)
        assert standing(review, TODAY + 71 * day) == [Standing.REPLIED]

    def test_what_reached_nobody_came_back(self, review, sent):
        Message.objects.update(state=Mail.FAILED)
        assert standing(review) == [Standing.CAME_BACK]

    def test_a_letter_that_came_back_too(self, review, sent, when):
        sending.record_came_back(dispatch=sent, on=TODAY, because="Moved away", today=TODAY, **when)
        assert standing(review) == [Standing.CAME_BACK]

    def test_sending_is_no_answer(self, review, asked, sent):
        assert not asked.answers.exists()
        RecommendationFactory(review=review, scope=Scope.LOCAL)
        regional = RecommendationFactory(review=review, elsewhere=True, scope=Scope.REGIONAL)
        assert [one.recommendation for one in outs_of([review.pk], today=TODAY)] == [
            regional,
            asked,
        ]

    def test_the_clock_runs_from_the_day_it_was_sent(self, review, asked, sent):
        rows = clock_of(review, "D26")
        assert rows[f"recommendation-{asked.pk}"][0] == TODAY


class TestReplying:
    def test_a_reply_stands_against_the_words_that_were_sent(self, sent, asked, when):
        asked.text = "Newer words."
        asked.save()
        line = sent.lines.get()
        answering.record_reply(
            dispatch=sent, line=line, said=Said(kind="IN_PART", words="Half of it."),
            replied_on=TODAY, today=TODAY, **when,
            provenance={"received_via": "POST", "on_behalf_of": "Ada", "given_on": TODAY},
        )  # fmt: skip
        answer = AddresseeAnswer.objects.get()
        assert (answer.kind, answer.reason, answer.to_words) == (
            AnswerKind.IN_PART, "Half of it.", WORDS,
        )  # fmt: skip
        assert answer.is_to_older_words

    def test_a_reply_says_what_its_kind_needs(self, sent, when):
        for said in (Said(kind="IN_PART"), Said(kind="NOT_OURS", words="No.")):
            with pytest.raises(Refused):
                answering.keep(sent.lines.get(), said, replied_on=TODAY, more={}, by=None, at=NOW)

    def test_not_theirs_is_no_answer_in_the_plan(self, sent, asked, when):
        other = PublicBodyFactory()
        made = answering.keep(
            sent.lines.get(), Said(kind="NOT_OURS", passed_to=other), replied_on=TODAY, more={},
            by=None, at=NOW,
        )  # fmt: skip
        assert made.whom_instead == other.name
        assert not asked.answers.exists()

    def test_a_day_before_it_was_sent_is_refused(self, sent, when):
        with pytest.raises(Refused, match="before the letter was sent"):
            answering.record_acknowledgement(
                dispatch=sent, acknowledged_on=date(2026, 2, 1), today=TODAY, provenance={}, **when
            )


class TestAskingAgain:
    def go(self, sent, when, kind, **more):
        return chasing.chase(
            dispatch=sent, kind=kind, route=more.pop("route", "POST"), sent_on=TODAY,
            today=TODAY, **more, **when,
        )  # fmt: skip

    def test_the_last_time_comes_after_another_and_says_until_when(self, sent, when):
        later = TODAY + timedelta(days=14)
        with pytest.raises(Refused, match="once more"):
            self.go(sent, when, ChaseKind.FINAL, answer_by=later)
        self.go(sent, when, ChaseKind.LATE)
        with pytest.raises(Refused, match="a day to come"):
            self.go(sent, when, ChaseKind.FINAL)
        self.go(sent, when, ChaseKind.FINAL, answer_by=later)
        with pytest.raises(Refused, match="for the last time"):
            self.go(sent, when, ChaseKind.LATE)

    def test_a_new_link_takes_the_place_of_the_one_before(self, sent, when):
        self.go(sent, when, ChaseKind.LATE, route="LINK", to="other@gas.example")
        first, second = (one.link for one in sent.links.order_by("pk"))
        assert first.is_revoked
        assert not second.is_revoked

    def test_nothing_goes_by_itself_unless_somebody_decided_so(self, sent, when):
        due = NOW + timedelta(days=57)
        assert chasing.chase_what_is_due(at=due) == 0
        chasing.let_chase(dispatch=sent, is_chased=True, **when)
        assert chasing.chase_what_is_due(at=NOW + timedelta(days=48)) == 0
        for days, kind in ((49, "BEFORE"), (57, "LATE"), (84, "FINAL")):
            assert chasing.chase_what_is_due(at=NOW + timedelta(days=days)) == 1
            assert chasing.chase_what_is_due(at=NOW + timedelta(days=days)) == 0
            assert Chase.objects.last().kind == kind
        assert Chase.objects.last().answer_by == TODAY + timedelta(days=98)
        assert chasing.chase_what_is_due(at=NOW + timedelta(days=200)) == 0

    def test_nor_once_there_is_a_reply_or_to_an_address_that_fails(self, sent, when):
        chasing.let_chase(dispatch=sent, is_chased=True, **when)
        Message.objects.update(state=Mail.FAILED)
        assert chasing.chase_what_is_due(at=NOW + timedelta(days=57)) == 0
        ReplyFactory(line=sent.lines.get())
        with pytest.raises(Refused, match="has a reply"):
            self.go(sent, when, ChaseKind.LATE)

    def test_what_went_by_post_is_not_chased_by_itself(self, review, when):
        posted = DispatchFactory(review=review, sent=True)
        with pytest.raises(Refused, match="emailed with a link"):
            chasing.let_chase(dispatch=posted, is_chased=True, **when)
        unsent = DispatchFactory(review=review)
        with pytest.raises(Refused, match="not sent yet"):
            chasing.let_chase(dispatch=unsent, is_chased=True, **when)


class TestPublicAnswers:
    def test_the_world_reads_what_was_released_and_no_person(self, client, sent, public, when):
        reply = ReplyFactory(line=sent.lines.get(), words="Ada Clerk rang us about Maris.")
        page = f"/library/{sent.review.reference}/"
        assert "Office for Gas" not in client.get(page).content.decode()
        answering.release(
            dispatch=sent, reply=reply, words="We will amend them.", today=TODAY, **when
        )
        page = client.get(page).content.decode()
        assert "Office for Gas, March 2026: Accepted in part." in page
        assert "We will amend them." in page
        assert "Ada" not in page
        answering.take_back_release(dispatch=sent, reply=reply, **when)
        assert replies_of(sent.review) == {}

    def test_a_name_of_the_register_does_not_get_there(self, sent, when):
        PersonFactory(review=sent.review, true_name="Berwyn Testerby")
        reply = ReplyFactory(line=sent.lines.get())
        with pytest.raises(Refused, match="give somebody away"):
            answering.release(
                dispatch=sent, reply=reply, words="Berwyn Testerby knew.", today=TODAY, **when
            )

    def test_that_it_is_not_theirs_is_no_answer_to_publish(self, sent, when):
        reply = ReplyFactory(line=sent.lines.get(), kind=ReplyKind.NOT_OURS)
        with pytest.raises(Refused, match="did not answer"):
            answering.release(dispatch=sent, reply=reply, words="", today=TODAY, **when)
        assert Reply.objects.get().whose == "Ada Clerk, Correspondence clerk, by the link"


def test_a_link_that_is_over_takes_nothing(sent):
    link = DispatchLinkFactory(dispatch=sent, link__revoked=True)
    with pytest.raises(Refused):
        answering.acknowledge_by_link(link=link, guest=GUEST, today=TODAY, at=NOW)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (False, "stands in a letter to Office for Gas. Discard that letter first."),
        (True, "was sent to Office for Gas. What was sent is kept."),
    ],
)
def test_a_recommendation_in_a_letter_is_not_removed(client, asked, body, sent, words):
    asked.review.__class__.objects.update(stage=Stage.DRAFTING)
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=asked.review))
    dispatch = DispatchFactory(review=asked.review, body=body, sent=sent)
    SentWordsFactory(dispatch=dispatch, recommendation=asked)
    path = reverse("actionplans:remove-recommendation", args=[asked.review.reference, asked.pk])

    assert words in client.get(path).content.decode()
    assert words in client.post(path).content.decode()
    assert asked.review.recommendations.get() == asked
