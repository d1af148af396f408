"""The part that nobody is admitted to, and that ends at its moment."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from agencies.models import COMMAND_LINE
from reviews import access
from reviews.access import REVIEW_GRANTS, Permission, Role
from reviews.models import Membership, Review
from tests.factories.agencies import UserFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db


def let_in(user, review, *, until_at, at=None):
    return access.admit(
        user=user, role=Role.EMERGENCY_READER, to=review, by=COMMAND_LINE, at=at or timezone.now(),
        from_on=timezone.localdate(), until_at=until_at,
    )  # fmt: skip


def test_it_reads_of_the_case_what_the_officer_reads_and_changes_nothing():
    mine, officers = REVIEW_GRANTS[Role.EMERGENCY_READER], REVIEW_GRANTS[Role.CSP_OFFICER]
    reads = {code for code in officers if "_read" in code or code == Permission.EVIDENCE_STATUS}
    assert mine == reads - {
        Permission.FAMILY_READ,
        Permission.AUDIT_READ,
        Permission.COSTS_READ,
    }


def test_no_officer_can_choose_it_when_admitting():
    assert Role.EMERGENCY_READER not in access.roles_for(ReviewFactory())
    assert Role.EMERGENCY_READER not in access.roles_for(AgencyInvolvementFactory())


def test_it_ends_at_its_moment_before_anybody_sweeps():
    review, reader = ReviewFactory(), UserFactory()
    made = let_in(reader, review, until_at=timezone.now() + timedelta(hours=1))
    assert access.has(reader, Permission.CHRONOLOGY_READ_RAW, on=review)
    assert not access.has(reader, Permission.FAMILY_READ, on=review)
    Membership.objects.filter(pk=made.pk).update(until_at=timezone.now() - timedelta(minutes=1))
    access.forget(reader)
    today = timezone.localdate()
    assert not access.has(reader, Permission.REVIEW_READ, on=review)
    assert not Review.objects.readable_by(reader).exists()
    assert not access.held_by(reader).reviews(Permission.REVIEW_READ)
    assert not Membership.objects.standing(today).exists()
    assert Membership.objects.ended(today).get() == made
    assert Membership.objects.run_out(today).get() == made


def test_a_membership_that_ran_out_does_not_stand_in_the_way_of_a_new_one():
    review, reader = ReviewFactory(), UserFactory()
    first = let_in(reader, review, until_at=timezone.now() + timedelta(hours=1))
    Membership.objects.filter(pk=first.pk).update(until_at=timezone.now() - timedelta(minutes=1))
    second = let_in(reader, review, until_at=timezone.now() + timedelta(hours=2))
    first.refresh_from_db()
    assert first.removed_at
    assert second != first
    assert access.has(reader, Permission.REVIEW_READ, on=review)


def test_the_same_holds_for_a_last_day():
    review = ReviewFactory()
    adviser = playing(Role.ADVISER, to=review)
    Membership.objects.update(until_on=timezone.localdate() - timedelta(days=1))
    told = {"by": COMMAND_LINE, "at": timezone.now(), "from_on": timezone.localdate()}
    access.admit(user=adviser, role=Role.ADVISER, to=review, **told)
    assert access.has(adviser, Permission.REVIEW_READ, on=review)


def test_the_database_refuses_emergency_access_without_an_end():
    with pytest.raises(IntegrityError, match="membership_in_an_emergency_ends"):
        let_in(UserFactory(), ReviewFactory(), until_at=None)
