"""What an agency's page shows of its report and its chronology, with the way to each."""

from datetime import date

import pytest

from evidence.models import Tier
from reviews.access import Role
from tests.evidence.saying import address, text
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.evidence import EvidenceRequestFactory, ImrFactory, ScopingReturnFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def part(review):
    return AgencyInvolvementFactory(review=review, agency__name="Alder Trust")


def test_the_officer_finds_the_report_and_the_chronology_of_an_agency(desk, part):
    ImrFactory(involvement=part, asked=Tier.IMR_AND_CHRONOLOGY, asked__due_on=date(2026, 3, 9))
    shown = desk.get(part.get_absolute_url())
    assert "<p>Due 9 March 2026" in text(shown)
    assert "Not sent yet" in text(shown)
    assert f'"{address(part, "imr")}"' in shown.content.decode()

    ChronologySubmissionFactory(involvement=part, read=True, rows_read=2, rows_rejected=2)
    assert "2 rows to mend" in text(desk.get(part.get_absolute_url()))


def test_nothing_is_shown_of_an_agency_of_which_nothing_is_asked(desk, part):
    EvidenceRequestFactory(involvement=part, tier=Tier.SUMMARY)
    assert "Chronology" not in text(desk.get(part.get_absolute_url()))


def test_an_author_finds_both_on_the_agency_s_page(client, part):
    ScopingReturnFactory(request__involvement=part)
    ImrFactory(involvement=part, asked=Tier.IMR_AND_CHRONOLOGY)
    client.force_login(playing(Role.IMR_AUTHOR, to=part))
    assert "Not sent yet" in text(client.get(part.get_absolute_url()))


def test_a_contact_sees_neither(client, part):
    ScopingReturnFactory(request__involvement=part)
    ImrFactory(involvement=part, asked=Tier.IMR_AND_CHRONOLOGY)
    client.force_login(playing(Role.AGENCY_CONTACT, to=part))
    assert "Not sent yet" not in text(client.get(part.get_absolute_url()))
