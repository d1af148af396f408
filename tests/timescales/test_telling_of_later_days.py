"""A later day for the report: who was told of it in writing, and who is still to be told."""

from datetime import date, timedelta

import pytest

from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import Deadline, NoticeKind
from tests.factories.reviews import AT, DecisionFactory, NoticeFactory, ReviewFactory, playing
from tests.factories.timescales import ExtensionFactory
from tests.reviews.clock import follow
from timescales.queries.work import later_days_to_tell_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
DUE = date(2026, 7, 20)


@pytest.fixture
def review():
    review = ReviewFactory(at_stage=Stage.COMMISSIONED)
    DecisionFactory(review=review, decided_on=date(2026, 1, 20))
    follow(review.pk, today=TODAY)
    return review


def owed(user):
    return {item.what: item.due_on for item in later_days_to_tell_of(user, TODAY)}


def test_it_is_done_once_home_office_and_family_are_told_of_it(review):
    ExtensionFactory(review=review, agreed_on=date(2026, 3, 1))
    told = {"review": review, "sent_on": date(2026, 3, 2)}
    NoticeFactory(**told, kind=NoticeKind.HOME_OFFICE_DELAY)
    NoticeFactory(review=review, kind=NoticeKind.FAMILY_DELAY, sent_on=date(2026, 2, 1))
    follow(review.pk, today=TODAY)
    assert Deadline.objects.get(code="D12").met_on is None  # they heard of something else
    NoticeFactory(**told, kind=NoticeKind.FAMILY_DELAY)
    follow(review.pk, today=TODAY)
    assert Deadline.objects.get(code="D12").met_on == date(2026, 3, 2)


def test_whoever_writes_the_letters_is_told_who_has_none(review):
    officer = playing(Role.CSP_OFFICER, to=review)
    assert not owed(officer)
    ExtensionFactory(review=review, agreed_on=date(2026, 3, 1))
    follow(review.pk, today=TODAY)
    assert owed(officer) == {
        "Tell the Home Office of the later date": DUE,
        "Tell the family of the later date": DUE,
    }
    assert not owed(playing(Role.PANEL_MEMBER, to=review))
    NoticeFactory(review=review, kind=NoticeKind.FAMILY_DELAY, sent_on=TODAY)
    NoticeFactory(review=review, kind=NoticeKind.HOME_OFFICE_DELAY, sent_on=TODAY)
    follow(review.pk, today=TODAY)
    assert not owed(officer)
    ExtensionFactory(review=review, agreed_on=TODAY + timedelta(days=1))
    assert set(owed(officer).values()) == {None}  # of a second day nobody has heard yet


def test_nobody_is_told_of_it_once_the_report_is_signed_off(review):
    ExtensionFactory(review=review, agreed_on=date(2026, 3, 1))
    moved = {"from_stage": Stage.PANEL_AGREED, "to_stage": Stage.CSP_SIGNED_OFF}
    review.moves.create(**moved, moved_on=TODAY, recorded_at=AT)
    follow(review.pk, today=TODAY)
    assert not owed(playing(Role.CSP_OFFICER, to=review))
    assert not Deadline.objects.filter(code="D12").exists()
