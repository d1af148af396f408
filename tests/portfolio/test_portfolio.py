"""Which reviews of a partnership will be late, where the days go, what each costs."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from openpyxl import load_workbook

from agencies.models import PostKind
from audit.kinds import Kind, kind_of
from audit.models import AuditEvent
from portfolio.queries.rows import rows_of
from privacy.marking import OFFICIAL_SENSITIVE
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.operations.clock import follow
from tests.factories.agencies import AgencyFactory, PostFactory
from tests.factories.costs import BudgetFactory, InvoiceFactory, ShareFactory
from tests.factories.evidence import ScopingRequestFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    DecisionFactory,
    PersonFactory,
    ReviewFactory,
    admit,
)
from tests.factories.timescales import DelaySpanFactory, ExtensionFactory, HoldFactory
from tests.pages.reading import Html
from timescales.models import Cause

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(datetime(2026, 9, 1, 12, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def post():
    return PostFactory(kind=PostKind.OFFICER)


def commissioned(post, decided_on, **told):
    """A review that was decided on a day: its report is due six months later."""
    review = ReviewFactory(partnership=post.partnership, at_stage=Stage.COMMISSIONED, **told)
    DecisionFactory(review=review, decided_on=decided_on)
    moved = review.moves.filter(to_stage=Stage.COMMISSIONED)
    assert moved.update(moved_on=decided_on) == 1
    admit(post.user, Role.CSP_OFFICER, to=review)
    follow(review.pk, today=TODAY)
    return review


def rows(post):
    return rows_of(post.partnership, post.user, today=TODAY)


def page_of(client, post, **asked):
    client.force_login(post.user)
    return client.get(reverse("portfolio:portfolio", args=[post.partnership.slug]), asked)


def file_of(client, post, **asked):
    client.force_login(post.user)
    return client.get(reverse("portfolio:file", args=[post.partnership.slug]), asked)


class TestRows:
    def test_days_after_the_sign_off_made_no_report_late(self, post):
        review = commissioned(post, date(2026, 1, 20))
        review.deadlines.filter(code="D7").update(met_on=date(2026, 2, 1))
        review.deadlines.filter(code="D11").update(met_on=date(2026, 8, 1))
        for cause, *days in (
            (Cause.PANEL, date(2026, 3, 1), date(2026, 3, 20)),
            (Cause.HOME_OFFICE, date(2026, 7, 25), date(2026, 8, 30)),
        ):
            DelaySpanFactory(review=review, cause=cause, from_on=days[0], to_on=days[1])
        (row,) = rows(post)
        assert row.most_days == (Cause.PANEL.label, 20)

    def test_days_that_only_the_familys_deadlines_speak_for_are_work_to_who_is_outside(self, post):
        review = commissioned(post, date(2026, 1, 20))
        review.deadlines.filter(code="D7").update(met_on=date(2026, 2, 1))
        given = {"started_on": date(2026, 5, 1), "due_on": date(2026, 5, 21)}
        review.deadlines.create(code="D14", met_on=date(2026, 5, 31), **given)
        chair = PostFactory(partnership=post.partnership, kind=PostKind.CHAIR)
        admit(chair.user, Role.CSP_CHAIR, to=review)
        (inside,), (outside,) = rows(post), rows(chair)
        assert inside.ledger.days[Cause.FAMILY] > 0
        assert Cause.FAMILY not in outside.ledger.days
        assert sum(inside.ledger.days.values()) == sum(outside.ledger.days.values())

    def test_the_latest_against_its_day_comes_first(self, post):
        early = commissioned(post, date(2026, 1, 20))
        late = commissioned(post, date(2025, 9, 1))
        undecided = ReviewFactory(partnership=post.partnership)
        admit(post.user, Role.CSP_OFFICER, to=undecided)
        found = rows(post)
        assert [row.review for row in found] == [late, early, undecided]
        assert [row.says for row in found] == ["Late", "Late", "No report is due yet"]
        assert found[0].over == (TODAY - date(2026, 3, 1)).days
        assert found[0].likely_over > found[0].over

    def test_what_is_signed_off_stands_last_and_says_whether_it_was_in_time(self, post):
        done = commissioned(post, date(2025, 3, 1))
        done.moves.create(
            from_stage=Stage.PANEL_AGREED,
            to_stage=Stage.CSP_SIGNED_OFF,
            moved_on=date(2026, 3, 1),
            recorded_at=datetime(2026, 3, 1, tzinfo=UTC),
        )
        follow(done.pk, today=TODAY)
        running = commissioned(post, date(2026, 8, 1))
        found = rows(post)
        assert [row.review for row in found] == [running, done]
        assert (found[1].says, found[1].over, found[1].forecast) == ("Signed off late", 181, None)

    def test_a_later_day_that_was_agreed_is_what_counts(self, post):
        review = commissioned(post, date(2026, 1, 20))
        ExtensionFactory(review=review, due_on=date(2029, 1, 1))
        follow(review.pk, today=TODAY)
        row = rows(post)[0]
        assert (row.over, row.says, row.tone) == (0, "In time", "plain")
        assert row.report.due_on == date(2026, 7, 20)

    def test_what_will_be_late_is_said_before_the_day_has_passed(self, post):
        commissioned(post, date(2026, 8, 1))
        row = rows(post)[0]
        assert (row.over, row.says, row.tone) == (0, "Likely to be late", "soon")

    def test_it_says_what_was_awaited_longest_and_on_whom(self, post):
        review = commissioned(post, date(2026, 8, 1))
        part = AgencyInvolvementFactory(review=review)
        ScopingRequestFactory(involvement=part)
        follow(review.pk, today=TODAY)
        wait = rows(post)[0].wait
        assert wait is not None
        assert wait.days > 0
        assert "day" in wait.words
        assert wait.on

    def test_where_most_days_went(self, post):
        review = commissioned(post, date(2026, 1, 20))
        DelaySpanFactory(
            review=review, from_on=date(2026, 2, 1), to_on=date(2026, 7, 31), cause=Cause.CRIMINAL
        )
        assert rows(post)[0].most_days == ("Criminal process", 181)

    def test_a_review_that_is_not_open_to_the_reader_is_not_there(self, client, post):
        other = ReviewFactory(partnership=post.partnership)
        BudgetFactory(review=other, amount=Decimal(77777))
        mine = commissioned(post, date(2026, 1, 20))
        assert [row.review for row in rows(post)] == [mine]
        words = page_of(client, post).content.decode()
        assert other.reference not in words
        assert "77,777" not in words

    def test_costs_are_not_shown_to_whoever_does_not_see_them_in_the_review(self, client, post):
        review = ReviewFactory(partnership=post.partnership)
        BudgetFactory(review=review, amount=Decimal(77777))
        admit(post.user, Role.PANEL_MEMBER, to=review)
        assert rows(post)[0].sums is None
        assert "77,777" not in page_of(client, post).content.decode()
        own = commissioned(post, date(2026, 1, 20))
        BudgetFactory(review=own, amount=Decimal(12345))
        words = page_of(client, post).content.decode()
        assert "£12,345" in words
        assert "Not shown to you" in words
        assert "77,777" not in words


class TestPage:
    def test_filters_stand_in_the_address(self, client, post):
        late = commissioned(post, date(2025, 9, 1))
        undecided = ReviewFactory(partnership=post.partnership)
        admit(post.user, Role.CSP_OFFICER, to=undecided)
        for asked, there, gone in [
            ({"standing": "late"}, late, undecided),
            ({"step": "1"}, undecided, late),
        ]:
            words = page_of(client, post, **asked).content.decode()
            assert there.reference in words
            assert gone.reference not in words
        assert "No review fits" in page_of(client, post, standing="signed-off").content.decode()
        nonsense = page_of(client, post, standing="nonsense", step="99").content.decode()
        assert late.reference in nonsense
        assert undecided.reference in nonsense

    def test_the_picture_says_in_words_what_it_shows(self, client, post):
        review = commissioned(post, date(2026, 1, 20))
        html = Html(page_of(client, post).content.decode())
        said = html.find("desc").text
        assert review.reference in said
        assert "report due 20 July 2026" in said
        assert "late" in said

    def test_it_names_nobody_and_tells_no_day_of_a_death(self, client, post):
        review = commissioned(post, date(2026, 1, 20))
        PersonFactory(review=review, true_name="Zelda Quorndon")
        HoldFactory(review=review, note="Zelda’s trial")
        for answer in (page_of(client, post), file_of(client, post)):
            said = answer.content.decode(errors="replace")
            assert "Zelda" not in said
            assert str(review.died_on) not in said
        died = f"{review.died_on.day} {review.died_on:%B %Y}"
        assert died not in page_of(client, post).content.decode()

    def test_nobody_without_the_post_finds_it(self, client, post):
        review = commissioned(post, date(2026, 1, 20))
        for kind in (PostKind.ADMINISTRATOR, PostKind.HOME_OFFICE_LIAISON):
            client.force_login(PostFactory(partnership=post.partnership, kind=kind).user)
            for name in ("portfolio", "file"):
                page = reverse(f"portfolio:{name}", args=[post.partnership.slug])
                assert client.get(page).status_code == 404
        elsewhere = PostFactory(kind=PostKind.OFFICER)
        client.force_login(elsewhere.user)
        page = reverse("portfolio:portfolio", args=[post.partnership.slug])
        assert client.get(page).status_code == 404
        assert review.reference

    def test_an_empty_one_says_what_would_fill_it(self, client, post):
        assert "No review of this partnership" in page_of(client, post).content.decode()

    def test_the_way_to_it_stands_where_officers_look(self, client, post):
        page = reverse("portfolio:portfolio", args=[post.partnership.slug])
        client.force_login(post.user)
        for name in ("reviews:list", "reviews:my-work"):
            assert page in client.get(reverse(name)).content.decode()

    @pytest.mark.parametrize("count", [3, 30])
    def test_it_asks_at_most_fifteen_times_however_many_reviews(
        self, client, post, count, django_assert_max_num_queries
    ):
        for number in range(count):
            review = commissioned(post, date(2026, 1, 1 + number % 28))
            part = AgencyInvolvementFactory(review=review, agency=AgencyFactory())
            ScopingRequestFactory(involvement=part)
            HoldFactory(review=review, ended_on=date(2026, 3, 1))
            DelaySpanFactory(review=review)
            InvoiceFactory(review=review)
            ShareFactory(review=review)
            follow(review.pk, today=TODAY)
        page_of(client, post)
        with django_assert_max_num_queries(17):  # two of them the savepoints of a test
            assert page_of_again(client, post).status_code == 200


def page_of_again(client, post):
    return client.get(reverse("portfolio:portfolio", args=[post.partnership.slug]))


class TestFile:
    def sheet(self, answer):
        assert answer.status_code == 200
        return load_workbook(io.BytesIO(answer.content)).active

    def test_the_same_rows_with_days_and_amounts_as_such(self, client, post):
        review = commissioned(post, date(2026, 1, 20))
        BudgetFactory(review=review, amount=Decimal("12000.50"))
        InvoiceFactory(review=review, net=Decimal(3000))
        told = list(self.sheet(file_of(client, post)).values)
        heads = next(row for row in told if row[0] == "Review")
        row = dict(zip(heads, next(row for row in told if row[0] == review.reference), strict=True))
        assert row["Statutory day"].date() == date(2026, 7, 20)
        assert (row["Agreed"], row["Spent"]) == (12000.5, 3000)
        assert row["Days over"] == 43
        assert row["How it stands"] == "Late"
        last = next(row for row in told if row[0] == "1 review")
        assert last[-3:-1] == (12000.5, 3000)
        assert any(row[0] == "Where the days went" for row in told)

    def test_it_prints_on_one_page_with_its_heads_and_marking(self, client, post):
        commissioned(post, date(2026, 1, 20))
        sheet = self.sheet(file_of(client, post))
        setup = sheet.page_setup
        assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
        assert (setup.fitToWidth, setup.fitToHeight) == (1, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$4:$4"
        assert sheet["A4"].value == "Review"
        assert sheet.oddHeader.center.text == sheet.oddFooter.center.text == OFFICIAL_SENSITIVE
        top = [sheet.cell(row, 1).value for row in (1, 2, 3)]
        assert str(post.partnership) in top[0]
        assert "1 September 2026" in top[1]
        assert post.user.full_name in top[1]

    def test_what_looks_like_a_formula_stays_words(self, client, post):
        post.partnership.name = "=HYPERLINK(1)"
        post.partnership.save()
        post.user.full_name = "=cmd\x0b"
        post.user.save()
        review = commissioned(post, date(2026, 8, 1))
        agency = AgencyFactory(name="=1+1", short_name="=1+1")
        ScopingRequestFactory(involvement=AgencyInvolvementFactory(review=review, agency=agency))
        follow(review.pk, today=TODAY)
        sheet = self.sheet(file_of(client, post))
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]

    def test_it_holds_what_was_asked_for_and_says_so(self, client, post):
        late = commissioned(post, date(2025, 9, 1))
        other = ReviewFactory(partnership=post.partnership)
        admit(post.user, Role.CSP_OFFICER, to=other)
        told = str(list(self.sheet(file_of(client, post, standing="late")).values))
        assert late.reference in told
        assert other.reference not in told
        assert "Shown: Late, or likely to be." in told

    def test_the_trail_says_who_took_it_away_once(self, client, post):
        commissioned(post, date(2026, 1, 20))
        file_of(client, post)
        event = AuditEvent.objects.get(event="portfolio.exported")
        assert event.subjects["reviews"] == 1
        assert kind_of(event.event) == Kind.TAKEN
        assert not AuditEvent.objects.filter(event="document.downloaded").exists()
