"""Agencies are chosen from the directory, and added to it on the way."""

from datetime import date

import pytest

from agencies.models import Agency, AgencyKind
from reviews.access import Role
from tests.evidence.scoping import address, boxed, named, shown
from tests.factories.agencies import AgencyFactory
from tests.factories.evidence import ScopingRequestFactory
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db


def ticked(response):
    offer = response.context["offer"]
    boxes = [choice for group in offer.groups for choice in group.choices] + offer.elsewhere
    return {choice.agency.name for choice in boxes if choice.is_ticked}


# Choosing


def test_agencies_are_listed_by_kind_with_what_to_know_of_each(desk, review):
    old = AgencyFactory(name="Dogwood Housing", closed_on=date(2021, 3, 31))
    AgencyFactory(name="Cedar Homes", kind=AgencyKind.HOUSING, successor_of=old, area="Norham")
    named(name="Birch Police", kind=AgencyKind.POLICE)
    council = AgencyFactory(name="Norham Council", kind=AgencyKind.LOCAL_AUTHORITY)
    asked = boxed(name="Alder Trust", kind=AgencyKind.ACUTE, part_of=council)
    ScopingRequestFactory(involvement__review=review, involvement__agency=asked)

    answer = desk.get(address(review, "ask-agencies"))

    groups = {group.label: group.choices for group in answer.context["offer"].groups}
    assert list(groups) == ["Police", "Hospital trust", "Housing provider", "Other council service"]
    hints = {choice.agency.name: choice.hint for found in groups.values() for choice in found}
    assert hints == {
        "Birch Police": "",
        "Alder Trust": "Part of Norham Council, asked on 6 January 2026",
        "Cedar Homes": "Norham, took over from Dogwood Housing, no email address",
        "Norham Council": "No email address",
    }


def test_ticks_survive_another_search(desk, review):
    police = named(name="Birch Police", kind=AgencyKind.POLICE, area="Norham")
    trust = named(name="Alder Trust", kind=AgencyKind.ACUTE, area="Sudham")

    page = desk.get(address(review, "ask-agencies", police, trust, area="Sudham"))

    assert ticked(page) == {"Birch Police", "Alder Trust"}
    assert [choice.agency for choice in page.context["offer"].elsewhere] == [police]
    assert "Ticked before, not in this search" in shown(page)
    assert "2 ticked." in shown(page)


def test_all_that_a_search_shows_are_ticked_at_once_and_taken_back(desk, review):
    police = named(name="Birch Police", area="Norham")
    named(name="Alder Trust", area="Sudham")

    page = desk.get(address(review, "ask-agencies", police, area="Sudham", tick="shown"))
    assert ticked(page) == {"Birch Police", "Alder Trust"}

    page = desk.get(address(review, "ask-agencies", police, tick="none"))
    assert ticked(page) == set()


def test_more_than_fit_are_not_ticked_at_once(desk, review, monkeypatch):
    monkeypatch.setattr("evidence.queries.choosing.MOST", 2)
    for _ in range(3):
        AgencyFactory()

    page = desk.get(address(review, "ask-agencies", tick="shown"))

    assert ticked(page) == set()
    assert "more than 2 agencies at once" in shown(page)
    assert "<title>Error:" in shown(page)


def test_nonsense_in_the_address_ticks_nothing(desk, review):
    AgencyFactory()
    page = desk.get(address(review, "ask-agencies", agency="x", kind="y"))
    assert "No body fits this search" in shown(page)
    assert "0 ticked" in shown(page)


@pytest.mark.parametrize("rows", [3, 60])
def test_choosing_asks_the_database_the_same_whatever_the_directory(
    desk, review, rows, django_assert_max_num_queries
):
    agencies = [named(area="Norham") for _ in range(rows)]

    with django_assert_max_num_queries(14):
        desk.get(address(review, "ask-agencies", *agencies[:2], words="nothing"))
    with django_assert_max_num_queries(14):
        desk.get(address(review, "ask-agencies", *agencies[:2]))


def test_going_on_without_a_tick_says_so(desk, review):
    page = desk.get(address(review, "confirm-asking"))
    assert "Tick at least one agency." in shown(page)
    assert "<title>Error:" in shown(page)


# A body that is not listed


def test_a_body_is_added_on_the_way_and_comes_back_ticked(desk, review):
    police = named(name="Birch Police")
    body = {"name": "Corner Bakery", "kind": "EMPLOYER", "full_name": "Ines Okoro"}

    page = desk.post(address(review, "add-body", police), {**body, "area": "Norham"})
    assert "Enter the email address of the person to write to" in shown(page)
    assert 'value="Norham"' in shown(page)

    page = desk.post(
        address(review, "add-body", police), {**body, "email": "ines@bakery.example"}, follow=True
    )
    assert ticked(page) == {"Birch Police", "Corner Bakery"}
    assert Agency.objects.get(name="Corner Bakery").single_point.full_name == "Ines Okoro"


def test_an_added_mailbox_is_nobodys_own(desk, review):
    desk.post(
        address(review, "add-body"),
        {"name": "Corner Bakery", "kind": "EMPLOYER", "email": "box@bakery.example"},
    )
    body = Agency.objects.get()
    assert (body.secure_email, body.single_point) == ("box@bakery.example", None)


def test_a_body_that_is_listed_is_not_added_twice(desk, review):
    AgencyFactory(name="Corner Bakery")
    assert desk.get(address(review, "add-body")).status_code == 200
    page = desk.post(address(review, "add-body"), {"name": "corner bakery", "kind": "EMPLOYER"})
    assert "in the directory already" in shown(page)


def test_an_officer_of_the_review_without_a_post_is_told(client, review):
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    page = client.post(address(review, "add-body"), {"name": "Bakery", "kind": "EMPLOYER"})
    assert "Only a CSP officer changes the directory" in shown(page)
