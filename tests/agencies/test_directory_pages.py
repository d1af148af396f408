"""The directory of agencies: found, read, changed, and closed to whoever holds no post."""

from datetime import date

import pytest
from django.urls import reverse

from agencies.models import Agency, AgencyContact, AgencyKind, PostKind
from audit.models import AuditEvent
from reviews.access import Role
from tests.factories.agencies import (
    AgencyContactFactory,
    AgencyFactory,
    PostFactory,
    UserFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db

DIRECTORY = "/agencies/"
FILLED = {"name": "Fenwick Refuge", "kind": AgencyKind.VCS_SPECIALIST}


@pytest.fixture
def officer(client):
    user = PostFactory().user
    client.force_login(user)
    return user


def shown(response):
    return response.content.decode()


def names(response):
    return [agency.name for agency in response.context["page"]]


# Who may


@pytest.mark.parametrize("kind", [PostKind.OFFICER, PostKind.CHAIR, PostKind.ADMINISTRATOR])
def test_whoever_holds_a_post_reads_the_directory(client, kind):
    agency = AgencyFactory()
    client.force_login(PostFactory(kind=kind).user)

    assert client.get(DIRECTORY).status_code == 200
    assert client.get(agency.get_absolute_url()).status_code == 200


STRANGERS = [
    UserFactory,
    lambda: PostFactory(kind=PostKind.HOME_OFFICE_LIAISON).user,
    lambda: PostFactory(until_on=date(2021, 1, 1)).user,
    lambda: playing(Role.AGENCY_CONTACT, to=AgencyInvolvementFactory()),
]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_the_directory_is_not_there_for_anybody_else(client, stranger):
    contact = AgencyContactFactory()
    client.force_login(stranger())

    for address in addresses(contact):
        assert client.get(address).status_code in {404, 405}
        assert client.post(address).status_code in {404, 405}
    assert AgencyContact.objects.filter(pk=contact.pk).exists()


@pytest.mark.parametrize("kind", [PostKind.CHAIR, PostKind.ADMINISTRATOR])
def test_only_officers_change_it(client, kind):
    contact = AgencyContactFactory()
    client.force_login(PostFactory(kind=kind).user)

    assert "Add a body" not in shown(client.get(DIRECTORY))
    assert "Add a contact" not in shown(client.get(contact.agency.get_absolute_url()))
    for address in addresses(contact)[2:]:
        assert client.post(address).status_code == 404


def addresses(contact):
    body, row = contact.agency_id, contact.pk
    return [
        DIRECTORY,
        f"/agencies/{body}/",
        "/agencies/add/",
        f"/agencies/{body}/change/",
        f"/agencies/{body}/contacts/add/",
        f"/agencies/{body}/contacts/{row}/",
        f"/agencies/{body}/contacts/{row}/remove/",
    ]


def test_the_way_to_the_directory_is_on_my_work_for_those_who_may(client):
    client.force_login(PostFactory(kind=PostKind.ADMINISTRATOR).user)
    assert f'href="{DIRECTORY}"' in shown(client.get("/"))

    client.force_login(UserFactory())
    assert f'href="{DIRECTORY}"' not in shown(client.get("/"))


# Finding


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"Alder Trust", "Birch Police", "Cedar Homes"}),
        ({"words": "alder"}, {"Alder Trust"}),
        ({"words": "trust ALDER"}, {"Alder Trust"}),
        ({"words": "ATX"}, {"Alder Trust"}),  # its short name
        ({"words": "hillside"}, {"Alder Trust"}),  # another name
        ({"words": "dogwood"}, {"Cedar Homes"}),  # the body it took over from
        ({"words": "dw lets"}, {"Cedar Homes"}),  # and that body's other name
        ({"words": "alder police"}, set()),
        ({"kind": "POLICE"}, {"Birch Police"}),
        ({"area": ["Norham", "Sudham"]}, {"Alder Trust", "Cedar Homes"}),
        ({"area": ["-"]}, {"Birch Police"}),
        ({"kind": "nonsense"}, set()),
        (
            {"closed": "on"},
            {"Alder Trust", "Birch Police", "Cedar Homes", "Dogwood Housing"},
        ),
    ],
)
def test_bodies_are_found_by_any_name_kind_and_area(client, officer, asked, found):
    AgencyFactory(
        name="Alder Trust",
        short_name="ATX",
        aliases=["Hillside Clinic"],
        kind=AgencyKind.ACUTE,
        area="Norham",
    )
    AgencyFactory(name="Birch Police", kind=AgencyKind.POLICE)
    gone = AgencyFactory(
        name="Dogwood Housing", aliases=["DW Lets"], area="Norham", closed_on=date(2021, 3, 31)
    )
    AgencyFactory(name="Cedar Homes", successor_of=gone, area="Sudham")

    assert set(names(client.get(DIRECTORY, asked))) == found


def test_a_search_without_a_find_says_how_to_go_on(client, officer):
    page = shown(client.get(DIRECTORY, {"words": "nowhere"}))

    assert "No body fits this search" in page
    assert "add the body" in page


def test_an_empty_directory_says_what_would_fill_it(client, officer):
    assert "The directory is empty" in shown(client.get(DIRECTORY))


def test_a_closed_body_is_shown_with_who_has_its_records(client, officer):
    gone = AgencyFactory(name="Dogwood Housing", closed_on=date(2021, 3, 31))
    AgencyFactory(name="Cedar Homes", successor_of=gone)

    page = shown(client.get(DIRECTORY, {"closed": "on", "words": "dogwood"}))
    assert "31 March 2021. Records now with" in page
    page = shown(client.get(gone.get_absolute_url()))
    assert "Closed on 31 March 2021." in page
    assert "Its records are now with" in page
    assert "Cedar Homes" in page


def test_the_list_says_where_letters_go(client, officer):
    contact = AgencyContactFactory(is_single_point=True, full_name="Ines Okoro")
    AgencyFactory(secure_email="secure@boxed.example")
    AgencyFactory()

    page = shown(client.get(DIRECTORY))

    assert "Ines Okoro" in page
    assert contact.email in page
    assert "secure@boxed.example" in page
    assert page.count("No email address") == 1


@pytest.mark.parametrize("rows", [3, 60])
def test_the_list_asks_the_database_the_same_whatever_its_length(
    client, officer, rows, django_assert_max_num_queries
):
    for contact in AgencyContactFactory.create_batch(rows):
        AgencyFactory(part_of=contact.agency, area="Norham")

    with django_assert_max_num_queries(14):
        client.get(DIRECTORY, {"words": "o"})


def test_a_bodys_page_shows_all_of_it(client, officer):
    whole = AgencyFactory(name="Norham Council")
    body = AgencyFactory(
        name="Norham Housing Options",
        aliases=["Homeless Persons Unit"],
        part_of=whole,
        ever_statutory=True,
        secure_email="box@norham.example",
    )

    page = shown(client.get(body.get_absolute_url()))

    for words in ("Homeless Persons Unit", "Norham Council", "box@norham.example", "Yes"):
        assert words in page
    assert "Letters go to box@norham.example" in page
    assert "Norham Housing Options" in shown(client.get(whole.get_absolute_url()))
    assert "letters go another way" in shown(client.get(whole.get_absolute_url()))


# Changing


def test_an_officer_adds_a_body_and_is_led_to_its_contact(client, officer):
    filled = {**FILLED, "aliases": " Fenwick House \n\nThe Elms", "area": "Norham"}

    answer = client.post("/agencies/add/", filled)

    body = Agency.objects.get()
    assert answer.url == reverse("agencies:add-contact", args=[body.pk])
    assert (body.slug, body.aliases) == ("fenwick-refuge", ["Fenwick House", "The Elms"])
    event = AuditEvent.objects.get(event="agency.listed")
    assert event.actor_id == officer.pk
    assert event.subjects == {"agency_id": body.pk}


@pytest.mark.parametrize("name", ["fenwick  refuge", "THE ELMS"])
def test_a_body_stands_once_under_all_its_names(client, officer, name):
    AgencyFactory(name="Fenwick Refuge", aliases=["The Elms"])

    page = shown(client.post("/agencies/add/", {**FILLED, "name": name, "area": "Norham"}))

    assert "Fenwick Refuge is in the directory already under this name" in page
    assert 'value="Norham"' in page
    assert Agency.objects.count() == 1


def test_two_bodies_with_alike_names_have_their_own_slugs(client, officer):
    AgencyFactory(slug="fenwick-refuge")
    client.post("/agencies/add/", FILLED)
    client.post("/agencies/add/", {**FILLED, "name": "Fenwick refuge!"})
    client.post("/agencies/add/", {**FILLED, "name": "鶴"})

    slugs = set(Agency.objects.values_list("slug", flat=True))
    assert slugs == {"fenwick-refuge", "fenwick-refuge-2", "fenwick-refuge-3", "agency"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Enter the name of the body"),
        ({"kind": ""}, "Choose the kind of body"),
        ({"secure_email": "nowhere"}, "Enter an email address in the correct format"),
        ({"aliases": "x" * 201}, "Each other name must be 200 characters or fewer"),
        (
            {"closed_on_day": "31", "closed_on_month": "2", "closed_on_year": "2020"},
            "Closed on must be a real date",
        ),
    ],
)
def test_what_is_wrong_is_named_and_nothing_typed_is_lost(client, officer, wrong, said):
    page = shown(client.post("/agencies/add/", {**FILLED, "area": "Norham", **wrong}))

    assert said in page
    assert 'value="Norham"' in page
    assert not Agency.objects.exists()


def test_an_officer_of_any_partnership_changes_a_body(client, officer):
    body = AgencyFactory(name="Alder Trust", aliases=["Hillside"])
    page = shown(client.get(f"/agencies/{body.pk}/change/"))
    assert "Hillside" in page

    answer = client.post(
        f"/agencies/{body.pk}/change/",
        {
            "name": "Alder NHS Trust",
            "kind": "ACUTE",
            "closed_on_day": "31",
            "closed_on_month": "3",
            "closed_on_year": "2024",
        },
    )

    body.refresh_from_db()
    assert answer.url == body.get_absolute_url()
    assert (body.name, body.aliases, body.closed_on) == ("Alder NHS Trust", [], date(2024, 3, 31))
    assert AuditEvent.objects.filter(event="agency.changed").exists()


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("part_of", "A body cannot be part of itself"),
        ("successor_of", "A body cannot take over from itself"),
    ],
)
def test_a_body_cannot_lead_back_to_itself(client, officer, link, said):
    body = AgencyFactory(name="Alder")
    middle = AgencyFactory(**{link: body})
    outer = AgencyFactory(**{link: middle})

    page = client.post(
        f"/agencies/{body.pk}/change/", {"name": "Alder", "kind": "ACUTE", link: outer.pk}
    )

    assert said in shown(page)


def test_a_bodys_links_may_not_name_itself(client, officer):
    body = AgencyFactory()
    page = shown(client.get(f"/agencies/{body.pk}/change/"))
    assert f'value="{body.pk}"' not in page


CONTACT = {"full_name": "Ines Okoro", "email": "ines@alder.example"}


def test_a_new_single_point_of_contact_takes_the_place_of_the_old(client, officer):
    old = AgencyContactFactory(is_single_point=True)

    answer = client.post(
        f"/agencies/{old.agency_id}/contacts/add/", {**CONTACT, "is_single_point": "on"}
    )

    assert answer.url == old.agency.get_absolute_url()
    old.refresh_from_db()
    assert not old.is_single_point
    assert old.agency.letter_box == "ines@alder.example"
    assert AuditEvent.objects.filter(event="agency.contact_added").exists()


def test_a_bodys_page_lists_its_contacts(client, officer):
    row = AgencyContactFactory(full_name="Ines Okoro", job_title="Records manager")
    AgencyContactFactory(agency=row.agency, is_single_point=True)

    page = shown(client.get(row.agency.get_absolute_url()))

    assert "Records manager" in page
    assert page.count("Letters go here") == 1
    assert f"/agencies/{row.agency_id}/contacts/{row.pk}/remove/" in page
    client.force_login(PostFactory(kind=PostKind.CHAIR).user)
    assert "/remove/" not in shown(client.get(row.agency.get_absolute_url()))


def test_a_contact_is_changed_and_removed(client, officer):
    row = AgencyContactFactory(full_name="Ines Okoro", telephone="0100")
    address = f"/agencies/{row.agency_id}/contacts/{row.pk}/"
    assert "Ines Okoro" in shown(client.get(address))

    client.post(address, {**CONTACT, "job_title": "Safeguarding lead"})
    row.refresh_from_db()
    assert (row.job_title, row.telephone) == ("Safeguarding lead", "")

    answer = client.post(f"{address}remove/", follow=True)
    assert "Ines Okoro is no longer a contact" in shown(answer)
    assert not AgencyContact.objects.exists()
    events = set(AuditEvent.objects.values_list("event", flat=True))
    assert {"agency.contact_changed", "agency.contact_removed"} <= events


@pytest.mark.parametrize("page", ["add/", "{pk}/"])
def test_a_contact_needs_a_name_and_an_address(client, officer, page):
    row = AgencyContactFactory()
    address = f"/agencies/{row.agency_id}/contacts/{page.format(pk=row.pk)}"

    answer = shown(client.post(address, {"job_title": "Kept as typed"}))

    assert "Enter the full name of the contact" in answer
    assert "Enter an email address" in answer
    assert "Kept as typed" in answer


def test_another_bodys_contact_is_not_there(client, officer):
    row = AgencyContactFactory()
    other = AgencyFactory()
    assert client.get(f"/agencies/{other.pk}/contacts/{row.pk}/").status_code == 404
    assert client.post(f"/agencies/{other.pk}/contacts/{row.pk}/remove/").status_code == 404
