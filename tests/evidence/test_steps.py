"""Evidence asked for in steps, by other hands, and with the gaps told in the report."""

from datetime import date

import pytest
from django.urls import reverse

from chronologies.queries.facts import chronology_owed
from evidence.gates.evidence import evidence_is_in
from evidence.models import EvidenceRequest, IndividualManagementReview
from evidence.queries.facts import report_owed
from messaging.models import Message
from reports.published.text import as_text
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reviews.queries.asking import ask
from tests.evidence.conftest import TODAY
from tests.evidence.saying import day, errors, text
from tests.evidence.scoping import at
from tests.factories.agencies import AgencyFactory
from tests.factories.evidence import EvidenceRequestFactory
from tests.factories.panels import MeetingFactory
from tests.factories.reviews import AgencyInvolvementFactory

pytestmark = pytest.mark.django_db
DUE = date(2026, 4, 16)


@pytest.fixture
def part(review):
    return AgencyInvolvementFactory(review=review, agency__name="Alder Practice")


@pytest.fixture
def board():
    """A body that writes for GP practices, with an address of its own."""
    return AgencyFactory(name="Mere Care Board", kind="ICB", secure_email="icb@mere.example")


def said(**known):
    return {"whom_to_ring": "Ola", "how": "FROM_HERE", "reason": "", **day("due_on", DUE), **known}


def printed(review):
    return as_text(report_from(record_of(review, today=TODAY), version="Draft 1"))


def test_chronologies_come_first_and_reports_after_the_second_meeting(desk, review, part):
    EvidenceRequestFactory(
        involvement=part, tier="CHRONOLOGY", asked_on=TODAY, due_on=date(2026, 3, 2)
    )
    MeetingFactory(review=review, number=2)

    desk.post(
        at(part, "change-request"),
        said(tier="IMR_AND_CHRONOLOGY", reason="It wrote of much.", decided_at=2),
    )

    request = EvidenceRequest.objects.standing().get()
    assert (request.chronology_due_on, request.due_on) == (date(2026, 3, 2), DUE)
    page = text(desk.get(at(part, "evidence-request")))
    assert "The chronology comes first, by 2 March 2026." in page
    assert "The panel decided this at meeting 2." in page
    assert "2 February 2026: Chronology only, by 2 March 2026" in page
    owed = ask({"first": chronology_owed([review.pk]), "then": report_owed([review.pk])})
    assert [owed[when][0]["due_on"] for when in ("first", "then")] == [date(2026, 3, 2), DUE]


def test_both_are_asked_for_at_once_with_a_day_each(desk, review, part):
    page = reverse("evidence:commission", args=[review.reference])
    filled = {f"tier_{part.pk}": "IMR_AND_CHRONOLOGY", "confirm": "yes"}
    desk.post(page, said(**filled, **day("chronology_due_on", date(2026, 3, 1))))
    assert EvidenceRequest.objects.get().chronology_by == date(2026, 3, 1)


def test_a_meeting_that_never_was_decides_nothing(desk, part):
    page = desk.post(at(part, "change-request"), said(tier="IMR", decided_at=7))
    assert errors(page) == {"decided_at": ["This panel has no meeting 7"]}


@pytest.mark.parametrize("first", [date(2026, 4, 17), date(2026, 2, 1)])
def test_a_chronology_is_not_first_after_the_rest_or_before_it_is_asked_for(desk, part, first):
    filled = said(tier="IMR_AND_CHRONOLOGY", **day("chronology_due_on", first))
    assert "not after the rest" in text(desk.post(at(part, "change-request"), filled))
    assert not EvidenceRequest.objects.exists()


def test_another_body_writes_for_an_agency_and_is_told(desk, review, part, board):
    desk.post(at(part, "change-request"), said(tier="IMR", written_by=board.pk))

    assert "icb@mere.example" in [one.to_address for one in Message.objects.all()]
    assert "Mere Care Board writes it for you." in text(desk.get(at(part, "evidence-request")))
    assert "Alder Practice: IMR" in printed(review)


def test_one_report_is_for_several_practices_and_none_of_them_is_waited_for(
    desk, review, part, board
):
    others = [AgencyInvolvementFactory(review=review) for _ in range(2)]
    tiers = {f"tier_{one.pk}": "IN_ANOTHERS" for one in (part, *others)}
    page = reverse("evidence:commission", args=[review.reference])

    refused = desk.post(page, said(**tiers, confirm="yes"))
    assert errors(refused) == {"written_by": ["Say which body writes for them"]}
    desk.post(page, said(**tiers, confirm="yes", written_by=board.pk))

    assert EvidenceRequest.objects.filter(written_by=board).count() == 3
    assert not IndividualManagementReview.objects.exists()
    assert evidence_is_in(review) == []
    assert "In the report of Mere Care Board" in printed(review)


def test_no_body_writes_for_itself_as_another(desk, review, part):
    page = desk.post(at(part, "change-request"), said(tier="IMR", written_by=part.agency.pk))
    assert "Alder Practice is the body that writes" in text(page)
    assert not EvidenceRequest.objects.exists()


def test_an_agency_added_in_month_nine_is_asked_with_time_to_write(desk, review, part):
    EvidenceRequestFactory(involvement=part, asked_on=date(2026, 1, 26))
    late = AgencyInvolvementFactory(review=review, agency__name="Late Club", added_on=TODAY)
    form = desk.get(reverse("evidence:commission", args=[review.reference])).context["form"]
    assert form["due_on"].initial >= date(2026, 2, 16)
    desk.post(at(late, "change-request"), said(tier="SHORT_REPORT"))
    assert late.evidence_requests.get().asked_on == TODAY


def test_the_report_lists_what_is_outstanding_while_it_is_written(review, part):
    EvidenceRequestFactory(involvement=part, tier="IMR_AND_CHRONOLOGY", due_on=DUE)
    IndividualManagementReview.objects.create(involvement=part, recorded_at=part.recorded_at)
    words = printed(review)
    assert "Still outstanding when this was written" in words
    assert "Alder Practice: IMR and chronology" in words
