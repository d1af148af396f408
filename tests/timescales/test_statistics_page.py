"""The pages of a year's statistics: what they lead to, and who may read them."""

import csv
import io
from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from agencies.models import PostKind
from reviews.access import Role
from reviews.models import Review
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    DeadlineFactory,
    ReviewFactory,
    admit,
    playing,
)
from tests.factories.timescales import DelaySpanFactory, HoldFactory
from tests.pages.reading import Html
from tests.timescales.counting import counted
from timescales.dates import year_of

pytestmark = pytest.mark.django_db


def page(name="statistics", *args):
    return reverse(f"timescales:{name}", args=["northside", *args])


class TestPage:
    @pytest.fixture(autouse=True)
    def on_one_day(self):
        with time_machine.travel(date(2024, 3, 1), tick=True):
            yield

    def test_it_shows_the_year_that_runs_and_leads_to_the_others(self, client_in, stories):
        text = client_in.get(page()).content.decode()
        assert "Statistics of 2023–24" in text
        assert "1 April 2023 to 31 March 2024, until today, 1 March 2024" in Html(text).text
        links = {link.get("href") for link in Html(text).all("a")}
        assert page("statistics-of-year", 2021) in links
        assert (
            "Statistics of 2021–22"
            in client_in.get(page("statistics-of-year", 2021)).content.decode()
        )

    def test_each_number_leads_to_its_reviews(self, client_in, stories, place):
        html = Html(client_in.get(page()).content.decode())
        rows = {row.text.split("  ")[0]: row for row in html.all("tr")}
        assert rows
        links = {link.get("href") for link in html.all("a")}
        for review in Review.objects.filter(partnership=place):
            assert review.get_absolute_url() in links

    @pytest.mark.parametrize("begins", [2020, 2024, 0, 9999])
    def test_a_year_with_nothing_to_count_is_not_there(self, client_in, stories, begins):
        assert client_in.get(page("statistics-of-year", begins)).status_code == 404
        assert client_in.get(page("statistics-file", begins)).status_code == 404

    def test_with_no_review_it_says_so(self, client_in):
        text = client_in.get(page()).content.decode()
        assert "No review ran in this year" in text
        assert "there is no median" in text

    def test_the_file_says_the_same(self, client_in, stories, place):
        answer = client_in.get(page("statistics-file", 2023))
        assert 'filename="northside-2023-2024.csv"' in answer["Content-Disposition"]
        table = list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
        rows = {row["What"]: row for row in table}
        late = next(pk for pk, name in stories.items() if name == "late")
        six = rows["Sent to the Home Office: within six months of the decision"]
        assert (six["Number"], six["Reviews"]) == ("1", Review.objects.get(pk=late).reference)
        assert rows["Median days from the decision to the sending"]["Number"] == "406.5"
        shown = counted(place, Review.objects.get(pk=late).memberships.get().user, 2023,
                        today=date(2024, 3, 1))  # fmt: skip
        assert sum(int(row["Number"]) for row in table if row["About"] == "Days") == shown.days

    def test_no_formula_hides_in_the_file(self, client_in, place, officer):
        review = ReviewFactory(partnership=place, reference="=1+1", notified_on=date(2024, 1, 1))
        admit(officer, Role.CSP_OFFICER, to=review)
        cells = b"".join(client_in.get(page("statistics-file", 2023))).decode("utf-8-sig")
        for row in csv.reader(io.StringIO(cells)):
            for cell in row:
                assert not cell.startswith("=")


class TestWhose:
    def test_officers_and_chairs_of_the_partnership_read_it(self, client, place):
        for kind in PostKind:
            client.force_login(PostFactory(partnership=place, kind=kind).user)
            reads = kind in (PostKind.OFFICER, PostKind.CHAIR)
            for where in (page(), page("statistics-file", year_of(timezone.localdate()).begins)):
                assert (client.get(where).status_code == 200) is reads, kind

    def test_nobody_else_does(self, client, place):
        review = ReviewFactory(partnership=place)
        part = AgencyInvolvementFactory(review=review)
        for who in (
            UserFactory(), PostFactory().user, playing(Role.IMR_AUTHOR, to=part),
            playing(Role.INDEPENDENT_CHAIR, to=review), playing(Role.CSP_OFFICER, to=review),
        ):  # fmt: skip
            client.force_login(who)
            assert client.get(page()).status_code == 404

    def test_what_the_reader_may_not_open_is_not_counted_and_that_is_said(
        self, client_in, place, stories
    ):
        closed = ReviewFactory(partnership=place, notified_on=date(2024, 1, 1))
        elsewhere = ReviewFactory(notified_on=date(2024, 1, 1))
        text = client_in.get(page("statistics-of-year", 2023)).content.decode()
        assert closed.reference not in text
        assert elsewhere.reference not in text
        assert "1 review of this partnership is not open to you" in text

    def test_the_way_there(self, client_in, place, stories, client):
        assert page() in client_in.get(reverse("reviews:list")).content.decode()
        review = Review.objects.filter(partnership=place).first()
        days = reverse("timescales:delays", args=[review.reference])
        assert page() in client_in.get(days).content.decode()
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
        assert page() not in client.get(days).content.decode()
        assert page() not in client.get(reverse("reviews:list")).content.decode()


@pytest.mark.parametrize("count", [3, 30])
def test_the_queries_stay_few(client_in, place, officer, count, django_assert_max_num_queries):
    for _ in range(count):
        review = ReviewFactory(partnership=place, notified_on=date(2026, 1, 5))
        admit(officer, Role.CSP_OFFICER, to=review)
        HoldFactory(review=review)
        DelaySpanFactory(review=review)
        DeadlineFactory(review=review)
    with time_machine.travel(date(2026, 3, 20)), django_assert_max_num_queries(15):
        text = client_in.get(page()).content.decode()
    assert review.reference in text
