"""A partnership with two administrators, a chair and one review; an agency in it with a lead."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import PostKind
from reviews.access import Role
from stewards.operations import emergencies
from tests.factories.agencies import (
    AgencyLeadFactory,
    CommunitySafetyPartnershipFactory,
    PostFactory,
    UserFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, admit, playing

REASON = "The only officer is in hospital."


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def place():
    return CommunitySafetyPartnershipFactory(data_protection_email="protection@csp.example")


def holding(place, kind, **user):
    return PostFactory(partnership=place, kind=kind, user=UserFactory(**user)).user


@pytest.fixture
def town(place):
    """Everybody who has to do with one review."""
    review = ReviewFactory(partnership=place)
    part = AgencyInvolvementFactory(review=review)
    chair = holding(place, PostKind.CHAIR, email="chair@csp.example")
    admit(chair, Role.CSP_CHAIR, to=review)
    officer = holding(place, PostKind.OFFICER, email="officer@csp.example")
    admit(officer, Role.CSP_OFFICER, to=review)
    return SimpleNamespace(
        place=place,
        review=review,
        part=part,
        agency=part.agency,
        chair=chair,
        officer=officer,
        administrator=holding(place, PostKind.ADMINISTRATOR, email="ada@csp.example"),
        second=holding(place, PostKind.ADMINISTRATOR, email="bert@csp.example"),
        independent=playing(Role.INDEPENDENT_CHAIR, to=review, email="ind@chair.example"),
        lead=AgencyLeadFactory(partnership=place, agency=part.agency).user,
        author=playing(Role.IMR_AUTHOR, to=part, email="author@agency.example"),
        tomorrow=timezone.now() + timedelta(hours=24),
    )


@pytest.fixture
def stand_in(place):
    """Somebody of the partnership who has no part in the review."""
    other = ReviewFactory(partnership=place)
    return playing(Role.REVIEW_SECRETARY, to=other, email="stand@in.example")


@pytest.fixture
def ask(town, stand_in, today, now):
    """Ask as an administrator would, with something changed."""

    def asking(**changed):
        told = {
            "review": town.review, "reader": stand_in, "reason": REASON,
            "until_at": town.tomorrow, "today": today, "by": town.administrator, "at": now,
            **changed,
        }  # fmt: skip
        return emergencies.ask_for_emergency(**told)

    return asking


@pytest.fixture
def asked(ask):
    return ask()


@pytest.fixture
def given(asked, town, today, now):
    return emergencies.approve_emergency(request=asked, today=today, by=town.second, at=now)


def page_of(town, asked):
    return reverse("stewards:emergency", args=[town.place.slug, asked.pk])
