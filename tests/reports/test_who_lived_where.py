"""Who lived where is drawn by months and aliases, and ends with the month of the death."""

from datetime import date

import pytest
from django.urls import reverse

from reports.published.addresses import WIDTH, Dweller, Stay, in_words, timeline
from reports.published.text import as_text
from reviews.access import Refused
from reviews.models import PersonAddress, PersonRole
from reviews.operations.people import add_address
from tests.factories.reviews import AT, PersonAddressFactory, PersonFactory
from tests.reports.saying import page, text
from tests.reports.test_figures import now, written

MAY, MARCH, JUNE = date(2016, 5, 1), date(2019, 3, 1), date(2019, 6, 1)
DEATH = date(2023, 10, 1)


def bars(drawing):
    return [one.at for one in drawing.shapes if one.kind == "box"]


def test_bars_stand_by_month_one_below_another_where_they_meet():
    drawn = timeline(
        [Dweller("Maris", (Stay("Address 1", MAY, MARCH), Stay("Address 2", MARCH, JUNE),
                           Stay("Address 3", JUNE)))], DEATH,
    )  # fmt: skip
    first, short, last = sorted(bars(drawn))
    assert first[0] + first[2] < last[0]
    assert first[1] == last[1] < short[1]
    assert max(x + wide for x, _, wide, _ in bars(drawn)) < WIDTH
    assert {"2017", "2023", "Death: October 2023"} <= set(drawn.words)


def test_a_single_month_is_drawn_as_well():
    drawn = timeline([Dweller("Maris", (Stay("Address 1", DEATH, DEATH),))], DEATH)
    assert bars(drawn)[0][2] > 0


def test_the_words_name_months_alone():
    said = in_words([Dweller("Maris", (Stay("Address 1", MAY, MARCH), Stay("B", JUNE)))], DEATH)
    assert "Maris lived at Address 1 from May 2016 until March 2019, then at B from June" in said


@pytest.mark.django_db
class TestInTheReport:
    def test_by_alias_and_month_without_what_came_after(self, writing, review):
        review.died_on = date(2023, 10, 17)
        review.save()
        maris = review.people.get()
        tobin = PersonFactory(review=review, role=PersonRole.PERPETRATOR, pseudonym="Tobin")
        PersonAddressFactory(person=maris, lived_from=MAY)
        PersonAddressFactory(person=tobin, alias="Address 9", lived_from=date(2023, 12, 1))
        PersonAddressFactory(person=tobin, lived_from=JUNE, lived_until=date(2023, 11, 1))
        written(review, "[=addresses]")
        said = as_text(now(review))
        assert "Maris lived at Address 1 from May 2016 on." in said
        assert "Tobin lived at Address 1 from June 2019 on." in said
        for never in ("Nowhere Lane", "17 October", "Address 9"):
            assert never not in said
        assert "data:image/svg" in text(writing.get(page("figures", review.reference)))

    def test_without_a_month_there_is_nothing_to_draw(self, writing, review):
        PersonAddressFactory(person=review.people.get())
        written(review, "[=addresses]")
        assert "[=addresses]" in as_text(now(review))
        assert "no address has the month" in text(writing.get(page("figures", review.reference)))


@pytest.mark.django_db
class TestMonths:
    def enter(self, browser, person, **more):
        at = reverse("reviews:add-address", args=[person.review.reference, person.pk])
        return text(browser.post(at, {"address": "1 Nowhere Lane, Norham", **more}, follow=True))

    def test_only_the_month_is_kept_and_joins_the_address_that_had_none(self, writing, review):
        person = review.people.get()
        PersonAddressFactory(person=person)
        days = {"lived_from": "17/05/2016", "lived_until": "2/3/2019"}
        shown = self.enter(writing, person, **spread(days))
        assert "From May 2016 until March 2019" in shown
        row = PersonAddress.objects.get()
        assert (row.lived_from, row.lived_until) == (MAY, MARCH)

    @pytest.mark.parametrize(
        ("given", "why"),
        [
            ({"lived_until": "2/3/2019"}, "Enter the month from when"),
            ({"lived_from": "2/4/2019", "lived_until": "2/3/2019"}, "left before they came"),
            ({"lived_from": "2/3/2031"}, "The month"),
        ],
    )
    def test_months_that_cannot_be(self, writing, review, given, why):
        assert why in self.enter(writing, review.people.get(), **spread(given))
        assert not PersonAddress.objects.exists()

    def test_by_whoever_has_no_right(self, review, member):
        with pytest.raises(Refused):
            add_address(person=review.people.get(), address="1 Lane", by=member, at=AT)


def spread(days):
    """Return days as the three boxes of a date."""
    return {
        f"{name}_{part}": words
        for name, day in days.items()
        for part, words in zip(("day", "month", "year"), day.split("/"), strict=True)
    }
