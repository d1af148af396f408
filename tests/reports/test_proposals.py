"""What the record itself says under a heading of the report."""

from datetime import date

import pytest
from django.urls import reverse

from reports.models import SectionKind
from tests.factories.composite import NarrativeParagraphFactory
from tests.factories.reports import ReportSectionFactory
from tests.factories.reviews import DecisionFactory
from tests.factories.timescales import HoldFactory
from tests.reviews.clock import follow

pytestmark = pytest.mark.django_db
SAID = "The review took 58 days longer than the time the guidance allows."


def held_up(review):
    DecisionFactory(review=review, decided_on=date(2026, 1, 20))
    HoldFactory(review=review, began_on=date(2026, 2, 1), ended_on=date(2026, 5, 1))
    follow(review.pk)


def box(client, review):
    return client.get(
        reverse("reports:write-section", args=[review.reference, SectionKind.DELAY.slug])
    ).content.decode()


def test_the_reasons_for_delay_write_themselves(client, review, chair):
    held_up(review)
    client.force_login(chair)
    shown = box(client, review)
    assert SAID in shown
    assert "criminal process (February to April 2026: 89 days)" in shown
    assert "written from the record" in shown


def test_what_was_written_stands_and_the_record_is_offered_beside_it(client, review, chair):
    held_up(review)
    ReportSectionFactory(review=review, kind=SectionKind.DELAY, text="In our own words.")
    client.force_login(chair)
    shown = box(client, review)
    assert "In our own words." in shown
    assert "As the record has it now" in shown
    assert SAID in shown


def test_what_the_record_has_now_can_be_put_into_the_box(client, review, chair):
    held_up(review)
    ReportSectionFactory(review=review, kind=SectionKind.DELAY, text="In our own words.")
    client.force_login(chair)
    page = reverse("reports:write-section", args=[review.reference, SectionKind.DELAY.slug])
    assert "?anew" in client.get(page).content.decode()
    shown = client.get(f"{page}?anew").content.decode()
    assert "written from the record of where the days went" in shown
    assert "In our own words." not in shown


def test_the_narrative_is_offered_as_the_chronology(client, review, chair):
    NarrativeParagraphFactory(review=review, text="She told a nurse.")
    client.force_login(chair)
    page = reverse("reports:write-section", args=[review.reference, SectionKind.CHRONOLOGY.slug])
    shown = client.get(page).content.decode()
    assert "She told a nurse." in shown
    assert "written from the narrative chronology" in shown


def test_a_review_in_time_proposes_nothing(client, review, chair):
    client.force_login(chair)
    assert "written from the record" not in box(client, review)
