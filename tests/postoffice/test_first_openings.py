"""What went by a link has not left before it was opened: until then it rests on what let it go."""

from datetime import timedelta

import pytest
import time_machine

from guests.models import GuestCode
from postoffice.cards import sent
from postoffice.models import Chase, ChaseKind, DispatchRoute
from postoffice.operations import chasing, sending
from postoffice.queries.leaving import why_not_yet, why_withheld
from postoffice.queries.letter_page import lines_of
from postoffice.queries.standing import Standing, outs_of
from postoffice.queries.work import letters_to_follow_up
from reviews.access import Refused
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.postoffice import (
    ChaseFactory,
    DispatchFactory,
    DispatchLinkFactory,
    SentWordsFactory,
)
from tests.factories.publications import PublicationFactory
from tests.factories.reviews import PersonFactory
from tests.pages.reading import Html
from tests.postoffice.conftest import NOW, TODAY, WORDS
from tests.postoffice.test_pages import page
from tests.postoffice.test_sending import certified

pytestmark = pytest.mark.django_db


def text(response):
    return Html(response.content.decode()).text


@pytest.fixture
def link(review, body, asked):
    review.recorded_at = review.recorded_at.replace(year=2025)
    review.save()
    dispatch = DispatchFactory(review=review, body=body, by_link=True, number=1)
    SentWordsFactory(dispatch=dispatch, recommendation=asked)
    certified(dispatch)
    made = DispatchLinkFactory(
        dispatch=dispatch,
        link__token="a-secret",
        link__message__kind="recommendations_sent_by_link",
    )
    GuestCodeFactory(link=made.link, recorded_at=NOW)
    return made


def lapse(link):
    PersonFactory(review=link.dispatch.review, true_name="Berwyn Testerby")


def test_a_first_opening_waits_and_the_officer_reads_why(client, desk, link, when):
    assert "Recommendations for your organisation" in text(client.get(page("by-link", "a-secret")))
    lapse(link)

    answers = [client.get(page("by-link", "a-secret"))]
    answers.append(client.post(page("by-link-code", "a-secret"), {"code": CODE}))
    for answer in answers:
        assert answer.status_code == 404
        assert "These recommendations are not open at the moment" in text(answer)
        assert WORDS not in text(answer)
    assert not GuestCode.objects.filter(used_at__isnull=False).exists()
    said = text(desk.get(link.dispatch.get_absolute_url()))
    assert "Nobody has opened it yet, and its link does not open now" in said
    assert "more is known of the people" in said
    assert "Check for identifiers" in said
    with pytest.raises(Refused, match="The certificate has lapsed"):
        sending.send_link_again(dispatch=link.dispatch, to="post@gas.example", today=TODAY, **when)


def test_what_they_have_opened_is_theirs(client, desk, link, when):
    client.post(page("by-link-code", "a-secret"), {"code": CODE})
    lapse(link)

    assert WORDS in text(client.get(page("by-link", "a-secret")))
    assert "Nobody has opened it yet" not in text(desk.get(link.dispatch.get_absolute_url()))
    assert sending.send_link_again(
        dispatch=link.dispatch, to="post@gas.example", today=TODAY, **when
    )


def posted(link, **more):
    for name, value in {"route": DispatchRoute.POST, **more}.items():
        setattr(link.dispatch, name, value)
    link.dispatch.save()
    return link.dispatch


def test_so_is_what_went_another_way(link):
    lapse(link)
    lines = list(link.dispatch.lines.all())
    assert why_withheld(link.dispatch, lines)
    assert not why_withheld(posted(link), lines)


class TestWhatCameBack:
    @pytest.fixture
    def returned(self, link):
        return posted(link, came_back_on=TODAY, came_back_because="Gone away")

    def test_they_do_not_have_it(self, client, desk, link, returned, when):
        lapse(link)

        assert client.get(page("by-link", "a-secret")).status_code == 404
        with pytest.raises(Refused, match="The certificate has lapsed"):
            sending.send_link_again(dispatch=returned, to="post@gas.example", today=TODAY, **when)
        said = text(desk.get(returned.get_absolute_url()))
        assert "It came back, and no link to it opens now" in said
        assert "Nobody has opened it yet" not in said

    def test_it_goes_as_a_link_while_it_may(self, returned, when):
        assert sending.send_link_again(
            dispatch=returned, to="post@gas.example", today=TODAY, **when
        )

    def test_what_they_opened_by_a_link_since_is_theirs(self, client, link, returned):
        client.post(page("by-link-code", "a-secret"), {"code": CODE})
        lapse(link)

        assert WORDS in text(client.get(page("by-link", "a-secret")))

    def test_that_it_was_posted_before_the_review_was_recorded_here_lets_nothing_go(
        self, link, review, returned
    ):
        review.recorded_at = NOW
        review.save()
        lapse(link)
        returned.review.refresh_from_db()
        lines = list(returned.lines.all())

        assert "lapsed" in why_withheld(returned, lines)
        assert not why_not_yet(posted(link, came_back_on=None), lines)


class TestAskingAgain:
    LATE = NOW + timedelta(days=40)

    @pytest.fixture
    def chased(self, link):
        link.dispatch.is_chased = True
        link.dispatch.save()
        return link.dispatch

    def ask(self, dispatch, when, route, **more):
        return chasing.chase(
            dispatch=dispatch, kind=ChaseKind.LATE, route=route, sent_on=TODAY, today=TODAY,
            **more, **when,
        )  # fmt: skip

    def test_no_link_goes_that_would_not_open(self, link, when):
        lapse(link)
        with pytest.raises(Refused, match="The certificate has lapsed"):
            self.ask(link.dispatch, when, DispatchRoute.LINK, to="post@gas.example")
        assert not Chase.objects.exists()
        assert not link.dispatch.links.exclude(pk=link.pk).exists()
        assert self.ask(link.dispatch, when, DispatchRoute.POST)

    def test_nor_by_itself_until_it_would(self, desk, link, chased):
        lapse(link)
        assert chasing.chase_what_is_due(at=self.LATE) == 0
        said = text(desk.get(chased.get_absolute_url()))
        assert "Nothing asks them again by itself while the link does not open." in said

        certified(chased)
        assert chasing.chase_what_is_due(at=self.LATE) == 1
        said = text(desk.get(chased.get_absolute_url()))
        assert "They are asked again by themselves" in said

    def test_who_opened_it_is_asked_whatever_the_certificate(self, client, link, chased):
        client.post(page("by-link-code", "a-secret"), {"code": CODE})
        lapse(link)
        assert chasing.chase_what_is_due(at=self.LATE) == 1


def test_a_link_that_was_taken_back_looks_as_if_it_never_was(client, link):
    lapse(link)
    link.link.revoked_at = NOW
    link.link.save()

    assert "This link opens nothing" in text(client.get(page("by-link", "a-secret")))


class TestHowItStands:
    """A body cannot answer by a link that does not open: it is late with nothing."""

    LATER = TODAY + timedelta(days=120)

    def standing(self, link, today=LATER):
        (out,) = outs_of([link.dispatch.review_id], today=today)
        (line,) = lines_of(link.dispatch, today)
        assert line.standing is out.standing
        return out.standing

    def test_what_would_be_late_waits(self, link):
        assert self.standing(link) is Standing.OVERDUE
        last = ChaseFactory(dispatch=link.dispatch, kind=ChaseKind.FINAL, answer_by=TODAY)
        assert self.standing(link) is Standing.MISSING
        lapse(link)
        assert self.standing(link) is Standing.WITHHELD
        last.delete()
        assert self.standing(link) is Standing.WITHHELD
        assert self.standing(link, TODAY) is Standing.WITHHELD
        certified(link.dispatch)
        assert self.standing(link) is Standing.OVERDUE

    def test_the_pages_the_card_and_the_list_of_work_say_so(self, desk, officer, review, link):
        lapse(link)
        with time_machine.travel(NOW + timedelta(days=120), tick=False):
            desk.force_login(officer)
            table = text(desk.get(page("review", review.reference)))
            place = text(desk.get(page("out", review.partnership.slug)))
        for said in (table, place):
            assert "Waiting to be certified" in said
            assert "Its link does not open until what it was sent is certified again" in said
            assert "Overdue" not in said
        assert "1 waiting to be certified" in sent(review, officer, self.LATER).lines
        (work,) = letters_to_follow_up(officer, self.LATER)
        assert work.what == "Have the letter to Office for Gas certified again"
        assert work.due_on is None

    def test_what_reached_them_is_late(self, client, link):
        client.post(page("by-link-code", "a-secret"), {"code": CODE})
        lapse(link)
        assert self.standing(link) is Standing.OVERDUE

    def test_so_is_what_went_another_way(self, link):
        lapse(link)
        posted(link)
        assert self.standing(link) is Standing.OVERDUE
        posted(link, came_back_on=TODAY)
        assert self.standing(link) is Standing.CAME_BACK

    def test_what_anyone_can_read_opens(self, link, review):
        lapse(link)
        PublicationFactory(review=review, recommendations=[{"number": 1, "text": WORDS}])
        assert self.standing(link) is Standing.OVERDUE

    def test_so_does_what_left_before_the_review_was_recorded_here(self, link, review):
        lapse(link)
        review.recorded_at = NOW + timedelta(days=1)
        review.save()
        assert self.standing(link) is Standing.OVERDUE
