"""The annual report: what it counts, what it keeps to itself, and who takes it."""

import io
from datetime import date

import docx
import pytest
from django.urls import reverse

from actionplans.models import AnswerKind
from agencies.models import PostKind
from audit.models import AuditEvent
from documents.kinds import DocumentKind
from outcomes.operations.annual_report import hand_out
from outcomes.published.annual_report import Counted, rows_of
from outcomes.queries.annual_report import report_of
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.actionplans import (
    ActionFactory,
    AddresseeAnswerFactory,
    LearningPointFactory,
    RecommendationFactory,
)
from tests.factories.agencies import PostFactory
from tests.factories.postoffice import DispatchFactory, SentWordsFactory
from tests.factories.publications import PublicationFactory
from tests.factories.reviews import PersonFactory, ReviewFactory, admit
from tests.outcomes.conftest import NOW
from timescales.dates import ReportingYear

pytestmark = pytest.mark.django_db
TODAY, YEAR = date(2026, 9, 1), ReportingYear(2026)


@pytest.fixture
def post(place):
    return PostFactory(partnership=place, kind=PostKind.OFFICER)


def published(post, title, *, theme="Carers", on=date(2026, 6, 1), text="Words of the plan."):
    review = ReviewFactory(partnership=post.partnership, at_stage=Stage.PUBLISHED)
    admit(post.user, Role.CSP_OFFICER, to=review)
    PublicationFactory(review=review, title=title, published_on=on)
    one = RecommendationFactory(review=review, text=text)
    one.learning_points.add(LearningPointFactory(review=review, theme=theme))
    ActionFactory(recommendation=one, checked=True)
    ActionFactory(recommendation=one)
    return one


def tables(post, year=YEAR):
    report = report_of(post.partnership, year, reader=post.user, today=TODAY)
    return {table.title: table.rows for table in report.tables}


def taken(post, kind=DocumentKind.DOCX, by=None):
    return hand_out(
        place=post.partnership, year=YEAR, kind=kind, today=TODAY, by=by or post.user, at=NOW
    )


class TestNumbers:
    @pytest.mark.parametrize(("count", "said"), [(0, "0"), (1, "Fewer than 5"),
                                                 (4, "Fewer than 5"), (5, "5")])  # fmt: skip
    def test_few_that_are_not_all_public_are_told_as_few(self, count, said):
        assert rows_of([Counted("Notified", count)]) == (("Notified", said),)

    def test_a_number_is_not_broken_down_where_a_part_is_few(self):
        assert rows_of([Counted("Sent", 9, (("in time", 6), ("later", 3)))]) == (("Sent", "9"),)
        told = rows_of([Counted("Sent", 9, (("in time", 9), ("later", 0)))])
        assert told[1:] == (("of these, in time", "9"), ("of these, later", "0"))

    def test_published_reviews_are_told_by_title_with_how_far_they_are(self, post):
        published(post, "Maren")
        published(post, "Of the year before", on=date(2026, 3, 1))
        (row,) = tables(post)["Reviews published in the year"]
        assert row == ("Maren, June 2026", "1", "2", "1", "0", "1", "0")

    def test_what_is_not_published_or_later_is_not_told_of(self, post):
        published(post, "Maren", on=date(2027, 4, 1))
        running = ReviewFactory(partnership=post.partnership, at_stage=Stage.DRAFTING)
        RecommendationFactory(review=running)
        assert not tables(post)["Recommendations of published reviews: by reach"]

    def test_themes_of_more_than_one_review_come_again(self, post):
        published(post, "Maren")
        published(post, "Ines", theme="carers ")
        published(post, "Una", theme="Leaving")
        assert tables(post)["Themes that come again"] == (("Carers", "2"),)

    def test_it_says_that_themes_of_reports_brought_in_are_not_counted(self, post):
        report = report_of(post.partnership, YEAR, reader=post.user, today=TODAY)
        table = next(one for one in report.tables if one.title == "Themes that come again")
        for said in (table.caption, table.empty):
            assert "the partnership’s own published reviews" in said
            assert "Reports that were brought in are not counted" in " ".join(said.split())

    def test_national_bodies_are_told_by_their_last_answer(self, post):
        review = published(post, "Maren").review
        for answers in ((AnswerKind.NO_REPLY, AnswerKind.IN_PART), ()):
            one = RecommendationFactory(review=review, elsewhere=True)
            for kind in answers:
                AddresseeAnswerFactory(recommendation=one, kind=kind, reason="Not here.")
        (row,) = tables(post)["What national and regional bodies answered"]
        assert row == ("National", "2", "0", "1", "0", "1")

    def test_a_body_whose_link_does_not_open_is_not_told_as_silent(self, post):
        review = published(post, "Maren").review
        review.recorded_at = review.recorded_at.replace(year=2025)
        review.save()
        for route in ("by_link", "sent"):
            SentWordsFactory(dispatch=DispatchFactory(review=review, **{route: True}))
        (row,) = tables(post)["What national and regional bodies answered"]
        assert row == ("National", "1", "0", "0", "0", "1")


class TestLeaving:
    def test_no_words_of_a_plan_stand_in_it(self, post):
        published(post, "Maren", text="Ask every carer alone.")
        words = words_of(taken(post))
        assert "Maren" in words
        assert "Ask every carer alone" not in words

    def test_a_theme_that_names_somebody_stops_it_without_saying_whom(self, post):
        published(post, "Maren", theme="What Alwyn Testerby said")
        elsewhere = ReviewFactory(partnership=post.partnership)
        PersonFactory(review=elsewhere, true_name="Alwyn Testerby")
        with pytest.raises(Refused) as refusal:
            taken(post)
        assert "by theme" in str(refusal.value)
        assert "Testerby" not in str(refusal.value)
        assert not AuditEvent.objects.filter(event="annual_report.taken").exists()

    def test_the_trail_says_who_took_it(self, post):
        published(post, "Maren")
        assert taken(post, DocumentKind.PDF)[:4] == b"%PDF"
        assert AuditEvent.objects.get(event="annual_report.taken").subjects["year"] == 2026

    def test_nobody_takes_it_without_a_post(self, post, officer):
        with pytest.raises(Refused, match="officer or the chair"):
            taken(post, by=officer)


class TestPages:
    def test_the_page_shows_what_prints_and_leads_to_both_files(self, client, post):
        published(post, "Maren")
        client.force_login(post.user)
        page = client.get(reverse("outcomes:annual-report-now", args=["northside"]), follow=True)
        text = page.content.decode()
        assert "Maren, June 2026" in text
        for ending in ("pdf", "docx"):
            where = reverse("outcomes:annual-report-file", args=["northside", 2026, ending])
            assert where in text
            assert "attachment" in client.get(where)["Content-Disposition"]

    @pytest.mark.parametrize("rest", [(2019,), (2026, "odt")])
    def test_there_is_no_other_year_and_no_other_file(self, client, post, rest):
        published(post, "Maren")
        client.force_login(post.user)
        name = "annual-report-file" if len(rest) > 1 else "annual-report"
        assert client.get(reverse(f"outcomes:{name}", args=["northside", *rest])).status_code == 404

    def test_a_file_that_is_stopped_says_why_on_the_page(self, client, post):
        published(post, "Maren", theme="Alwyn Testerby")
        PersonFactory(review__partnership=post.partnership, true_name="Alwyn Testerby")
        client.force_login(post.user)
        where = reverse("outcomes:annual-report-file", args=["northside", 2026, "docx"])
        text = client.get(where, follow=True).content.decode()
        assert "A name or a telling day of a review stands in this report" in text


def words_of(content):
    paper = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in paper.paragraphs), *cells])
