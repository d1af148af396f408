"""The deadlines of chronologies follow what was asked for and what was submitted."""

from datetime import UTC, date, datetime

import pytest

from documents.models import Route
from evidence.models import Tier
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.evidence import EvidenceRequestFactory
from tests.factories.reviews import AgencyInvolvementFactory
from tests.reviews.clock import clock_of, days_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def part():
    return AgencyInvolvementFactory()


@pytest.fixture
def asked(part):
    return EvidenceRequestFactory(involvement=part, tier=Tier.CHRONOLOGY, due_on=date(2026, 3, 16))


@pytest.fixture
def met(part, asked):
    return lambda: days_of(part.review, "D9", f"chronology-{asked.pk}")[2]


def test_it_is_owed_by_the_day_the_request_names(part, asked):
    ChronologySubmissionFactory(submitted=True)
    assert clock_of(part.review, "D9") == {
        f"chronology-{asked.pk}": (date(2026, 1, 26), date(2026, 3, 16), None)
    }
    assert part.review.deadlines.get(code="D9").involvement == part


def test_an_imr_and_a_chronology_are_owed_each_by_itself(part):
    asked = EvidenceRequestFactory(involvement=part, tier=Tier.IMR_AND_CHRONOLOGY)
    assert set(clock_of(part.review, "D9")) == {f"chronology-{asked.pk}", f"report-{asked.pk}"}


def test_no_chronology_is_owed_with_an_imr_alone(part):
    asked = EvidenceRequestFactory(involvement=part, tier=Tier.IMR)
    assert set(clock_of(part.review, "D9")) == {f"report-{asked.pk}"}


def test_the_first_that_is_submitted_meets_it_on_its_day_in_london(part, met):
    ChronologySubmissionFactory(involvement=part, read=True)
    assert met() is None
    late_at_night = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    ChronologySubmissionFactory(involvement=part, submitted=True, submitted_at=late_at_night)
    assert met() == date(2026, 7, 1)


def test_one_given_back_does_not(part, met):
    sent = ChronologySubmissionFactory(involvement=part, submitted=True)
    assert met() == date(2026, 2, 2)
    sent.state, sent.submitted_at, sent.given_back_note = "READ", None, "May is missing."
    sent.save()
    assert met() is None


def test_one_that_came_by_post_came_on_the_day_it_was_given(part, met):
    ChronologySubmissionFactory(
        involvement=part,
        released=True,
        received_via=Route.POST,
        on_behalf_of="Mara Sennet",
        given_on=date(2026, 1, 30),
    )
    assert met() == date(2026, 1, 30)
