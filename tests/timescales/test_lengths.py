"""A partnership sets its own local figures, and never a statutory one."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from agencies.models import PostKind
from audit.models import AuditEvent
from reviews.access import Refused
from reviews.deadlines import RULES
from reviews.lifecycle import Stage
from reviews.models import Deadline, LocalLength
from reviews.queries.lengths import due_in
from tests.factories.agencies import PostFactory
from tests.factories.reviews import AT, DecisionFactory, ReviewFactory
from tests.reviews.clock import follow
from timescales.operations.lengths import set_length

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture
def post():
    return PostFactory()


def set_d7(post, **told):
    told = {
        "code": "D7",
        "days": 45,
        "in_working_days": False,
        "from_on": TODAY,
        "reason": "Agreed by the board.",
        "by": post.user,
        **told,
    }
    return set_length(partnership=post.partnership, today=TODAY, at=AT, **told)


def test_it_holds_for_clocks_that_start_from_its_day_on(post):
    set_d7(post)
    set_d7(post, days=20, in_working_days=True, from_on=date(2026, 4, 1))
    review = ReviewFactory(partnership=post.partnership)
    for started_on, due in (
        (date(2026, 3, 1), date(2026, 3, 31)),  # the default of 30 days
        (date(2026, 3, 2), date(2026, 4, 16)),
        (date(2026, 4, 1), date(2026, 5, 1)),  # 20 working days over Easter
    ):
        assert due_in(review, "D7", started_on=started_on) == due
    assert due_in(ReviewFactory(), "D7", started_on=date(2026, 3, 2)) == date(2026, 4, 1)


def test_the_clock_of_its_reviews_goes_by_it(post):
    set_d7(post, from_on=date(2026, 3, 2))
    review = ReviewFactory(partnership=post.partnership, at_stage=Stage.DECISION_PENDING)
    DecisionFactory(review=review, decided_on=date(2026, 3, 10))
    follow(review.pk, today=date(2026, 3, 10))
    assert Deadline.objects.get(code="D7").due_on == date(2026, 4, 24)


@pytest.mark.parametrize("code", ["D4", "D11", "D12", "D20", "D21", "D22", "D15"])
def test_nobody_changes_what_is_not_local(client, post, code):
    with pytest.raises(Refused, match="not the partnership’s to set"):
        set_d7(post, code=code)
    client.force_login(post.user)
    page = reverse("timescales:change-length", args=[post.partnership.slug, code])
    assert client.get(page).status_code == 404


@pytest.mark.parametrize(
    ("told", "field", "words"),
    [
        ({"days": 0}, "days", "from 1 to 730"),
        ({"days": 731}, "days", "from 1 to 730"),
        ({"from_on": date(2026, 3, 1)}, "from_on", "what has begun keeps its day"),
    ],
)
def test_a_slip_is_refused(post, told, field, words):
    with pytest.raises(Refused, match=words) as refusal:
        set_d7(post, **told)
    assert refusal.value.field == field
    assert not LocalLength.objects.exists()


def test_only_officers_and_chairs_of_the_partnership_set_it(client, post):
    elsewhere = PostFactory()
    administrator = PostFactory(partnership=post.partnership, kind=PostKind.ADMINISTRATOR)
    for stranger in (elsewhere.user, administrator.user):
        with pytest.raises(Refused, match="Only a CSP officer or the chair"):
            set_d7(post, by=stranger)
        client.force_login(stranger)
        page = reverse("timescales:lengths", args=[post.partnership.slug])
        assert client.get(page).status_code == 404


def test_what_was_set_is_never_edited(post):
    made = set_d7(post)
    assert str(made) == f"D7 in partnership {post.partnership.pk}"
    event = AuditEvent.objects.get(event="deadline.length_set")
    assert event.subjects["code"] == "D7"
    with pytest.raises(DatabaseError), transaction.atomic():
        LocalLength.objects.update(days=1)


def test_the_page_shows_every_rule_with_its_authority_and_takes_a_figure(client, post):
    client.force_login(post.user)
    page = reverse("timescales:lengths", args=[post.partnership.slug])
    shown = client.get(page).content.decode()
    for rule in RULES.values():
        assert rule.name in shown
    assert "Not local" in shown
    changing = reverse("timescales:change-length", args=[post.partnership.slug, "D7"])
    told = {
        "days": "45", "kind": "WORKING", "reason": "Agreed by the board.",
        "from_on_day": 1, "from_on_month": 1, "from_on_year": 2099,
    }  # fmt: skip
    assert (
        "Enter a number of days, such as 28"
        in client.post(changing, told | {"days": "soon"}).content.decode()
    )
    done = client.post(changing, told, follow=True).content.decode()
    assert "45 working days from 1 January 2099" in done
    assert "Deadlines of" in client.get(reverse("reviews:my-work")).content.decode()


def test_what_was_set_is_named_with_the_capitals_of_its_names(client, post):
    client.force_login(post.user)
    lengths = reverse("timescales:lengths", args=[post.partnership.slug])
    assert "the time to send the IMR" in client.get(lengths).content.decode()
    told = {
        "days": "45", "kind": "DAYS", "reason": "Agreed by the board.",
        "from_on_day": 1, "from_on_month": 1, "from_on_year": 2099,
    }  # fmt: skip
    page = reverse("timescales:change-length", args=[post.partnership.slug, "D9"])
    said = client.post(page, told, follow=True).content.decode()
    assert "D9, send the IMR, the report or the chronology: the new figure is kept." in said
