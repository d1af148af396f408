"""What administrators see of accounts, and do with them. No review, no case."""

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE, PostKind
from audit.models import AuditEvent
from messaging.models import Message
from reminders.models import CalendarFeed
from reviews.access import Permission, Refused, Role, has
from stewards.operations import accounts
from tests.factories.agencies import AgencyLeadFactory, PostFactory, UserFactory
from tests.factories.reminders import CalendarFeedFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonFactory,
    ReviewFactory,
    admit,
    playing,
)

pytestmark = pytest.mark.django_db


def where(name, town, *args):
    return reverse(f"stewards:{name}", args=[town.place.slug, *args])


def lock(user, failures=20):
    AccessAttempt.objects.create(
        username=user.email, ip_address="127.0.0.9", user_agent="x", http_accept="x",
        path_info="/", get_data="", post_data="", failures_since_start=failures,
    )  # fmt: skip


@pytest.fixture
def signed_in(client, town):
    client.force_login(town.administrator)
    return client


class TestList:
    def test_it_shows_who_belongs_here_and_nothing_of_a_case(self, signed_in, town):
        PersonFactory(review=town.review, true_name="Orla Marker", pseudonym="Maris")
        stranger = playing(Role.CSP_OFFICER, to=ReviewFactory())
        page = signed_in.get(where("accounts", town)).text
        for user in (town.officer, town.author, town.lead, town.second):
            assert user.full_name in page
        for hidden in (stranger.full_name, "Orla Marker", "Maris", town.review.reference):
            assert hidden not in page

    @pytest.mark.parametrize("standing", ["invited", "active", "locked", "closed"])
    def test_each_standing_can_be_asked_for(self, signed_in, town, standing):
        people = {
            name: playing(Role.IMR_AUTHOR, to=town.part, full_name=f"Zz {name}")
            for name in ("invited", "active", "locked", "closed")
        }
        people["invited"].set_unusable_password()
        people["invited"].save()
        people["closed"].is_active = False
        people["closed"].save()
        lock(people["locked"])
        page = signed_in.get(where("accounts", town), {"standing": standing, "q": "zz"}).text
        found = {name for name, user in people.items() if user.full_name in page}
        assert found == {standing}

    def test_words_are_looked_for_in_names_and_addresses(self, signed_in, town):
        page = signed_in.get(where("accounts", town), {"q": "author@agency"}).text
        assert town.author.full_name in page
        assert town.officer.full_name not in page
        assert "No account fits" in signed_in.get(where("accounts", town), {"q": "nobody"}).text
        odd = {"standing": "odd", "page": "99"}
        assert town.author.full_name in signed_in.get(where("accounts", town), odd).text

    @pytest.mark.parametrize("who", ["officer", "chair", "lead", "author", "independent"])
    def test_nobody_else_finds_it(self, client, town, who):
        client.force_login(getattr(town, who))
        person = town.author.pk
        for name, *args in (
            ("accounts",), ("account", person), ("close-account", person), ("data-protection",),
        ):  # fmt: skip
            assert client.get(where(name, town, *args)).status_code == 404
        for name in ("close-account", "reopen-account", "invite-again", "unlock-account"):
            assert client.post(where(name, town, person)).status_code == 404
        town.author.refresh_from_db()
        assert town.author.is_active

    def test_an_administrator_of_another_partnership_finds_nobody_of_this_one(self, client, town):
        other = PostFactory(kind=PostKind.ADMINISTRATOR)
        client.force_login(other.user)
        mine = reverse("stewards:account", args=[other.partnership.slug, town.author.pk])
        assert client.get(mine).status_code == 404
        assert client.get(where("accounts", town)).status_code == 404


class TestAccount:
    def test_it_says_what_they_hold_and_counts_reviews_only(self, signed_in, town):
        AgencyLeadFactory(partnership=town.place, agency=town.agency, user=town.author)
        page = signed_in.get(where("account", town, town.author.pk)).text
        assert "Has a part in 1 review here" in page
        assert f"Lead of {town.agency.name}" in page
        assert town.review.reference not in page
        assert "Has never signed in" in page
        town.officer.last_login = timezone.now()
        town.officer.save()
        page = signed_in.get(where("account", town, town.officer.pk)).text
        assert "CSP officer, since" in page
        assert "Last signed in on" in page

    def test_ones_own_is_for_another_one(self, signed_in, town):
        page = signed_in.get(where("account", town, town.administrator.pk)).text
        assert "another administrator looks after it" in page
        assert "Close the account" not in page

    def test_an_administrator_opens_no_review(self, signed_in, town):
        for permission in Permission:
            assert not has(town.administrator, permission, on=town.review)
        assert signed_in.get(town.review.get_absolute_url()).status_code == 404
        assert f"Accounts of {town.place.name}" in signed_in.get("/").text


class TestClosing:
    def test_it_shuts_out_at_once_and_keeps_what_was_recorded(self, signed_in, town):
        theirs = type(signed_in)()
        theirs.force_login(town.author)
        close = where("close-account", town, town.author.pk)
        assert "Close the account of" in signed_in.get(close).text
        assert signed_in.post(close).status_code == 302
        assert theirs.get("/").status_code == 302
        town.author.refresh_from_db()
        assert not town.author.is_active
        assert town.author.memberships.get().removed_at is None
        assert not has(town.author, Permission.IMR_WRITE, on=town.part)
        assert AuditEvent.objects.filter(event="account.closed").exists()

    def test_it_opens_again_by_a_link(self, signed_in, town):
        CalendarFeedFactory(user=town.author)
        signed_in.post(where("close-account", town, town.author.pk))
        assert not CalendarFeed.objects.exists()  # whoever lets them in again gives them no address
        page = signed_in.get(where("account", town, town.author.pk)).text
        assert "Open the account again" in page
        assert signed_in.post(where("reopen-account", town, town.author.pk)).status_code == 302
        town.author.refresh_from_db()
        assert (town.author.is_active, town.author.has_set_password) == (True, False)
        assert Message.objects.get(kind="account_invited").to_address == town.author.email

    @pytest.mark.parametrize(
        ("who", "words"),
        [
            ("administrator", "Another administrator closes your account"),
            ("officer", "only CSP officer"),
        ],
    )
    def test_what_cannot_be_is_said(self, signed_in, town, who, words):
        user = getattr(town, who)
        page = signed_in.post(where("close-account", town, user.pk))
        assert (page.status_code, words in page.text) == (200, True)
        user.refresh_from_db()
        assert user.is_active

    def test_the_last_administrator_stays(self, town, today, now):
        told = {"partnership": town.place, "today": today, "by": COMMAND_LINE, "at": now}
        accounts.close_account(user=town.second, **told)
        with pytest.raises(Refused, match="only administrator"):
            accounts.close_account(user=town.administrator, **told)

    @pytest.mark.parametrize("tie", ["post", "part", "lead"])
    def test_an_account_of_two_partnerships_stays_open_for_the_other(self, signed_in, town, tie):
        if tie == "post":
            PostFactory(user=town.author, kind=PostKind.CHAIR)
        elif tie == "part":
            playing_elsewhere(town.author)
        else:
            AgencyLeadFactory(user=town.author)
        page = signed_in.post(where("close-account", town, town.author.pk)).text
        assert "works with another partnership too" in page

    def test_strangers_to_the_partnership_are_not_theirs(self, town, today, now):
        told = {"partnership": town.place, "today": today, "at": now}
        with pytest.raises(Refused, match="belongs to no post"):
            accounts.close_account(user=UserFactory(), by=town.administrator, **told)
        for operation in (
            accounts.close_account, accounts.reopen_account, accounts.invite_again,
            accounts.unlock_account,
        ):  # fmt: skip
            with pytest.raises(Refused, match="Only an administrator"):
                operation(user=town.author, by=town.officer, **told)


def playing_elsewhere(user):
    admit(user, Role.IMR_AUTHOR, to=AgencyInvolvementFactory())


class TestInvitingAndUnlocking:
    def test_the_invitation_goes_out_again(self, signed_in, town):
        town.author.set_unusable_password()
        town.author.save()
        assert (
            "Send the invitation again"
            in signed_in.get(where("account", town, town.author.pk)).text
        )
        assert signed_in.post(where("invite-again", town, town.author.pk)).status_code == 302
        assert Message.objects.get().kind == "account_invited"

    def test_not_to_whoever_has_set_a_password(self, signed_in, town):
        page = signed_in.post(where("invite-again", town, town.author.pk)).text
        assert "not waiting for an invitation" in page
        assert not Message.objects.exists()

    @pytest.mark.parametrize("failures", [5, 20])
    def test_who_is_locked_out_can_try_again(self, signed_in, town, failures):
        lock(town.author, failures)
        page = signed_in.get(where("account", town, town.author.pk)).text
        assert "Locked out" in page
        assert signed_in.post(where("unlock-account", town, town.author.pk)).status_code == 302
        assert not AccessAttempt.objects.exists()
        page = signed_in.get(where("account", town, town.author.pk)).text
        assert "Locked out" not in page
        assert AuditEvent.objects.filter(event="account.unlocked").exists()

    def test_a_few_failures_lock_nobody_out(self, signed_in, town):
        lock(town.author, 4)
        assert "Locked out" not in signed_in.get(where("account", town, town.author.pk)).text


class TestDataProtection:
    def test_whoever_was_named_before_learns_of_it(self, signed_in, town):
        form = where("data-protection", town)
        assert "protection@csp.example" in signed_in.get(form).text
        for _ in range(2):
            assert signed_in.post(form, {"email": "New@csp.example"}).status_code == 302
        town.place.refresh_from_db()
        assert town.place.data_protection_email == "new@csp.example"
        assert set(Message.objects.values_list("to_address", flat=True)) == {
            "protection@csp.example", "new@csp.example",
        }  # fmt: skip
        assert AuditEvent.objects.filter(event="partnership.data_protection_changed").count() == 1

    def test_it_cannot_be_left_empty(self, signed_in, town):
        page = signed_in.post(where("data-protection", town), {"email": ""})
        assert "Enter the email address" in page.text

    def test_a_partnership_without_one_says_so(self, signed_in, town, today, now):
        town.place.data_protection_email = ""
        town.place.save()
        assert "nobody is named yet" in signed_in.get(where("accounts", town)).text
        with pytest.raises(Refused, match="Only an administrator"):
            accounts.name_data_protection_contact(
                partnership=town.place, email="a@b.example", today=today, by=town.officer, at=now
            )


class TestPosts:
    def test_nobody_gives_a_post_to_themselves(self, signed_in, town):
        page = signed_in.post(
            reverse("reviews:start-post", args=[town.place.slug]),
            {"kind": "OFFICER", "email": town.administrator.email.upper(), "full_name": ""},
        )
        assert "Another administrator gives you a post" in page.text
        assert not town.administrator.memberships.exists()

    def test_the_officers_and_chairs_learn_of_a_new_post(self, signed_in, town):
        signed_in.post(
            reverse("reviews:start-post", args=[town.place.slug]),
            {"kind": "OFFICER", "email": "new@csp.example", "full_name": "Nia New"},
        )
        told = Message.objects.filter(kind="post_to_confirm").values_list("to_address", flat=True)
        assert set(told) == {town.officer.email, town.chair.email}
