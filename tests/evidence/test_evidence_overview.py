"""Where the evidence of a review stands: the overview, its card, its gates, its reminders."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from evidence.cards.evidence import evidence as card
from evidence.cycle import ImrState
from evidence.gates.evidence import evidence_is_asked_for, evidence_is_in
from evidence.models import ReturnKind, Tier
from evidence.operations.reminding import remind_late
from messaging.models import Message, State
from reviews.access import Refused, Role
from tests.evidence.saying import address, text
from tests.factories.agencies import AgencyContactFactory, UserFactory
from tests.factories.evidence import (
    EvidenceRequestFactory,
    ImrFactory,
    ImrQueryFactory,
    ScopingReturnFactory,
)
from tests.factories.messaging import MessageFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 2)
PAST = date(2026, 2, 1)


@pytest.fixture
def agency(review):
    def agency(name, at=None, **known):
        part = AgencyInvolvementFactory(review=review, agency__name=name)
        ImrFactory(involvement=part, at=at, **{f"asked__{key}": on for key, on in known.items()})
        return part

    return agency


@pytest.fixture
def page(review):
    return reverse("evidence:evidence", args=[review.reference])


def names(response):
    return [line.agency.name for line in response.context["lines"]]


@pytest.fixture
def several(review, agency):
    """One agency in each standing."""
    agency("Alder", due_on=PAST)
    agency("Birch", at=ImrState.RECEIVED)
    agency("Cedar", at=ImrState.ACCEPTED_BY_PANEL)
    agency("Dogwood", at=ImrState.DRAFT)
    queried = agency("Elm", at=ImrState.QUERIED)
    queried.imr.queries.update(due_on=PAST)
    EvidenceRequestFactory(
        involvement=AgencyInvolvementFactory(review=review, agency__name="Fir"), tier=Tier.NOTHING
    )
    AgencyInvolvementFactory(review=review, agency__name="Gorse")
    EvidenceRequestFactory(
        involvement=AgencyInvolvementFactory(review=review, agency__name="Hazel"),
        tier=Tier.CHRONOLOGY,
    )


class TestOverview:
    def test_what_is_late_comes_first(self, desk, page, several):
        answer = desk.get(page)
        assert names(answer)[:2] == ["Alder", "Elm"]
        words = text(answer)
        assert "1 of 5 accepted." in words
        assert "2 are late." in words
        assert "1 to read." in words
        assert "1 without an author." in words
        assert "For 1 agency it is not decided" in words
        assert "1 open, late" in words
        assert "Nobody yet" in words

    @pytest.mark.parametrize(
        ("show", "found"),
        [
            ("late", ["Alder", "Elm"]), ("read", ["Birch"]), ("queried", ["Elm"]),
            ("waiting", ["Alder", "Dogwood"]), ("author", ["Alder"]), ("accepted", ["Cedar"]),
            ("undecided", ["Gorse"]), ("nothing", ["Fir"]), ("rumour", None),
        ],
    )  # fmt: skip
    def test_filters(self, desk, page, several, show, found):
        answer = desk.get(page, {"show": show, "sort": "agency"})
        assert names(answer) == (found or [
            "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel",
        ])  # fmt: skip

    @pytest.mark.parametrize(
        ("sort", "first"), [("-agency", "Hazel"), ("tier", "Gorse"), ("due", "Alder"),
                            ("standing", "Cedar")],
    )  # fmt: skip
    def test_orders(self, desk, page, several, sort, first):
        assert names(desk.get(page, {"sort": sort}))[0] == first

    def test_an_empty_filter_says_so(self, desk, page, agency):
        agency("Alder")
        assert "No agency fits this filter." in text(desk.get(page, {"show": "accepted"}))

    def test_an_email_that_went_nowhere_is_shown(self, desk, page, agency):
        request = agency("Alder").evidence_requests.get()
        request.messages.add(MessageFactory(failed=True))
        assert "Email not delivered" in text(desk.get(page))

    def test_without_agencies_it_says_what_fills_it(self, desk, page):
        assert "No agency is part of this review yet" in text(desk.get(page))

    def test_a_secretary_and_a_chair_ask_too(self, client, review, page, agency):
        agency("Alder")
        for role in (Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY):
            client.force_login(playing(role, to=review))
            assert "Ask for evidence" in text(client.get(page))

    def test_an_ended_review_asks_for_nothing(self, desk, review, page, agency):
        agency("Alder", due_on=PAST)
        review.stage = "CONCLUDED"
        review.save()
        assert "Ask for evidence" not in text(desk.get(page))

    def test_the_panel_sees_what_is_accepted_and_no_more(self, client, review, page, several):
        client.force_login(playing(Role.PANEL_MEMBER, to=review))
        words = text(client.get(page))
        assert "Cedar" in words
        assert "Birch" not in words

    def test_the_panel_is_told_when_there_is_nothing(self, client, review, page):
        client.force_login(playing(Role.PANEL_MEMBER, to=review))
        assert "Nothing is accepted yet" in text(client.get(page))

    def test_it_is_not_there_for_others(self, client, review, page, agency):
        part = agency("Alder")
        strangers = [
            UserFactory(),
            playing(Role.CSP_CHAIR, to=review),
            playing(Role.HOME_OFFICE_LIAISON, to=review),
            playing(Role.IMR_AUTHOR, to=part),
            playing(Role.PANEL_MEMBER, to=part),
        ]
        for stranger in strangers:
            client.force_login(stranger)
            assert client.get(page).status_code == 404

    @pytest.mark.parametrize("rows", [3, 30])
    @pytest.mark.parametrize("role", [Role.REVIEW_SECRETARY, Role.PANEL_MEMBER])
    def test_it_costs_the_same_whatever_the_number(
        self, client, review, page, agency, role, rows, django_assert_max_num_queries
    ):
        for number in range(rows):
            part = agency(f"Agency {number}", at=ImrState.ACCEPTED_BY_PANEL)
            ImrQueryFactory(imr=part.imr)
            part.evidence_requests.get().messages.add(MessageFactory())
        client.force_login(playing(role, to=review))
        with django_assert_max_num_queries(16):  # two of them the savepoints of a test
            client.get(page)


class TestCard:
    def test_it_says_how_far_the_evidence_is(self, review, officer, several):
        shown = card(review, officer, TODAY)
        assert shown.figure == "1 of 5 accepted"
        assert list(shown.lines) == [
            "2 late", "1 to read", "1 question not answered", "1 without an author",
        ]  # fmt: skip

    def test_before_anything_is_asked(self, review, officer):
        shown = card(review, officer, TODAY)
        assert (shown.figure, list(shown.lines)) == ("None asked for yet", [])

    def test_the_panel_sees_what_it_can_read(self, review, several):
        assert card(review, playing(Role.PANEL_MEMBER, to=review), TODAY).figure == "1 accepted"

    @pytest.mark.parametrize("role", [Role.CSP_CHAIR, Role.HOME_OFFICE_LIAISON, Role.ADVISER])
    def test_others_have_none(self, review, role):
        assert card(review, playing(role, to=review), TODAY) is None


class TestGates:
    def words(self, blockers):
        return [blocker.words for blocker in blockers]

    def test_it_waits_until_every_agency_is_decided(self, review, several):
        AgencyInvolvementFactory(review=review, agency__name="Ivy")
        assert self.words(evidence_is_asked_for(review)) == [
            "It is not decided what two agencies should send: Gorse, Ivy."
        ]

    @pytest.mark.parametrize("kind", [ReturnKind.NIL, ReturnKind.REFUSED, ReturnKind.NOT_PURSUED])
    def test_an_agency_with_nothing_to_tell_is_decided(self, review, kind):
        part = AgencyInvolvementFactory(review=review)
        ScopingReturnFactory(request__involvement=part, return_kind=kind)
        assert evidence_is_asked_for(review) == []

    def test_an_agency_with_something_to_tell_is_not(self, review):
        part = AgencyInvolvementFactory(review=review)
        ScopingReturnFactory(request__involvement=part, return_kind=ReturnKind.SUMMARY)
        assert len(evidence_is_asked_for(review)) == 1

    def test_it_says_who_is_outstanding(self, review, several):
        assert self.words(evidence_is_in(review)) == [
            "Two agencies have not sent what was asked for: Alder, Dogwood.",
            "One agency has sent it, and the panel has not accepted it yet: Birch.",
            "One agency has been asked questions about it: Elm.",
        ]

    def test_it_opens_once_all_is_accepted(self, review, agency):
        agency("Cedar", at=ImrState.ACCEPTED_BY_PANEL)
        dropped = agency("Alder")
        EvidenceRequestFactory(involvement=dropped, tier=Tier.NOTHING)
        assert evidence_is_in(review) == []


class TestReminding:
    @pytest.fixture
    def late(self, agency):
        part = agency("Alder", due_on=PAST)
        AgencyContactFactory(agency=part.agency, is_single_point=True, email="ines@alder.example")
        return part

    def sent(self):
        return list(Message.objects.values_list("kind", "to_address", "path"))

    def test_everybody_of_a_late_agency_is_emailed_once(self, review, late, when):
        assert len(remind_late(review=review, **when)) == 1
        assert self.sent() == [
            ("evidence_late", "ines@alder.example", address(late, "author-task"))
        ]
        with pytest.raises(Refused, match="Nobody is left to remind"):
            remind_late(review=review, **when)

    def test_a_week_later_again(self, review, late, when):
        remind_late(review=review, **when)
        later = {"today": TODAY + timedelta(days=7), "at": when["at"] + timedelta(days=7)}
        remind_late(review=review, **{**when, **later})
        assert len(self.sent()) == 2

    def test_nobody_else_reminds(self, review, late, when):
        with pytest.raises(Refused, match="does not let you"):
            remind_late(review=review, **{**when, "by": playing(Role.PANEL_MEMBER, to=review)})

    def test_in_the_browser(self, desk, review, page, late, agency):
        agency("Birch", due_on=PAST)
        remind = reverse("evidence:remind", args=[review.reference])
        assert remind in text(desk.get(page))
        words = text(desk.get(remind))
        assert "1 agency will be emailed." in words
        assert "ines@alder.example" in words
        assert "Birch: no address; tell it another way" in words
        answer = desk.post(remind, follow=True)
        assert "1 agency reminded by email." in answer.content.decode()
        assert "Reminded 2 February 2026" in text(answer)
        assert "reminded on 2 February 2026" in text(desk.get(remind))
        assert "Nobody is left to remind" in text(desk.post(remind))

    def test_several_are_counted(self, desk, review, agency):
        for number in range(2):
            part = agency(f"Agency {number}", due_on=PAST)
            AgencyContactFactory(agency=part.agency, is_single_point=True)
        page = reverse("evidence:remind", args=[review.reference])
        assert "2 agencies will be emailed." in text(desk.get(page))
        assert "2 agencies reminded" in desk.post(page, follow=True).content.decode()

    def test_it_is_not_there_for_others(self, client, review):
        client.force_login(playing(Role.PANEL_MEMBER, to=review))
        page = reverse("evidence:remind", args=[review.reference])
        assert client.get(page).status_code == 404

    def test_a_failed_message_is_no_reminder_less(self, review, late, when):
        remind_late(review=review, **when)
        Message.objects.update(state=State.FAILED, failure="The mail server said no.")
        with pytest.raises(Refused):
            remind_late(review=review, **when)
