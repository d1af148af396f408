"""The directory of bodies that recommendations go to: found by what they decide, and kept."""

from datetime import UTC, date, datetime

import pytest

from agencies.access import Refused
from agencies.listed import BODIES
from agencies.models import COMMAND_LINE, BodyAddress, BodyKind, PostKind, PublicBody
from agencies.operations import bodies as operations
from agencies.operations import listed_bodies
from agencies.operations.bodies import BodyEntry
from agencies.queries import bodies
from audit.models import AuditEvent
from tests.factories.agencies import BodyAddressFactory, PostFactory, PublicBodyFactory

pytestmark = pytest.mark.django_db

WHEN = {"today": date(2026, 3, 2), "at": datetime(2026, 3, 2, 9, 30, tzinfo=UTC)}
FILLED = {
    "name": "Northern Gas Inspectorate", "kind": BodyKind.REGULATOR, "region": "North West",
    "topics": "Gas Safety", "decides": "Gas fittings.",
}  # fmt: skip


@pytest.fixture
def officer(client):
    post = PostFactory()
    client.force_login(post.user)
    return post


def shown(response):
    return response.content.decode()


# What the house lists


def test_the_list_of_the_house_is_whole_and_loads_twice_alike():
    PublicBody.objects.update(part_of=None)
    PublicBody.objects.all().delete()
    assert listed_bodies.load() == len(BODIES) > 100
    assert listed_bodies.load() == 0
    region = PublicBody.objects.get(listed_as="nhs-england-north-west")
    assert region.part_of.part_of.name == "Department of Health and Social Care"


def test_what_somebody_changed_stays_when_the_house_lists_anew():
    listed_bodies.load()
    body = PublicBody.objects.get(listed_as="home-office")
    operations.retire_body(body=body, retired_on=date(2026, 2, 1), by=COMMAND_LINE, **WHEN)
    PublicBody.objects.filter(listed_as="mhclg").update(name="Older name")

    assert listed_bodies.load() == 1
    body.refresh_from_db()
    assert body.retired_on


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Government should amend the law on firearms licensing.", "home-office"),
        ("All GP practices should record routine enquiry in the patient’s records.", "nhs-england"),
        ("Universal Credit should be paid to each person by default.", "dwp"),
        ("The Probation Service should review MAPPA thresholds.", "hmpps"),
        ("Relationships education in schools should cover coercion.", "department-for-education"),
    ],
)
def test_a_text_finds_who_decides_it(text, key):
    listed_bodies.load()
    best, topics = bodies.deciding(text, partnership=PostFactory().partnership_id)[0]
    assert best.listed_as == key
    assert topics


def test_a_body_is_named_by_what_it_was_called():
    listed_bodies.load()
    place = PostFactory().partnership_id
    assert bodies.named("dluhc", partnership=place).listed_as == "mhclg"
    assert bodies.named("Victims' Commissioner for England and Wales", partnership=place)
    assert bodies.named("Home", partnership=place) is None


# Pages


def test_an_officer_adds_finds_retires_and_brings_back(client, officer):
    gone = client.post("/bodies/add/", FILLED)
    body = PublicBody.objects.get(name=FILLED["name"])
    assert gone.url == body.get_absolute_url()
    assert body.name in shown(client.get("/bodies/", {"words": "gas safety"}))

    day = {"retired_on_day": "2", "retired_on_month": "1", "retired_on_year": "2026"}
    client.post(f"/bodies/{body.pk}/retire/", {**day, "successor": PublicBodyFactory().pk})
    client.get(gone.url)  # shows that it is done
    assert body.name not in shown(client.get("/bodies/", {"words": "gas"}))
    assert body.name in shown(client.get("/bodies/", {"retired": "on", "words": "gas"}))
    client.post(f"/bodies/{body.pk}/bring-back/")
    body.refresh_from_db()
    assert (body.retired_on, body.successor) == (None, None)
    assert set(AuditEvent.objects.values_list("event", flat=True)) >= {
        "body.listed", "body.retired", "body.brought_back",
    }  # fmt: skip


def test_a_page_says_what_is_wrong_with_a_body(client, officer):
    PublicBodyFactory(name="Office", aliases=["Northern Gas  inspectorate"])
    again = client.post("/bodies/add/", FILLED)
    assert "Office is in the directory already under this name" in shown(again)
    body = PublicBodyFactory(name="Alone")
    long = {**FILLED, "topics": "x" * 81}
    assert "80 characters" in shown(client.post(f"/bodies/{body.pk}/change/", long))
    assert "already under" in shown(
        client.post(f"/bodies/{body.pk}/change/", {**FILLED, "name": "office"})
    )
    client.post(f"/bodies/{body.pk}/change/", {**FILLED, "name": "Alone too"})
    body.refresh_from_db()
    assert (body.name, body.topics) == ("Alone too", ["gas safety"])
    day = {"retired_on_day": "2", "retired_on_month": "1", "retired_on_year": "2999"}
    assert "still to come" in shown(client.post(f"/bodies/{body.pk}/retire/", day))


def test_what_a_partnership_keeps_for_itself_no_other_finds(client, officer):
    client.post("/bodies/add/", {**FILLED, "partnership": officer.partnership_id})
    body = PublicBody.objects.get(name=FILLED["name"])
    assert body.partnership == officer.partnership
    assert client.get(body.get_absolute_url()).status_code == 200

    client.force_login(PostFactory().user)
    assert client.get(body.get_absolute_url()).status_code == 404
    assert body.name not in shown(client.get("/bodies/", {"words": "gas"}))
    entry = BodyEntry(name="Mine", kind=BodyKind.OTHER, region="Wales")
    with pytest.raises(Refused, match="officer of the partnership itself"):
        operations.change_body(body=body, entry=entry, by=PostFactory().user, **WHEN)


def test_each_partnership_knows_its_own_address(client, officer):
    row = BodyAddressFactory(body=PublicBodyFactory(), email="theirs@office.example")
    where = f"/bodies/{row.body_id}/address/"
    client.post(f"{where}{officer.partnership.slug}/", {"email": "ours@office.example"})
    page = shown(client.get(row.body.get_absolute_url()))
    assert "ours@office.example" in page
    assert "theirs@" not in page
    assert client.post(f"{where}{row.partnership.slug}/", {}).status_code == 404
    assert BodyAddress.objects.count() == 2


def test_a_chair_reads_and_changes_nothing(client):
    client.force_login(PostFactory(kind=PostKind.CHAIR).user)
    body = PublicBodyFactory()
    page = shown(client.get(body.get_absolute_url()))
    assert "Retire" not in page
    assert "Add the address" not in page
    assert client.get(f"/bodies/{body.pk}/change/").status_code == 404


# What cannot be


def test_a_body_is_not_within_itself_and_hands_its_work_to_one_that_stands():
    parent = PublicBodyFactory(name="Parent")
    child = PublicBodyFactory(part_of=parent)
    entry = BodyEntry(name="Parent", kind=BodyKind.OTHER, region="Wales", part_of=child)
    with pytest.raises(Refused, match="part of itself"):
        operations.change_body(body=parent, entry=entry, by=COMMAND_LINE, **WHEN)
    operations.retire_body(body=child, retired_on=date(2026, 2, 1), by=COMMAND_LINE, **WHEN)
    for successor, words in ((child, "gone itself"), (parent, "from itself")):
        with pytest.raises(Refused, match=words):
            operations.retire_body(
                body=parent, retired_on=date(2026, 2, 1), successor=successor,
                by=COMMAND_LINE, **WHEN,
            )  # fmt: skip


def test_a_circle_of_older_data_ends():
    first = PublicBodyFactory(name="First")
    second = PublicBodyFactory(part_of=first)
    PublicBody.objects.filter(pk=first.pk).update(part_of=second)
    other = PublicBodyFactory(name="Other")
    entry = BodyEntry(name="Other", kind=BodyKind.OTHER, region="Wales", part_of=first)
    operations.change_body(body=other, entry=entry, by=COMMAND_LINE, **WHEN)
    assert other.part_of == first
