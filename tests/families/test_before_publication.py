"""What was agreed for publication, shown to the officer before it, and sent to nobody."""

from datetime import date

import pytest
from django.urls import reverse

from families.models import ChildRecordCopy, EntryKind
from families.operations.children import Copy, record_copy
from families.queries.publication import agreed_with_the_family
from messaging.models import Message
from reviews.access import Refused, Role
from tests.factories.families import (
    ChildRecordCopyFactory,
    FamilyContactEntryFactory,
    FamilyContactFactory,
)
from tests.factories.reviews import AT, PersonFactory, ReviewFactory, playing
from tests.families.test_views_log import day, text

pytestmark = pytest.mark.django_db

ASKED = {"holder": "Children’s social care", **day("asked_on", date(2026, 2, 3))}
CONFIRMED = {**ASKED, **day("confirmed_on", date(2026, 2, 9)), "confirmed_by": "A team manager"}


@pytest.fixture
def review():
    return ReviewFactory()


@pytest.fixture
def child(review):
    return PersonFactory(review=review, role="CHILD", true_name="Child Invented")


@pytest.fixture
def chair(review, client):
    chair = playing(Role.INDEPENDENT_CHAIR, to=review)
    client.force_login(chair)
    return chair


def page(review, *args):
    return reverse(f"families:child{'' if args else 'ren'}", args=[review.reference, *args])


def publication_of(review):
    return reverse("publications:publication", args=[review.reference])


def agree(contact, **given):
    return FamilyContactEntryFactory(
        contact=contact, kind=EntryKind.PUBLICATION, publication_on=date(2027, 5, 1), **given
    )


def test_the_holder_of_a_childs_record_is_asked_and_confirms(
    client, review, child, chair, run_queued
):
    with run_queued():
        assert "Nobody has asked" in text(client.get(page(review)))
        client.post(page(review, child.pk), ASKED)
        assert "Asked on 3 February 2026" in text(client.get(page(review)))
        client.post(page(review, child.pk), CONFIRMED)
        shown = text(client.get(page(review)))
        assert "Confirmed on 9 February 2026" in shown
        assert "A team manager" in shown
        assert "No holder has confirmed" not in shown

    assert not Message.objects.exists()
    assert ChildRecordCopy.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({**CONFIRMED, "confirmed_by": ""}, "who there confirmed it"),
        ({**CONFIRMED, "holder": " "}, "who there confirmed it"),
        ({**CONFIRMED, **day("confirmed_on", date(2026, 2, 1))}, "after the day they were asked"),
        ({**CONFIRMED, **day("confirmed_on", date(2300, 1, 1))}, "in the past"),
        ({"needs_none": "on"}, "Say why none is needed"),
        ({**CONFIRMED, "needs_none": "on", "why_none": "Grown up"}, "Leave this empty"),
    ],
)
def test_what_cannot_be_is_said(client, review, child, chair, typed, said):
    assert said in text(client.post(page(review, child.pk), typed))
    assert not ChildRecordCopy.objects.exists()


def test_a_confirmation_without_a_day_of_asking_and_a_record_that_needs_none(
    client, review, child, chair
):
    grown = PersonFactory(review=review, role="CHILD")
    without_asking = {k: v for k, v in CONFIRMED.items() if not k.startswith("asked")}
    client.post(page(review, child.pk), without_asking)
    client.post(page(review, grown.pk), {"needs_none": "on", "why_none": "Grown up"})

    left = agreed_with_the_family(review, chair).left
    assert not [words for words in left if "holder" in words]


def test_nobody_but_a_child_has_a_copy_on_a_childs_record(review, chair):
    carer = PersonFactory(review=review, role="FAMILY")

    with pytest.raises(Refused, match="Choose a child"):
        record_copy(child=carer, copy=Copy(), today=date(2026, 3, 1), by=chair, at=AT)


def test_only_children_of_this_review_have_a_page(client, review, chair):
    for person in (PersonFactory(review=review, role="FAMILY"), PersonFactory(role="CHILD")):
        assert client.get(page(review, person.pk)).status_code == 404


def test_the_officer_is_shown_what_is_open_before_publication(client, review, child, chair):
    in_touch, agreed = (FamilyContactFactory(review=review) for _ in range(2))
    FamilyContactEntryFactory(contact=in_touch, contributes=True)
    FamilyContactEntryFactory(contact=FamilyContactFactory(review=review), declined=True)
    first = agree(agreed)
    client.force_login(playing(Role.CSP_OFFICER, to=review))

    shown = text(client.get(publication_of(review)))

    for words in (
        "1 May 2027, agreed with 1 person",
        "No day is agreed with 1 person in touch with the review.",
        "It is not said how much notice is given to 1 person.",
        "Nothing is recorded about support for children and carers",
        "No holder has confirmed a copy of the report on 1 child’s record.",
    ):
        assert words in shown, words
    assert agreed.name not in shown
    assert child.true_name not in shown

    right = {"corrects": first, "root": first, "notice": "two weeks", "support": "a worker"}
    agree(agreed, **right)
    ChildRecordCopyFactory(person=child, confirmed_on=date(2026, 2, 9))
    shown = text(client.get(publication_of(review)))
    assert "two weeks" not in shown
    assert "It is not said how much notice" not in shown
    assert "No holder has confirmed" not in shown


@pytest.mark.parametrize("role", [Role.CSP_CHAIR, Role.PANEL_MEMBER, Role.AUDITOR])
def test_others_who_see_publication_see_nothing_of_it(client, review, child, role):
    agree(FamilyContactFactory(review=review))
    client.force_login(playing(role, to=review))

    shown = text(client.get(publication_of(review)))

    assert "Agreed with the family" not in shown
    assert client.get(page(review)).status_code == 404


def test_the_officer_does_not_write_once_there_is_a_chair(client, review, child, chair):
    client.force_login(playing(Role.CSP_OFFICER, to=review))

    assert child.true_name in text(client.get(page(review)))
    assert client.post(page(review, child.pk), ASKED).status_code == 403
