"""Who is whose parent, partner, brother or sister: told once, and never in a circle."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from reviews.access import Refused, Role
from reviews.models import PersonRole, Tie, TieKind
from reviews.operations.ties import tie_people, untie_people
from tests.factories.reviews import AT, PersonFactory, ReviewFactory, TieFactory, playing

pytestmark = pytest.mark.django_db
PARENT, PARTNER, SIBLING = TieKind.PARENT, TieKind.PARTNER, TieKind.SIBLING


@pytest.fixture
def review():
    return ReviewFactory()


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


def people(review, many):
    return [PersonFactory(review=review, role=PersonRole.FAMILY) for _ in range(many)]


def test_a_tie_is_recorded_on_its_page_and_taken_back(client, review, officer):
    one, other = people(review, 2)
    client.force_login(officer)
    at = reverse("reviews:ties", args=[review.reference])
    said = {"person": one.pk, "kind": PARTNER, "other": other.pk, "is_married": "on"}
    shown = client.post(at, said, follow=True).content.decode()
    said_so = f"({one.true_name}) is or was a partner of {other.pseudonym} ({other.true_name})"
    assert f"{said_so}, married" in shown
    again = client.post(at, {**said, "person": other.pk, "other": one.pk}).content.decode()
    assert "This is recorded already" in again
    client.post(at, {"untie": Tie.objects.get().pk})
    assert not Tie.objects.exists()
    assert client.post(at, {"untie": "x"}).status_code == 404
    events = AuditEvent.objects.filter(event__startswith="person.").values_list("event", flat=True)
    assert set(events) == {"person.tied", "person.untied"}


def test_only_partners_are_married(review, officer):
    one, other = people(review, 2)
    tie = tie_people(
        person=one, kind=PARENT, other=other, is_married=True, has_ended=True, by=officer, at=AT
    )
    assert (tie.is_married, tie.has_ended) == (False, False)


@pytest.mark.parametrize(("first", "then"), [(PARENT, SIBLING), (SIBLING, PARENT)])
def test_nobody_is_a_parent_and_a_sister_of_one_person(review, officer, first, then):
    one, other = people(review, 2)
    tie_people(person=one, kind=first, other=other, by=officer, at=AT)
    with pytest.raises(Refused, match=f"one of them {first.label} the other"):
        tie_people(person=other, kind=then, other=one, by=officer, at=AT)


def test_what_cannot_be_is_refused(review, officer):
    one, two, three, four = people(review, 4)

    def tie(person, kind, other):
        tie_people(person=person, kind=kind, other=other, by=officer, at=AT)

    tie(one, PARENT, two)
    tie(two, PARENT, three)
    tie(one, SIBLING, four)
    for person, kind, other, why in [
        (one, SIBLING, one, "two different people"),
        (one, PARTNER, PersonFactory(), "people of this review"),
        (one, PARENT, two, "recorded already"),
        (four, SIBLING, one, "recorded already"),
        (three, PARENT, one, "Nobody descends from themselves"),
    ]:
        with pytest.raises(Refused, match=why):
            tie(person, kind, other)
    tie(four, PARENT, three)
    with pytest.raises(Refused, match="Two parents"):
        tie(one, PARENT, three)


def test_only_who_keeps_the_register_ties(client, review):
    told = TieFactory(person__review=review)
    member = playing(Role.PANEL_MEMBER, to=review)
    client.force_login(member)
    assert client.get(reverse("reviews:ties", args=[review.reference])).status_code in (403, 404)
    with pytest.raises(Refused):
        untie_people(tie=told, by=member, at=AT)
