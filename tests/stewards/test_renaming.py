"""A corrected name is compared with the people of reviews like a new one. All names invented."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from messaging.models import Message
from reviews import access
from reviews.access import Permission, Refused, Role, clear_hold, has
from stewards.operations import accounts
from tests.factories.reviews import PersonFactory, ReviewFactory, admit

pytestmark = pytest.mark.django_db
NAME = "Maris Tolvane"


@pytest.fixture
def person(town):
    return PersonFactory(review=town.review, true_name=NAME, aliases=["Mim Tolvane"])


@pytest.fixture
def signed_in(client, town):
    client.force_login(town.administrator)
    return client


def path(town, user):
    return reverse("stewards:rename-account", args=[town.place.slug, user.pk])


def rename(town, user, full_name, *, by):
    accounts.rename_account(
        user=user, full_name=full_name, partnership=town.place,
        today=timezone.localdate(), by=by, at=timezone.now(),
    )  # fmt: skip
    access.forget(user)


def test_a_name_is_corrected_and_its_owner_told(signed_in, town):
    page = signed_in.get(path(town, town.officer)).text
    assert town.officer.full_name in page
    assert (
        signed_in.post(path(town, town.officer), {"full_name": " Olive Marsh "}).status_code == 302
    )
    town.officer.refresh_from_db()
    assert town.officer.full_name == "Olive Marsh"
    assert Message.objects.get(kind="account_renamed").to_address == town.officer.email
    event = AuditEvent.objects.get(event="account.renamed")
    assert (event.actor_id, event.subjects) == (
        town.administrator.pk, {"user_id": town.officer.pk},
    )  # fmt: skip


@pytest.mark.parametrize("name", [NAME, "mim  TOLVANE"])
def test_whoever_bears_a_name_of_the_review_now_is_held(client, signed_in, town, person, name):
    home = reverse("reviews:home", args=[town.review.reference])
    client.force_login(town.officer)
    assert client.get(home).status_code == 200
    client.force_login(town.administrator)
    page = signed_in.post(path(town, town.officer), {"full_name": name}, follow=True).text
    assert "held" not in page.lower()  # the administrator learns no word of the case
    assert town.review.access_holds.open().get().user == town.officer
    client.force_login(town.officer)
    assert client.get(home).status_code == 404


def test_in_every_review_to_which_they_are_admitted(town, person):
    elsewhere = ReviewFactory()
    admit(town.officer, Role.CSP_OFFICER, to=elsewhere)
    PersonFactory(review=elsewhere, true_name=NAME)
    unconnected = PersonFactory(true_name=NAME).review
    rename(town, town.officer, NAME, by=town.administrator)
    assert not has(town.officer, Permission.REVIEW_READ, on=town.review)
    assert not has(town.officer, Permission.REVIEW_READ, on=elsewhere)
    assert not unconnected.access_holds.exists()


def test_another_name_lets_nobody_in_who_is_held(town, person):
    rename(town, town.officer, NAME, by=town.administrator)
    rename(town, town.officer, "Olive Marsh", by=town.administrator)
    assert not has(town.officer, Permission.REVIEW_READ, on=town.review)


def test_what_somebody_has_looked_at_stays_cleared(town, person):
    rename(town, town.officer, NAME, by=town.administrator)
    (hold,) = town.review.access_holds.open()
    clear_hold(hold, because="No kin", by=town.independent, at=timezone.now())
    rename(town, town.officer, NAME.upper(), by=town.administrator)
    access.forget(town.officer)
    assert has(town.officer, Permission.REVIEW_READ, on=town.review)


def test_nobody_corrects_their_own_name(signed_in, town):
    page = signed_in.post(path(town, town.administrator), {"full_name": "Ada Other"})
    assert "Another administrator corrects your name" in page.text
    town.administrator.refresh_from_db()
    assert town.administrator.full_name != "Ada Other"


@pytest.mark.parametrize("typed", ["", "   "])
def test_a_name_cannot_be_left_empty(signed_in, town, typed):
    assert (
        "Enter the full name" in signed_in.post(path(town, town.officer), {"full_name": typed}).text
    )
    with pytest.raises(Refused, match="Enter the full name"):
        rename(town, town.officer, typed, by=COMMAND_LINE)


def test_the_same_name_is_no_correction(signed_in, town):
    signed_in.post(path(town, town.officer), {"full_name": town.officer.full_name})
    assert not AuditEvent.objects.filter(event="account.renamed").exists()


def test_only_an_administrator_of_their_partnership(client, town):
    for user in (town.officer, town.chair, town.lead, town.independent):
        client.force_login(user)
        assert client.post(path(town, town.author), {"full_name": "Zed Other"}).status_code == 404
        with pytest.raises(Refused, match="Only an administrator"):
            rename(town, town.author, "Zed Other", by=user)
