"""D31: the yearly look at the chair's contract and the agreements on data."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from agencies.models import COMMAND_LINE
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from reviews.models import Outcome
from tests.factories.reviews import AT, DecisionFactory, ReviewFactory, playing
from tests.factories.timescales import YearlyLookFactory
from tests.reviews.clock import begun_on_paper, clock_of, days_of, follow
from tests.timescales.test_holds import day
from timescales.models import YearlyLook
from timescales.operations import yearly

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture
def review():
    """Recorded here on 10 January 2026, and decided on 1 February."""
    made = ReviewFactory(
        at_stage=Stage.EVIDENCE,
        notified_on=date(2026, 1, 10),
        recorded_at=datetime(2026, 1, 10, 12, tzinfo=UTC),
    )
    DecisionFactory(review=made, decided_on=date(2026, 2, 1))
    return made


def test_it_is_owed_a_year_after_the_decision_and_after_each_look(review):
    assert days_of(review, "D31") == (date(2026, 2, 1), date(2027, 2, 1), None)
    look = YearlyLookFactory(review=review, looked_on=date(2027, 1, 20))
    assert days_of(review, "D31") == (date(2027, 1, 20), date(2028, 1, 20), None)
    yearly.take_back(look=look, by=COMMAND_LINE, at=AT)
    assert days_of(review, "D31")[1] == date(2027, 2, 1)


def test_none_is_owed_without_a_review_to_make_or_once_it_has_ended(review):
    assert not clock_of(ReviewFactory(), "D31")
    review.decisions.update(outcome=Outcome.NO_REVIEW)
    review.moves.filter(to_stage=Stage.COMMISSIONED).delete()
    assert not clock_of(review, "D31")
    over = ReviewFactory(at_stage=Stage.CONCLUDED)
    assert not clock_of(over, "D31")


def test_of_a_review_taken_over_the_years_on_paper_are_not_asked_for(review):
    begun_on_paper(review)
    review.decisions.update(decided_on=date(2024, 2, 1))
    assert days_of(review, "D31")[1] == date(2027, 1, 10)  # a year after it was recorded here


def test_an_officer_records_it_and_takes_it_back(client, review):
    follow(review.pk, today=TODAY)
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    home = reverse("timescales:timescale", args=[review.reference])
    page = reverse("timescales:look-yearly", args=[review.reference])
    assert page in client.get(home).content.decode()
    client.post(page, {**day("looked_on", date(2100, 3, 2)), "note": "The rate stands."})
    assert not YearlyLook.objects.exists()
    client.post(page, {**day("looked_on", date(2026, 3, 2)), "note": "The rate stands."})
    look = YearlyLook.objects.get()
    assert "The rate stands." in client.get(home).content.decode()
    client.post(reverse("timescales:take-back-yearly-look", args=[review.reference, look.pk]))
    assert not YearlyLook.objects.exists()


@pytest.mark.parametrize("role", [Role.INDEPENDENT_CHAIR, Role.PANEL_MEMBER])
def test_whose_contract_it_is_reads_nothing_of_it(client, review, role):
    look = YearlyLookFactory(review=review)
    reader = playing(role, to=review)
    client.force_login(reader)
    words = client.get(reverse("timescales:timescale", args=[review.reference])).content.decode()
    assert look.note not in words
    assert "yearly look" not in words
    for name, args in (("look-yearly", []), ("take-back-yearly-look", [look.pk])):
        page = reverse(f"timescales:{name}", args=[review.reference, *args])
        assert client.get(page).status_code == 404
    with pytest.raises(Refused):
        yearly.look(review=review, looked_on=TODAY, note="Seen.", today=TODAY, by=reader, at=AT)
    assert str(look) == f"yearly look {look.pk} at review {review.pk}"


def look_on(review, day):
    return yearly.look(
        review=review, looked_on=day, note="Seen.", today=TODAY, by=COMMAND_LINE, at=AT
    )


def test_one_before_the_decision_or_twice_on_a_day_is_refused(review):
    with pytest.raises(Refused, match="on or after 1 February 2026") as refusal:
        look_on(review, date(2026, 1, 31))
    assert refusal.value.field == "looked_on"
    look_on(review, date(2026, 2, 1))
    with pytest.raises(Refused, match="recorded already"):
        look_on(review, date(2026, 2, 1))
    assert YearlyLook.objects.count() == 1
    look_on(review, TODAY)
    assert days_of(review, "D31")[1] == date(2027, 3, 2)


def test_before_there_is_a_decision_none_is_recorded_or_offered(client):
    review = ReviewFactory()
    with pytest.raises(Refused, match="no decision to review is recorded"):
        look_on(review, TODAY)
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    home = client.get(reverse("timescales:timescale", args=[review.reference])).content.decode()
    assert reverse("timescales:look-yearly", args=[review.reference]) not in home
