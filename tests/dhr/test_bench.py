"""The benchmark runs on a small database. How fast it is, is for the machine it is asked on."""

import json
from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from agencies.models import User
from chronologies.models import ChronologyEntry
from dhr.benchmark.measuring import LIMIT, Figures
from dhr.benchmark.pages import routes
from dhr.benchmark.running import Outcome
from dhr.benchmark.telling import as_table
from reviews.models import AgencyInvolvement, Membership, Review
from tests.factories.agencies import UserFactory

IMPORTANT = {
    "reviews:my-work", "reviews:list", "reviews:home", "reviews:people", "reviews:messages",
    "reviews:history", "reviews:access", "evidence:agencies", "evidence:evidence",
    "evidence:author-task", "panels:panel", "panels:terms", "panels:meetings",
    "families:compartment", "composite:composite", "composite:composite?weight=KEY",
    "agencies:directory", "accounts:sign-in",
}  # fmt: skip

SMALL = ("--reviews=6", "--agencies=40", "--entries=50", "--times=1")


@pytest.fixture
def folder(settings, tmp_path):
    settings.DEMONSTRATION, settings.DATA_DIR = True, tmp_path
    return tmp_path


@pytest.mark.slow
@pytest.mark.django_db
def test_every_page_is_measured_or_said_not_to_have_been(folder):
    said = StringIO()
    with suppress(SystemExit):  # a slow machine
        call_command("bench", "--json", *SMALL, stdout=said, stderr=StringIO())
    document = json.loads(said.getvalue())
    measured = {row["page"] for row in document["pages"]}

    assert Review.objects.count() == 6
    assert ChronologyEntry.objects.count() >= 50
    assert measured >= IMPORTANT
    assert {page.partition("?")[0] for page in measured} | {*document["not_opened"]} == {
        route.name for route in routes()
    }
    assert document["broken"] == []
    assert_the_copies_are_like_the_pattern()


def assert_the_copies_are_like_the_pattern():
    pattern = Review.objects.get(reference="WY-DHR-8")
    copy = Review.objects.get(reference="WY-DHR-101")
    assert copy.pk != pattern.pk
    for name in ("involvements", "people", "panel_members", "meetings", "terms_of_reference"):
        assert getattr(copy, name).count() == getattr(pattern, name).count() > 0
    assert not copy.meetings.filter(uid__in=pattern.meetings.values("uid")).exists()
    roles = Membership.objects.order_by("role").values_list("role", flat=True)
    assert list(roles.filter(review=copy)) == list(roles.filter(review=pattern))
    assert copy.involvements.count() >= 40
    assert not set(groups_of(copy)) & set(groups_of(pattern))
    officer, *_ = pattern.memberships.filter(role="CSP_OFFICER")
    assert Review.objects.readable_by(officer.user).count() == Review.objects.count()
    authors = User.objects.filter(memberships__review=copy, memberships__role="IMR_AUTHOR")
    assert [AgencyInvolvement.objects.readable_by(author).count() for author in authors] == [1] * 3
    strangers = copy.memberships.exclude(user__memberships__review=pattern)
    assert not Review.objects.readable_by(strangers[0].user).filter(pk=pattern.pk).exists()


def groups_of(review):
    return review.memberships.values_list("group", flat=True)


@pytest.mark.django_db
@pytest.mark.parametrize("reason", ["somebody is here", "the data is real"])
def test_it_fills_only_an_empty_database_of_its_own(folder, settings, reason):
    if reason == "somebody is here":
        UserFactory()
    else:
        settings.DEMONSTRATION = False

    with pytest.raises(CommandError, match=r"python3 run\.py bench"):
        call_command("bench")

    assert not Review.objects.exists()


def outcome(*times, broken=()):
    slow = Figures("reviews:list", "CSP officer", 9, times)
    fast = Figures("reviews:home", "panel member", 12, (10.0,) * len(times))
    return Outcome([fast, slow], ["healthz"], list(broken), yardstick=10.0)


@pytest.mark.parametrize(
    ("result", "is_kept"),
    [
        (outcome(*[20.0] * 19, 900.0), True),  # one visit in twenty may take long
        (outcome(*[20.0] * 18, 900.0, 900.0), False),
        (outcome(20.0, broken=["reviews:home"]), False),
    ],
)
def test_the_limit_is_kept_by_95_visits_of_100_to_each_page(result, is_kept):
    assert result.is_kept is is_kept


def test_the_table_names_the_slowest_page_first_and_the_limit_last():
    lines = as_table(outcome(*[float(LIMIT)] * 3)).splitlines()

    assert lines[1].split() == [
        "reviews:list", "CSP", "officer", "9", "300.0", "300.0", "30.00", "100%",
    ]  # fmt: skip
    assert lines[-1] == "p95 over all pages: 300 ms (limit 300)"


@pytest.mark.slow
@pytest.mark.django_db
def test_filling_can_be_done_before_measuring(folder, monkeypatch):
    asked = []
    monkeypatch.setattr("dhr.benchmark.filling.fill", lambda **wanted: asked.append(wanted))
    monkeypatch.setattr(
        "dhr.benchmark.running.measure_all",
        lambda *, times, say: asked.append(times) or outcome(1.0),
    )
    said = StringIO()

    call_command("bench", "--fill-only", reviews=4, stdout=said)
    call_command("bench", times=7, stdout=said)

    assert [asked[0]["reviews"], *asked[1:]] == [4, 7]
    assert said.getvalue().count("p95 over all pages: ") == 1
