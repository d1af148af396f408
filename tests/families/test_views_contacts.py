import pytest
from django.urls import reverse

from families.models import EntryKind, FamilyContact
from reviews.access import Role
from tests.factories.agencies import UserFactory
from tests.factories.families import (
    FamilyContactEntryFactory,
    FamilyContactFactory,
    QuietDateFactory,
)
from tests.factories.reviews import PersonFactory, playing

pytestmark = pytest.mark.django_db

PAGES = ["contact", "change-contact", "quiet-dates", "choose-entry", "contact-sheet"]


@pytest.fixture
def contact():
    return FamilyContactFactory(relationship="Sister of the person who died")


@pytest.fixture
def officer(contact, client):
    officer = playing(Role.CSP_OFFICER, to=contact.review)
    client.force_login(officer)
    return officer


def address(name, contact, *args):
    return reverse(f"families:{name}", args=[contact.review.reference, contact.pk, *args])


def text(response):
    return response.content.decode()


@pytest.mark.parametrize("name", PAGES)
class TestWhoMayOpen:
    def test_whoever_holds_the_pen(self, client, contact, officer, name):
        assert client.get(address(name, contact)).status_code == 200

    def test_a_stranger_and_another_review(self, client, contact, officer, name):
        other = FamilyContactFactory()
        across = reverse(f"families:{name}", args=[contact.review.reference, other.pk])

        assert client.get(across).status_code == 404
        for person in (UserFactory(), playing(Role.PANEL_MEMBER, to=contact.review)):
            client.force_login(person)
            assert client.get(address(name, contact)).status_code == 404

    def test_whoever_only_reads_is_refused_in_words(self, client, contact, officer, name):
        playing(Role.INDEPENDENT_CHAIR, to=contact.review)
        response = client.get(address(name, contact))

        if name in {"contact", "contact-sheet"}:
            assert response.status_code == 200
        else:
            assert response.status_code == 403
            assert "The independent chair keeps this record." in text(response)


class TestContactPage:
    def test_what_to_know_first(self, client, contact, officer):
        FamilyContactEntryFactory(contact=contact, leaflet_given=True)

        shown = text(client.get(address("contact", contact)))

        for words in (
            contact.name,
            "Sister of the person who died",
            "No answer yet",
            "Still open: advocacy and their wishes.",
            "Leaflet for families",
            "Family liaison officer",
        ):
            assert words in shown

    def test_no_name_in_the_browsers_tab_nor_the_way_back(self, client, contact, officer):
        shown = text(client.get(address("contact", contact)))

        title = shown.partition("<title>")[2].partition("</title>")[0]
        crumbs = shown.partition("app-breadcrumbs")[2].partition("</nav>")[0]
        assert "Family member" in title
        assert contact.name not in title
        assert contact.name not in crumbs

    def test_the_way_back_leads_to_their_own_side(self, client, contact, officer):
        brother = FamilyContactFactory(review=contact.review, of_perpetrator=True)
        side = reverse("families:perpetrator-side", args=[contact.review.reference])

        assert side not in text(client.get(address("contact", contact)))
        assert side in text(client.get(address("contact", brother)))

    def test_what_speaks_against_writing_today(self, client, contact, officer, time_machine):
        time_machine.move_to("2026-03-14 09:00+00:00")
        QuietDateFactory(contact=contact)

        shown = text(client.get(address("contact", contact)))

        assert "14 March 2026 is a day not to write on: her birthday." in shown

    def test_a_corrected_entry_shows_with_what_was_there_before(self, client, contact, officer):
        wrong = FamilyContactEntryFactory(contact=contact, declined=True, words="She said no.")
        FamilyContactEntryFactory(
            contact=contact,
            contributes=True,
            corrects=wrong,
            root=wrong,
            correction_reason="Misheard on the telephone",
        )

        shown = text(client.get(address("contact", contact)))

        assert "Corrected: Misheard on the telephone" in shown
        assert shown.index("Contributes") < shown.index("She said no.")

    def test_an_entry_taken_back_says_so(self, client, contact, officer):
        wrong = FamilyContactEntryFactory(contact=contact)
        FamilyContactEntryFactory(
            contact=contact,
            kind=EntryKind.TAKEN_BACK,
            corrects=wrong,
            root=wrong,
            correction_reason="It went to her aunt",
        )

        shown = text(client.get(address("contact", contact)))

        assert "Taken back: letter or leaflet sent" in shown
        assert "Taken back: It went to her aunt" in shown

    def test_what_awaits_an_answer_offers_it_until_there_is_one(self, client, contact, officer):
        comments = FamilyContactEntryFactory(contact=contact, comments=True)
        FamilyContactEntryFactory(contact=contact, meeting=True)

        shown = text(client.get(address("contact", contact)))
        assert "Record what became of these comments" in shown
        assert "Record that they approved the notes" in shown

        FamilyContactEntryFactory(
            contact=contact, kind=EntryKind.DISPOSITION, answers=comments, disposition="ADOPTED"
        )
        shown = text(client.get(address("contact", contact)))
        assert "Record what became of these comments" not in shown
        assert "about 2 February 2026" in shown

    def test_whoever_only_reads_finds_no_dead_buttons(self, client, contact, officer):
        playing(Role.INDEPENDENT_CHAIR, to=contact.review)
        FamilyContactEntryFactory(contact=contact)

        shown = text(client.get(address("contact", contact)))

        for words in ("Record what happened", "Correct<", "Take back<", "Add or take away a day"):
            assert words not in shown

    @pytest.mark.parametrize("rows", [3, 30])
    def test_as_few_queries_whatever_the_log(
        self, client, contact, officer, rows, django_assert_max_num_queries
    ):
        for _ in range(rows):
            FamilyContactEntryFactory(contact=contact, comments=True, recorded_by=UserFactory())
            QuietDateFactory(contact=contact)

        with django_assert_max_num_queries(15):  # two of them the savepoints of a test
            client.get(address("contact", contact))


def filled(**given):
    whole = {
        "kind": "FAMILY",
        "own_name": "Relative Invented",
        "relationship": "Sister",
        "route": "FLO",
        "language": "Welsh",
    }
    return {**whole, **given}


class TestAddAndChange:
    def add(self, client, contact, **given):
        path = reverse("families:add-contact", args=[contact.review.reference])
        return client.post(path, filled(**given))

    def test_somebody_is_added_and_nothing_is_sent(self, client, contact, officer):
        response = self.add(client, contact)

        added = FamilyContact.objects.latest("id")
        assert response.url == added.get_absolute_url()
        assert "Nothing was sent to them." in text(client.get(response.url))

    def test_only_those_who_live_and_are_not_there_yet_can_be_chosen(
        self, client, contact, officer
    ):
        review = contact.review
        PersonFactory(review=review, true_name="Victim Invented")
        there = PersonFactory(review=review, role="FRIEND", true_name="There Invented")
        FamilyContactFactory(review=review, person=there, own_name=None)
        PersonFactory(review=review, role="FRIEND", true_name="New Invented")

        shown = text(client.get(reverse("families:add-contact", args=[review.reference])))

        assert "New Invented" in shown
        assert "Victim Invented" not in shown
        assert "There Invented" not in shown

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"own_name": ""}, "Enter their name, or choose one of the people of the review"),
            ({"kind": ""}, "Answer “Who are they?”"),
            ({"route": "PIGEON"}, "what was chosen is not offered"),
        ],
    )
    def test_a_mistake_is_named_and_what_was_typed_stays(
        self, client, contact, officer, given, words
    ):
        response = self.add(client, contact, **given)

        assert response.status_code == 200
        assert words in text(response)
        assert "Welsh" in text(response)
        assert FamilyContact.objects.count() == 1

    def test_the_reader_may_not_add(self, client, contact, officer):
        playing(Role.INDEPENDENT_CHAIR, to=contact.review)

        assert self.add(client, contact).status_code == 403

    def test_somebody_is_changed(self, client, contact, officer):
        shown = text(client.get(address("change-contact", contact)))
        assert contact.name in shown

        response = client.post(address("change-contact", contact), filled(route="ADVOCATE"))

        assert response.url == contact.get_absolute_url()
        contact.refresh_from_db()
        assert (contact.route, contact.name) == ("ADVOCATE", "Relative Invented")

    def test_a_change_that_is_refused_keeps_what_was_typed(self, client, contact, officer):
        response = client.post(address("change-contact", contact), filled(own_name=" "))

        assert "Enter their name" in text(response)
        assert "Welsh" in text(response)


class TestQuietDates:
    def test_none(self, client, contact, officer):
        contact.review.died_on = None
        contact.review.save()

        assert "None recorded." in text(client.get(address("quiet-dates", contact)))

    def test_a_day_is_added_and_taken_away(self, client, contact, officer):
        path = address("quiet-dates", contact)
        day = {"from_on_day": "14", "from_on_month": "3", "from_on_year": "1990"}

        response = client.post(path, {**day, "every_year": "on", "why": "Her birthday"})
        assert response.url == path
        assert "Her birthday: 14 March, every year" in text(client.get(path))

        quiet = contact.quiet_dates.get()
        remove = address("remove-date", contact, quiet.pk)
        assert client.get(remove).status_code == 405
        assert client.post(remove).url == path
        assert "Her birthday" not in text(client.get(path))

    def test_days_from_the_record_cannot_be_taken_away(self, client, contact, officer):
        PersonFactory(review=contact.review, born_on="1980-05-06")

        shown = text(client.get(address("quiet-dates", contact)))

        assert "The birthday of the person who died: 6 May, every year" in shown
        assert "Take away" not in shown

    def test_a_day_that_is_over(self, client, contact, officer):
        QuietDateFactory(contact=contact, from_on="2026-02-02", every_year=False, why="the funeral")

        assert "The funeral: 2 February 2026; over" in text(
            client.get(address("quiet-dates", contact))
        )

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ({"from_on_day": "31", "from_on_month": "2"}, "The day must be a real date"),
            ({"why": ""}, "Answer “What day is it?”"),
            (
                {"to_on_day": "1", "to_on_month": "1", "to_on_year": "2026"},
                "The last day must be on or after the first",
            ),
        ],
    )
    def test_a_mistake_is_named(self, client, contact, officer, typed, words):
        day = {"from_on_day": "3", "from_on_month": "6", "from_on_year": "2026", "why": "Trial"}

        response = client.post(address("quiet-dates", contact), {**day, **typed})

        assert words in text(response)
        assert not contact.quiet_dates.exists()

    def test_nobody_elses_day_is_taken_away(self, client, contact, officer):
        other = QuietDateFactory()

        assert client.post(address("remove-date", contact, other.pk)).status_code == 404
