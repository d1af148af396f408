"""What the panel asks of agencies: by whom, told to whom, changed with a reason, kept."""

from datetime import date

import pytest

from audit.models import AuditEvent
from evidence.models import EvidenceRequest, IndividualManagementReview, ReturnKind, Tier
from evidence.operations.requests import ask_for_evidence
from evidence.queries.commissioning import default_due_on, places_of, tier_of
from evidence.rules.requests import Brief
from messaging.models import Message
from panels.models import Contribution, TermsContribution
from panels.queries.terms import latest_agreed
from reviews.access import Refused, Role
from reviews.models import Membership
from tests.factories.agencies import AgencyContactFactory, AgencyFactory
from tests.factories.evidence import (
    EvidenceRequestFactory,
    ScopingReturnFactory,
    agreed_terms,
)
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db

DUE = date(2026, 3, 16)
BRIEF = Brief(due_on=DUE, whom_to_ring="Ola, 01632 960001")


@pytest.fixture
def part(review):
    agency = AgencyFactory(name="Alder Trust", secure_email="secure@alder.example")
    return AgencyInvolvementFactory(review=review, agency=agency)


@pytest.fixture
def ask(review, when):
    def ask(asked, **known):
        said = {"brief": BRIEF, "asked_on": when["today"], **when, **known}
        return ask_for_evidence(review=review, asked=asked, **said)

    return ask


def sent_to():
    return sorted(Message.objects.values_list("kind", "to_address"))


class TestAsking:
    def test_the_agency_is_asked_and_told(self, part, ask):
        playing(Role.IMR_AUTHOR, to=part, email="ada@alder.example")
        AgencyContactFactory(agency=part.agency, is_single_point=True, email="ADA@alder.example")
        playing(Role.SENIOR_SIGN_OFF, to=part, email="gone@alder.example", is_active=False)

        done = ask({part: Tier.IMR_AND_CHRONOLOGY})

        request = EvidenceRequest.objects.get()
        assert done.asked == [request]
        assert done.told == [part]
        assert request.tier == Tier.IMR_AND_CHRONOLOGY
        assert request.due_on == DUE
        assert sent_to() == [("evidence_requested", "ADA@alder.example")]  # once, whatever its case
        assert request.messages.count() == 1
        assert part.imr.state == "REQUESTED"
        event = AuditEvent.objects.get(event="evidence.asked")
        assert event.subjects["tier"] == "IMR_AND_CHRONOLOGY"

    def test_an_agency_without_an_address_is_told_another_way(self, review, ask):
        part = AgencyInvolvementFactory(review=review)
        done = ask({part: Tier.SUMMARY})
        assert done.untold == [part]
        assert sent_to() == []

    def test_nobody_hears_that_nothing_was_ever_asked(self, part, ask):
        done = ask({part: Tier.NOTHING})
        assert sent_to() == []
        assert done.untold == []
        assert EvidenceRequest.objects.get().due_on is None
        assert not IndividualManagementReview.objects.exists()

    def test_what_they_know_already_is_recorded_with_its_day(self, part, ask):
        brief = Brief(due_on=DUE, told_otherwise="At the second meeting")
        ask({part: Tier.IMR}, brief=brief, asked_on=date(2026, 1, 20))
        request = EvidenceRequest.objects.get()
        assert request.asked_on == date(2026, 1, 20)
        assert request.told_otherwise == "At the second meeting"
        assert sent_to() == []

    def test_asking_twice_asks_once(self, part, ask):
        ask({part: Tier.IMR})
        with pytest.raises(Refused, match="Nothing has changed"):
            ask({part: Tier.IMR})
        assert EvidenceRequest.objects.count() == 1

    def test_a_change_needs_a_reason_and_keeps_what_was_asked(self, part, ask):
        ask({part: Tier.IMR})
        with pytest.raises(Refused) as refusal:
            ask({part: Tier.SHORT_REPORT})
        assert refusal.value.field == "reason"

        changed = Brief(due_on=DUE, reason="Contact was slight.")
        ask({part: Tier.SHORT_REPORT}, brief=changed)

        assert [row.tier for row in part.evidence_requests.all()] == ["IMR", "SHORT_REPORT"]
        assert EvidenceRequest.objects.standing().get().reason == "Contact was slight."
        assert [kind for kind, _ in sent_to()] == ["evidence_changed", "evidence_requested"]
        assert part.imr.kind.noun == "short report"

    def test_a_first_request_keeps_no_reason_for_a_change(self, review, part, ask):
        other = AgencyInvolvementFactory(review=review)
        EvidenceRequestFactory(involvement=part)
        ask(
            {part: Tier.NOTHING, other: Tier.SUMMARY},
            brief=Brief(due_on=DUE, reason="Found no records."),
        )
        assert part.evidence_requests.last().reason == "Found no records."
        assert other.evidence_requests.last().reason == ""
        # an agency hears that nothing more is asked of it
        assert [kind for kind, _ in sent_to()] == ["evidence_changed"]

    def test_the_named_contact_can_be_let_in(self, part, ask):
        AgencyContactFactory(agency=part.agency, is_single_point=True, email="ines@alder.example")
        done = ask({part: Tier.IMR}, admit_contacts=True)
        assert [user.email for user in done.admitted] == ["ines@alder.example"]
        assert Membership.objects.get(involvement=part).role == Role.AGENCY_CONTACT

    @pytest.mark.parametrize(
        ("known", "field"),
        [
            ({"asked_on": date(2026, 2, 3)}, "asked_on"),
            ({"asked_on": date(2026, 1, 1)}, "asked_on"),
            ({"brief": Brief(due_on=None)}, "due_on"),
            ({"brief": Brief(due_on=date(2026, 2, 1))}, "due_on"),
        ],
    )
    def test_impossible_days_are_refused(self, part, ask, known, field):
        with pytest.raises(Refused) as refusal:
            ask({part: Tier.IMR}, **known)
        assert refusal.value.field == field
        assert not EvidenceRequest.objects.exists()

    def test_an_agency_of_another_review_is_refused(self, ask):
        with pytest.raises(Refused, match="at least one agency of this review"):
            ask({AgencyInvolvementFactory(): Tier.IMR})

    def test_whoever_does_not_commission_is_refused(self, review, part, ask):
        with pytest.raises(Refused, match="ask agencies for evidence"):
            ask({part: Tier.IMR}, by=playing(Role.PANEL_MEMBER, to=review))

    def test_nothing_is_asked_once_a_review_has_ended(self, review, part, ask):
        review.stage = "CONCLUDED"
        review.save()
        with pytest.raises(Refused, match="ended"):
            ask({part: Tier.IMR})

    def test_a_request_shows_nothing_in_its_name(self, part):
        assert str(EvidenceRequestFactory(involvement=part)).endswith("IMR")


class TestWhatIsSuggested:
    @pytest.mark.parametrize(
        ("kind", "tier"),
        [
            (ReturnKind.NIL, Tier.NOTHING),
            (ReturnKind.SUMMARY, Tier.SUMMARY),
            (ReturnKind.IMR_AND_CHRONOLOGY, Tier.IMR_AND_CHRONOLOGY),
            (ReturnKind.EXPERT_INPUT, Tier.EXPERT),
            (ReturnKind.NO_RESPONSE, None),
            (None, None),
        ],
    )
    def test_an_agencys_own_answer(self, review, part, kind, tier):
        if kind:
            ScopingReturnFactory(request__involvement=part, return_kind=kind)
        (place,) = places_of(review, latest_agreed(review))
        assert place.suggested == tier

    def test_the_terms_of_reference_weigh_more(self, review, part):
        ScopingReturnFactory(request__involvement=part, return_kind=ReturnKind.NIL)
        TermsContribution.objects.create(
            terms=agreed_terms(review), involvement=part, asked_for=[Contribution.SHORT_REPORT]
        )
        (place,) = places_of(review, latest_agreed(review))
        assert place.suggested == Tier.SHORT_REPORT
        assert place.known == ["Terms of reference: Short report", "Answered: Nil return"]

    def test_what_stands_weighs_most(self, review, part):
        EvidenceRequestFactory(involvement=part, tier=Tier.SUMMARY)
        (place,) = places_of(review, latest_agreed(review))
        assert place.suggested == Tier.SUMMARY
        assert place.known == ["Asked since 26 January 2026", "Has not answered"]

    @pytest.mark.parametrize(
        ("asked_for", "tier"),
        [
            ({"IMR", "CHRONOLOGY"}, Tier.IMR_AND_CHRONOLOGY),
            ({"IMR", "SUMMARY"}, Tier.IMR),
            ({"SHORT_REPORT"}, Tier.SHORT_REPORT),
            ({"SUMMARY"}, Tier.SUMMARY),
            ({"CHRONOLOGY"}, Tier.CHRONOLOGY),
        ],
    )
    def test_several_things_in_the_terms_make_one_tier(self, asked_for, tier):
        assert tier_of(asked_for) == tier

    @pytest.mark.parametrize(
        ("agreed_on", "due"),
        [
            (date(2026, 1, 20), date(2026, 3, 3)),  # six weeks from the agreement
            (date(2025, 12, 31), date(2026, 3, 16)),  # too near: six weeks from today
            (None, date(2026, 3, 16)),
        ],
    )
    def test_the_usual_day(self, review, agreed_on, due):
        if agreed_on:
            agreed_terms(review, agreed_on=agreed_on)
        assert default_due_on(review, latest_agreed(review), today=date(2026, 2, 2)) == due
