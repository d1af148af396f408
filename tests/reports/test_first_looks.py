"""A copy that nobody has looked at yet has not left: without a certificate it stays closed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from anonymity.models import Destination
from anonymity.operations import certifying
from guests.models import GuestCode
from messaging.models import Message
from reports.models import Means
from reports.operations.releases import code_by_telephone
from reviews.access import Refused
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.reports import DraftReleaseFactory
from tests.factories.reviews import PersonFactory
from tests.reports.copying import NOW, TODAY, certify, release, to_family
from tests.reports.saying import page, text
from tests.reports.test_reading_room import SECRET, room

pytestmark = pytest.mark.django_db

WAIT = "This copy is not open at the moment"


def withdraw(review, by):
    for one in review.anonymity_certificates.not_withdrawn():
        certifying.withdraw(
            certificate=one, reason="A footer was missed.", by=by, at=timezone.now()
        )


def lapse(review, by):
    PersonFactory(review=review, true_name="Ansel Quillmere")


@pytest.fixture
def guests(certified, contact):
    """A copy for somebody of the family, that nobody has looked at yet."""
    return DraftReleaseFactory(draft=certified, token=SECRET, contact=contact)


@pytest.mark.parametrize("end", [withdraw, lapse])
class TestWithoutACertificate:
    def test_a_first_look_is_refused_in_kind_words(self, client, guests, officer, end):
        GuestCodeFactory(link=guests.link, recorded_at=NOW)
        end(guests.draft.review, officer)

        answers = [client.get(room()), client.get(room("code")), client.post(room("send-code"))]
        answers.append(client.post(room("code"), {"code": CODE}))

        for answer in answers:
            assert answer.status_code == 404
            assert WAIT in text(answer)
            assert "Whoever sent it to you can tell you more." in text(answer)
        assert not Message.objects.filter(kind="guest_code").exists()
        assert not GuestCode.objects.filter(used_at__isnull=False).exists()

    def test_nor_is_a_code_read_out_and_the_page_says_why(self, writing, guests, officer, end):
        end(guests.draft.review, officer)
        copies = page("copies", guests.draft.review.reference, guests.draft.number)
        assert "Not open" in text(writing.get(copies))

        code = page("reading-code-by-telephone", guests.draft.review.reference, 1, guests.number)
        for answer in (writing.get(guests.get_absolute_url()), writing.post(code)):
            said = text(answer)
            assert "Nobody has looked at this copy yet, and it does not open now." in said
            assert "once this draft is certified again for the family and their advocates." in said
            assert "recall it" in said
            assert "Get a code to read out" not in said
        assert not GuestCode.objects.exists()

    def test_certified_anew_the_same_link_opens(self, client, guests, officer, end):
        end(guests.draft.review, officer)
        certify(guests.draft, Destination.FAMILY)

        assert "Something to read" in text(client.get(room()))

    def test_one_that_was_looked_at_stays_theirs_and_its_page_says_so(
        self, client, guests, officer, chair, end
    ):
        GuestCodeFactory(link=guests.link, recorded_at=NOW)
        client.post(room("code"), {"code": CODE})
        end(guests.draft.review, officer)

        assert "Eleven agencies were asked." in text(client.get(room()))
        assert code_by_telephone(release=guests, today=TODAY, by=chair, at=NOW)
        client.force_login(chair)
        said = text(client.get(guests.get_absolute_url()))
        assert "This copy is with them already, until its last day." in said
        assert "Get a code to read out" in said
        copies = page("copies", guests.draft.review.reference, guests.draft.number)
        assert "Not open" not in text(client.get(copies))


def test_one_that_is_over_looks_as_if_it_never_was(client, guests, officer):
    withdraw(guests.draft.review, officer)
    guests.until_on = TODAY - timedelta(days=1)
    guests.save()

    assert "This link opens nothing" in text(client.get(room()))


def test_a_code_by_telephone_is_refused_in_words_that_say_what_to_do(
    certified, contact, chair, officer
):
    made = release(certified, chair, to_family(contact))
    withdraw(certified.review, officer)
    with pytest.raises(Refused, match=r"No certificate says .* recall it"):
        code_by_telephone(release=made, today=TODAY, by=chair, at=NOW)


def test_a_print_says_before_that_it_is_not_handed_over(writing, certified, chair, officer):
    made = release(certified, chair, means=Means.PRINT)
    assert "any more" not in text(writing.get(made.get_absolute_url()))
    withdraw(certified.review, officer)

    said = text(writing.get(made.get_absolute_url()))
    assert "Until then this copy is neither printed nor handed over." in said
    made.handed_over_on = TODAY
    made.save()
    assert "This copy is with them already" in text(writing.get(made.get_absolute_url()))


def test_a_copy_of_the_panel_needs_none(writing, draft):
    made = DraftReleaseFactory(draft=draft, reader_kind="PANEL")

    assert "certificate" not in text(writing.get(made.get_absolute_url()))


@pytest.mark.parametrize("count", [2, 20])
def test_a_list_costs_the_same_whatever_is_in_it(
    writing, certified, officer, count, django_assert_max_num_queries
):
    for number in range(count):
        DraftReleaseFactory(draft=certified, token=f"a-{number}", reader_name=f"Robin {number}")
    withdraw(certified.review, officer)
    with django_assert_max_num_queries(25):
        assert (
            text(writing.get(page("copies", certified.review.reference, certified.number))).count(
                "Not open"
            )
            == count
        )
