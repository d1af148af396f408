"""The story along time: lanes, columns, gaps and key events, and nothing finer than may be told."""

from datetime import date

import pytest
from django.urls import reverse

from composite.models import Weight
from composite.queries.picture import Grain, picture_of
from composite.queries.scope import Narrowing, scope_of
from reviews.access import Role
from tests.chronologies.world import UNDATED, agency_of, shown
from tests.factories.composite import EventWeightFactory
from tests.factories.evidence import agreed_terms
from tests.factories.reviews import playing
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db


def drawn(review, reader, wanted=None, *, is_named=True, reads_marks=True):
    scope, wanted = scope_of(review, reader), wanted or Narrowing()
    found = scope.narrowed(wanted)
    return picture_of(scope, found, wanted, is_named=is_named, reads_marks=reads_marks)


def row(day, words="Call."):
    return (day, "", "x", words, "")


def test_a_lane_for_each_agency_with_its_gaps(released, review, member):
    other = agency_of(review, "Beech Trust")
    released(row("5/1/2014"), row("9/1/2014"), row("3/12/2015"), UNDATED)
    author = playing(Role.IMR_AUTHOR, to=other)
    released(row("2014"), part=other, by=author)
    picture = drawn(review, member)
    alder, beech = picture.lanes
    assert (alder.label, beech.label) == ("Alder Trust", "Beech Trust")
    assert alder.colour != beech.colour
    assert [column.words for column in alder.columns] == [
        "January 2014: 2 entries",
        "December 2015: 1 entry",
    ]
    assert [column.level for column in alder.columns] == [4, 2]
    assert [gap.words for gap in alder.gaps] == ["nothing from February 2014 to November 2015"]
    assert alder.words == "3 entries with a day; nothing from February 2014 to November 2015"
    assert picture.span == "January 2014 to December 2015"
    assert alder.columns[0].x < alder.gaps[0].x < alder.columns[1].x


def test_no_picture_without_a_day(released, review, member):
    released(UNDATED)
    assert drawn(review, member) is None


def test_a_short_period_is_told_by_weeks_and_days(released, review, member):
    released(row("5/1/2016"), row("7/3/2016"))
    for latest, words in (
        (date(2016, 3, 31), "5 January 2016: 1 entry"),
        (date(2017, 3, 31), "5 January 2016: 1 entry"),
    ):
        near = Narrowing(earliest=date(2016, 1, 1), latest=latest)
        assert drawn(review, member, near).lanes[0].columns[0].words == words
        hidden = drawn(review, member, near, is_named=False).lanes[0].columns[0]
        assert hidden.words == "January 2016: 1 entry"


def test_weeks_begin_on_monday_and_quarters_in_their_first_month():
    day = date(2016, 5, 22)
    assert Grain.WEEK.begin(day) == date(2016, 5, 16)
    assert Grain.QUARTER.begin(day) == date(2016, 4, 1)
    assert Grain.YEAR.begin(day) == date(2016, 1, 1)
    assert Grain.DAY.begin(day) == day


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("5/1/2017", "January to March 2000: 1 entry"),
        ("5/1/2025", "1990: 1 entry"),
    ],
)
def test_a_long_story_is_told_by_quarters_and_years(released, review, member, last, words):
    first = "5/1/1990" if last.endswith("2025") else "5/1/2000"
    released(row(first), row(last))
    assert drawn(review, member).lanes[0].columns[0].words == words


def test_weeks_where_days_would_be_too_many(released, review, member):
    released(row("5/1/2016"), row("7/10/2016"))
    near = Narrowing(earliest=date(2016, 1, 1), latest=date(2016, 12, 31))
    assert (
        drawn(review, member, near).lanes[0].columns[0].words == "Week of 4 January 2016: 1 entry"
    )


def test_key_events_stand_above_and_lead_there(client, released, review, member):
    submission = released(row("5/1/2016"), row("7/3/2016", "Door broken."))
    entry = submission.entries.get(what_happened="Door broken.")
    EventWeightFactory(review=review, event=entry.root, weight=Weight.KEY)
    (key,) = drawn(review, member).key_events
    assert (key.pk, key.words) == (entry.pk, "Key event, Alder Trust, 7 March 2016")
    (hidden,) = drawn(review, member, is_named=False).key_events
    assert hidden.words == "Key event, Alder Trust, March 2016"
    assert not drawn(review, member, reads_marks=False).key_events
    client.force_login(member)
    page = shown(client.get(reverse("composite:composite", args=[review.reference])))
    assert f"?at={entry.pk}" in page
    assert "The picture in words" in Html(page).text


def test_a_press_looks_closer(client, released, review, member):
    released(row("5/1/2014"), row("7/3/2016", "Door broken."))
    client.force_login(member)
    narrow = reverse("composite:narrow", args=[review.reference])
    page = Html(shown(client.post(narrow, {"zoom": "2016"}, follow=True))).text
    assert "Door broken." in page
    assert "1 entry" in page


class TestThePeriodUnderReview:
    @pytest.fixture
    def told(self, released, review):
        review.period_from, review.period_to = date(2014, 3, 9), date(2015, 6, 20)
        review.save()
        return released(row("5/1/2014"), row("7/3/2016"))

    def test_it_is_a_band_from_its_first_day_to_its_last(self, told, review, member):
        picture = drawn(review, member)
        assert picture.period.words == "The period under review: from 9 March 2014 to 20 June 2015"
        first, last = picture.lanes[0].columns[0], picture.lanes[0].columns[1]
        end = picture.period.x + picture.period.width
        assert first.x < picture.period.x < end < last.x
        assert picture.period.edges == [picture.period.x, end]

    def test_who_reads_months_is_told_its_months(self, told, review, member):
        days, months = drawn(review, member), drawn(review, member, is_named=False)
        assert months.period.words == "The period under review: from March 2014 to June 2015"
        assert months.period.x < days.period.x
        assert months.period.x + months.period.width > days.period.x + days.period.width
        review.period_from, review.period_to = date(2014, 3, 1), date(2015, 6, 30)
        review.save()
        assert drawn(review, member, is_named=False).period == months.period

    def test_closer_it_is_what_is_in_the_picture(self, told, review, member):
        near = Narrowing(earliest=date(2016, 1, 1), latest=date(2016, 12, 31))
        period = drawn(review, member, near).period
        assert (period.width, period.edges) == (0, [])
        assert period.words.endswith("to 20 June 2015, which is not in this picture")

    def test_one_that_has_no_end_yet_goes_to_the_end(self, told, review, member):
        review.period_to = None
        review.save()
        picture = drawn(review, member)
        assert picture.period.words == "The period under review: from 9 March 2014"
        assert picture.period.x + picture.period.width == 980
        assert picture.period.edges == [picture.period.x]

    def test_the_agreed_terms_say_it_where_there_are_any(self, told, review, member):
        agreed_terms(review, period_from=date(2014, 10, 1), period_to=date(2015, 10, 31))
        words = drawn(review, member).period.words
        assert words == "The period under review: from 1 October 2014 to 31 October 2015"

    def test_without_one_the_page_says_nothing_of_it(self, client, released, review, member):
        released(row("5/1/2014"))
        assert drawn(review, member).period is None
        client.force_login(member)
        page = shown(client.get(reverse("composite:composite", args=[review.reference])))
        assert "period under review" not in page

    def test_the_page_draws_it_and_says_it_in_words(self, client, told, review, member):
        client.force_login(member)
        address = reverse("composite:composite", args=[review.reference])
        page = Html(shown(client.get(address)))
        assert len(page.all("rect", **{"class": "app-lanes__period"})) == 1
        assert len(page.all("line", **{"class": "app-lanes__edge"})) == 2
        said = "The period under review: from 9 March 2014 to 20 June 2015."
        assert page.text.count(said) == 2  # for who hears the picture, and below it
        assert "grey behind the lanes is the period under review" in page.text
        hidden = Html(shown(client.get(f"{address}?names=pseudonyms"))).text
        assert "from March 2014 to June 2015" in hidden
        assert "9 March" not in hidden
