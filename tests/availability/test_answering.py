"""People say when they can come: on the page, by a link and a code, or on the telephone."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from availability.models import Can, PollAnswer
from availability.operations.answering import Said, give_answer
from availability.queries.table import table_of
from reviews.access import Refused, Role, remove
from tests.availability.conftest import NOW, TODAY
from tests.evidence.saying import errors, text
from tests.factories.availability import (
    DatesPollFactory,
    DayAnswerFactory,
    OfferedDayFactory,
    PollInviteeFactory,
)
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import AccessHoldFactory, PersonFactory, playing
from tests.panels.saying import day

pytestmark = pytest.mark.django_db


def link(name=""):
    return reverse(f"availability:by-link{name}", args=["a-secret"])


def page(name, poll, *more):
    return reverse(f"availability:{name}", args=[poll.review.reference, poll.pk, *more])


def says(days, *cans, **more):
    return {f"day_{one.pk}": can for one, can in zip(days, cans, strict=True)} | more


def given_by(invitee):
    latest = invitee.answers.first()
    return [one.can for one in latest.days.order_by("day__held_on")] if latest else []


@pytest.fixture
def invitee(poll, days):
    return PollInviteeFactory(poll=poll, full_name="Bo Asked", token="a-secret")


@pytest.fixture
def inside(client, invitee):
    """The browser of whoever has the link and has typed the code."""
    GuestCodeFactory(link=invitee.link, recorded_at=NOW)
    client.post(link("-code"), {"code": CODE})
    return client


class TestByLink:
    def test_before_the_code_no_day_place_or_name_is_shown(self, client, invitee):
        shown = client.get(link())

        assert shown["X-Robots-Tag"].startswith("noindex")
        assert invitee.poll.review.reference in text(shown)
        for kept in ("24 March", "Guildhall", "About two hours", "Bo Asked"):
            assert kept not in text(shown)
        client.post(link(), {"remark": "Hello"})
        assert not PollAnswer.objects.exists()

    def test_after_it_one_answers_for_each_day_and_can_change_it(self, inside, invitee, days):
        PollInviteeFactory(poll=invitee.poll, full_name="Di Other")
        shown = text(inside.get(link()))
        assert "Tuesday 24 March 2026, 10:00 to 12:00" in shown
        assert "Guildhall, room 2" in shown
        assert "Di Other" not in shown

        assert "Select whether you can come" in str(
            errors(inside.post(link(), says(days[:1], "YES")))
        )
        inside.post(link(), says(days, "YES", "NO", remark="Until noon."))
        inside.post(link(), says(days, "IF_NEEDED", "NO"))

        assert given_by(invitee) == [Can.IF_NEEDED, Can.NO]
        assert invitee.answers.count() == 2
        assert "You have answered" in text(inside.get(link()))
        assert AuditEvent.objects.filter(event="dates.answered", actor_id=None).count() == 2

    @pytest.mark.parametrize("why", ["closed", "over", "left", "held", "taken back", "review"])
    def test_it_opens_nothing_once_it_does_not_stand(
        self, inside, invitee, days, why, time_machine
    ):
        review = invitee.poll.review
        if why == "closed":
            invitee.poll.closed_at, invitee.poll.closed_because = NOW, "Easter."
            invitee.poll.save()
        elif why == "over":
            invitee.link.expires_on = date(2026, 3, 1)
            invitee.link.save()
        elif why == "left":
            invitee.member = PanelMemberFactory(review=review, left=True)
            invitee.save()
        elif why == "held":
            hold = AccessHoldFactory(person=PersonFactory(review=review))
            invitee.email = hold.user.email
            invitee.save()
        elif why == "taken back":
            invitee.link.revoked_at = NOW
            invitee.link.save()
        else:
            type(review).objects.filter(pk=review.pk).update(stage="CONCLUDED")

        shown = inside.post(link(), says(days, "YES", "NO"))

        assert shown.status_code == 404
        assert "24 March" not in text(shown)
        assert not PollAnswer.objects.exists()


class TestOnThePage:
    def test_who_was_asked_answers_and_nobody_else(self, client, review, poll, days):
        asked, other = (playing(Role.PANEL_MEMBER, to=review) for _ in range(2))
        invitee = PollInviteeFactory(poll=poll, user=asked)
        client.force_login(other)
        assert client.get(page("answer", poll)).status_code == 404
        client.force_login(asked)

        client.post(page("answer", poll), says(days, "NO", "YES"))

        assert given_by(invitee) == [Can.NO, Can.YES]
        said = Said(choices={one.pk: Can.YES for one in days})
        with pytest.raises(Refused, match="not asked"):
            give_answer(invitee=invitee, said=said, today=TODAY, by=other, at=NOW)
        membership = asked.memberships.get()
        remove(membership=membership, by=other, at=NOW)
        assert client.get(page("answer", poll)).status_code == 404

    def test_after_the_last_day_and_after_the_close_nothing_changes(
        self, client, review, poll, days
    ):
        user = playing(Role.PANEL_MEMBER, to=review)
        invitee = PollInviteeFactory(poll=poll, user=user)
        client.force_login(user)
        poll.closing_on = date(2026, 3, 1)
        poll.save()
        assert "last day" in str(errors(client.post(page("answer", poll), says(days, "NO", "NO"))))
        poll.closed_at, poll.closed_because, poll.closing_on = NOW, "Easter.", date(2026, 3, 16)
        poll.save()
        assert "closed" in str(errors(client.post(page("answer", poll), says(days, "NO", "NO"))))
        assert given_by(invitee) == []

    def test_a_day_of_another_poll_is_no_answer(self, review, poll, days):
        user = playing(Role.PANEL_MEMBER, to=review)
        invitee = PollInviteeFactory(poll=poll, user=user)
        elsewhere = OfferedDayFactory(poll=DatesPollFactory(review=review))
        for choices in (
            {days[0].pk: "YES", elsewhere.pk: "YES"},
            dict.fromkeys([one.pk for one in days], "PERHAPS"),
        ):
            with pytest.raises(Refused):
                give_answer(
                    invitee=invitee, said=Said(choices=choices), today=TODAY, by=user, at=NOW
                )


class TestEnteredForSomebody:
    PHONE = {"received_via": "PHONE", "on_behalf_of": "Bo Asked"}

    def test_a_word_on_the_telephone_is_entered_with_where_it_comes_from(
        self, signed_in, poll, invitee, days
    ):
        said = says(days, "YES", "YES") | self.PHONE | day("given_on", date(2026, 3, 2))
        signed_in.post(page("enter", poll, invitee.pk), said)

        assert given_by(invitee) == [Can.YES, Can.YES]
        shown = text(signed_in.get(page("poll", poll)))
        assert "Entered for Bo Asked from a telephone call of 2 March 2026." in shown

    @pytest.mark.parametrize(
        ("on", "why"), [(date(2026, 2, 19), "asked only after"), (date(2026, 3, 3), "past")]
    )
    def test_not_on_a_day_on_which_it_cannot_have_come(
        self, signed_in, poll, invitee, days, on, why
    ):
        said = says(days, "YES", "YES") | self.PHONE | day("given_on", on)

        assert why in str(errors(signed_in.post(page("enter", poll, invitee.pk), said)))
        assert given_by(invitee) == []


def test_the_table_counts_the_latest_answers_and_says_whether_the_chair_can_come(
    signed_in, poll, days, invitee
):
    chair = PanelMemberFactory(review=poll.review, chair=True)
    of_chair = PollInviteeFactory(poll=poll, member=chair, full_name="Zoe Chair")
    DayAnswerFactory(answer__invitee=invitee, day=days[0], can=Can.NO)
    PollInviteeFactory(poll=poll, member=PanelMemberFactory(review=poll.review, left=True))
    before = text(signed_in.get(page("poll", poll)))
    assert "The chair has not answered" in before
    assert "1 of 3 has answered" in before
    latest = PollAnswer.objects.create(
        invitee=invitee, recorded_at=NOW, remark="Trains permitting."
    )
    DayAnswerFactory(answer=latest, day=days[0], can=Can.YES)
    DayAnswerFactory(answer__invitee=of_chair, day=days[0], can=Can.IF_NEEDED)

    shown = text(signed_in.get(page("poll", poll)))

    assert "The chair can come if needed" in shown
    assert "Trains permitting." in shown
    assert "Remind the 1 person" not in shown  # who is left to remind has no link and no account
    assert shown.index("Zoe Chair") < shown.index("Bo Asked")
    (first, second) = table_of(poll).columns
    assert (first.yes, first.if_needed, first.no, first.silent) == (1, 1, 0, 0)
    assert (second.yes, second.if_needed, second.no, second.silent) == (0, 0, 0, 2)


def test_a_poll_costs_few_queries_whoever_is_asked(
    signed_in, poll, days, django_assert_max_num_queries
):
    for _ in range(6):
        answer = DayAnswerFactory(answer__invitee__poll=poll, day=days[0]).answer
        DayAnswerFactory(answer=answer, day=days[1])
    with django_assert_max_num_queries(15):
        signed_in.get(page("poll", poll))
