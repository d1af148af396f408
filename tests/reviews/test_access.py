from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission as AuthPermission
from django.db.models.functions import Now, TruncDate
from django.http import Http404
from django.utils import timezone
from guardian.models import GroupObjectPermission, UserObjectPermission

from agencies.models import COMMAND_LINE, PostKind
from audit.models import AuditEvent
from reviews import access
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Permission, Refused, Role
from reviews.models import AgencyInvolvement, InvolvementGrant, Membership, Review, ReviewGrant
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.reviews import AT, AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", REVIEW_GRANTS)
def test_a_role_in_a_review_gives_what_the_table_says_and_no_more(role):
    review = ReviewFactory()
    person = playing(role, to=review)
    held = {permission for permission in Permission if access.has(person, permission, on=review)}
    assert held == REVIEW_GRANTS[role]


@pytest.mark.parametrize("role", INVOLVEMENT_GRANTS)
def test_a_role_in_an_agency_gives_what_the_table_says_and_nothing_in_the_review(role):
    involvement = AgencyInvolvementFactory()
    person = playing(role, to=involvement)
    held = {code for code in Permission if access.has(person, code, on=involvement)}
    assert held == INVOLVEMENT_GRANTS[role]
    assert not any(access.has(person, code, on=involvement.review) for code in Permission)


def test_a_role_in_one_agency_gives_nothing_in_another():
    mine = AgencyInvolvementFactory()
    other = AgencyInvolvementFactory(review=mine.review)
    person = playing(Role.IMR_AUTHOR, to=mine)
    assert not any(access.has(person, code, on=other) for code in Permission)


def test_what_is_held_in_a_review_holds_in_every_part_of_it():
    involvement = AgencyInvolvementFactory()
    officer = playing(Role.CSP_OFFICER, to=involvement.review)
    assert access.has(officer, Permission.SCOPING_ANSWER, on=involvement)
    assert list(AgencyInvolvement.objects.readable_by(officer)) == [involvement]


def test_the_command_line_may_do_everything():
    review = ReviewFactory()
    assert access.has(COMMAND_LINE, Permission.PUBLISH, on=review)
    assert access.holds_post(
        COMMAND_LINE, review.partnership, PostKind.OFFICER, today=timezone.localdate()
    )
    assert str(COMMAND_LINE) == "command line"


def test_admitting_twice_is_admitting_once():
    review = ReviewFactory()
    person = playing(Role.PANEL_MEMBER, to=review)
    again = access.admit(
        user=person, role=Role.PANEL_MEMBER, to=review, by=COMMAND_LINE, at=AT, from_on=AT.date()
    )
    assert Membership.objects.get() == again


def test_a_removed_person_loses_the_next_page():
    review = ReviewFactory()
    person = playing(Role.CSP_OFFICER, to=review)
    assert access.has(person, Permission.REVIEW_READ, on=review)
    membership = person.memberships.get()
    membership.user = person
    access.remove(membership=membership, by=COMMAND_LINE, at=timezone.now())
    access.remove(membership=membership, by=COMMAND_LINE, at=timezone.now())
    assert not access.has(person, Permission.REVIEW_READ, on=review)
    assert not Review.objects.readable_by(person).exists()
    assert AuditEvent.objects.filter(event="review.removed").count() == 1


def test_a_membership_past_its_last_day_gives_nothing_even_before_it_is_swept():
    review = ReviewFactory()
    person = playing(Role.CSP_OFFICER, to=review)
    Membership.objects.update(until_on=TruncDate(Now()))
    assert Review.objects.readable_by(person).exists()
    Membership.objects.update(until_on=timezone.localdate() - timedelta(days=1))
    assert not access.has(person, Permission.REVIEW_READ, on=review)
    assert not Review.objects.readable_by(person).exists()


def test_a_closed_account_gives_nothing():
    review = ReviewFactory()
    person = playing(Role.CSP_OFFICER, to=review)
    person.is_active = False
    person.save()
    assert not access.has(person, Permission.REVIEW_READ, on=review)


def test_the_doors_do_not_tell_missing_from_forbidden():
    review = ReviewFactory()
    involvement = AgencyInvolvementFactory(review=review)
    stranger = UserFactory()
    for reference in (review.reference, "NO-SUCH-1"):
        with pytest.raises(Http404):
            access.review_or_404(stranger, reference, Permission.REVIEW_READ)
        with pytest.raises(Http404):
            access.involvement_or_404(
                stranger, reference, involvement.pk, Permission.INVOLVEMENT_READ
            )


def test_the_doors_open_for_those_who_may():
    involvement = AgencyInvolvementFactory()
    reference = involvement.review.reference
    officer = playing(Role.CSP_OFFICER, to=involvement.review)
    assert access.review_or_404(officer, reference, Permission.REVIEW_READ) == involvement.review
    found = access.involvement_or_404(
        officer, reference, involvement.pk, Permission.INVOLVEMENT_READ
    )
    assert found == involvement


def test_an_agency_of_another_review_is_not_found_under_this_one():
    review, other = ReviewFactory(), AgencyInvolvementFactory()
    officer = playing(Role.CSP_OFFICER, to=review)
    access.admit(
        user=officer,
        role=Role.CSP_OFFICER,
        to=other.review,
        by=COMMAND_LINE,
        at=AT,
        from_on=AT.date(),
    )
    with pytest.raises(Http404):
        access.involvement_or_404(officer, review.reference, other.pk, Permission.INVOLVEMENT_READ)


def test_require_says_in_words_what_is_missing():
    review = ReviewFactory()
    with pytest.raises(Refused, match="does not let you: publish or withhold"):
        access.require(UserFactory(), Permission.PUBLISH, on=review)


def test_allows_turns_a_check_into_yes_or_no():
    review = ReviewFactory()
    chair = playing(Role.CSP_CHAIR, to=review)
    assert access.allows(access.require, chair, Permission.PUBLISH, on=review)
    assert not access.allows(access.require, UserFactory(), Permission.PUBLISH, on=review)


def test_a_grant_that_the_matrix_does_not_name_cannot_be_saved():
    involvement = AgencyInvolvementFactory()
    person = playing(Role.CSP_OFFICER, to=involvement.review)
    other = AuthPermission.objects.filter(codename="delete_review").get()
    group = person.groups.get()
    with pytest.raises(ValueError, match="not a permission of this system"):
        ReviewGrant(group=group, permission=other, content_object=involvement.review).save()
    with pytest.raises(ValueError, match="not a permission of this system"):
        InvolvementGrant(group=group, permission=other, content_object=involvement).save()


def test_a_grant_that_the_matrix_names_can_be_saved_and_says_nothing_of_anybody():
    involvement = AgencyInvolvementFactory()
    group = playing(Role.ADVISER, to=involvement.review).groups.get()
    playing(Role.CSP_OFFICER, to=involvement.review)
    playing(Role.IMR_AUTHOR, to=involvement)
    named = AuthPermission.objects.get(codename="stage_move")
    grant = ReviewGrant(group=group, permission=named, content_object=involvement.review)
    grant.save()
    assert str(grant) == f"review grant {grant.pk}"
    part = InvolvementGrant.objects.first()
    part.save()
    assert str(part) == f"involvement grant {part.pk}"


def test_a_changed_table_reaches_running_reviews(monkeypatch):
    involvement = AgencyInvolvementFactory()
    review = involvement.review
    adviser = playing(Role.ADVISER, to=review)
    author = playing(Role.IMR_AUTHOR, to=involvement)
    monkeypatch.setitem(REVIEW_GRANTS, Role.ADVISER, frozenset({Permission.FAMILY_READ}))
    monkeypatch.setitem(INVOLVEMENT_GRANTS, Role.IMR_AUTHOR, frozenset({Permission.PLAN_READ}))
    assert access.renew_grants() == 2
    access.forget(adviser)
    assert access.has(adviser, Permission.FAMILY_READ, on=review)
    assert not access.has(adviser, Permission.REVIEW_READ, on=review)
    assert access.has(author, Permission.PLAN_READ, on=involvement)
    assert not access.has(author, Permission.IMR_WRITE, on=involvement)


def test_grants_stand_in_our_tables_and_none_in_guardians_own():
    playing(Role.CSP_OFFICER, to=ReviewFactory())
    assert ReviewGrant.objects.exists()
    assert not GroupObjectPermission.objects.exists()
    assert not UserObjectPermission.objects.exists()


def test_roles_and_posts_are_told():
    post = PostFactory()
    review = ReviewFactory(partnership=post.partnership)
    today = timezone.localdate()
    assert access.holds_post(post.user, post.partnership, PostKind.OFFICER, today=today)
    assert not access.holds_post(post.user, post.partnership, PostKind.CHAIR, today=today)
    assert list(access.partnerships_of(post.user, PostKind.OFFICER, today=today)) == [
        post.partnership
    ]
    person = playing(Role.ADVISER, to=review)
    assert access.roles_of(person, on=review) == [Role.ADVISER]
