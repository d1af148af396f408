"""What waits for a second signature: nobody is asked for one on what has lapsed."""

import pytest
from django.urls import reverse

from anonymity.cards import certificates
from anonymity.models import Destination
from anonymity.queries.work import certificates_to_sign
from reviews.access import Role
from reviews.queries.work import work_of
from tests.factories.anonymity import CertificateFactory, IdentifierCheckFactory, certified_pack
from tests.factories.documents import DocumentFactory
from tests.factories.publications import QaSubmissionFactory, SubmissionItemFactory
from tests.factories.reviews import PersonFactory, ReviewFactory, admit, playing
from tests.reports.saying import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(review):
    return SubmissionItemFactory(submission=QaSubmissionFactory(review=review))


@pytest.fixture
def certified(item):
    return certified_pack(item, Destination.COMMISSIONER)


@pytest.fixture
def waiting(certified):
    return begun(certified.identifier_check)


def begun(check):
    return CertificateFactory(review=check.review, identifier_check=check, signed=1)


def asked(person, now):
    return [one.href for one in certificates_to_sign(person, now.date())]


def shown(review, person, now):
    return certificates(review, person, now.date()).lines


def add_a_file(item):
    document = DocumentFactory(content=b"More.")
    SubmissionItemFactory(submission=item.submission, kind="OTHER", document=document)


def know_more(item):
    PersonFactory(review=item.submission.review, true_name="Berwyn Testerby")


def test_what_stands_is_asked_for_and_counted(waiting, review, officer, now):
    assert asked(officer, now) == [waiting.get_absolute_url()]
    assert shown(review, officer, now) == ["1 certificate", "1 waiting for a second signature"]


@pytest.mark.parametrize("change", [add_a_file, know_more])
def test_what_has_lapsed_is_neither(waiting, item, officer, client, now, change):
    change(item)
    assert asked(officer, now) == []
    assert shown(waiting.review, officer, now) == ["No certificate holds", "2 lapsed"]
    client.force_login(officer)
    assert "A second person signs here" not in text(client.get(waiting.get_absolute_url()))
    home = text(client.get(reverse("reviews:home", args=[waiting.review.reference])))
    assert "2 lapsed" in home
    assert "waiting for a second signature" not in home


def test_before_anything_is_certified(review, officer, now):
    assert certificates(review, officer, now.date()) is None
    check = IdentifierCheckFactory(review=review)
    assert shown(review, officer, now) == ["No certificate yet"]
    begun(check)
    assert shown(review, officer, now) == [
        "No certificate yet",
        "1 waiting for a second signature",
    ]


@pytest.mark.parametrize("count", [1, 9])
def test_many_of_one_review_cost_what_one_costs(
    item, officer, now, count, django_assert_num_queries
):
    for number in range(1, count + 1):
        begun(IdentifierCheckFactory(review=item.submission.review, number=number))
    with django_assert_num_queries(15):
        assert len(asked(officer, now)) == count


def test_another_review_is_looked_at_by_what_is_known_there(waiting, item, now):
    other = begun(IdentifierCheckFactory(review=ReviewFactory(), number=7))
    person = playing(Role.CSP_OFFICER, to=waiting.review)
    admit(person, Role.CSP_OFFICER, to=other.review)
    know_more(item)
    hrefs = [one.href for one in work_of(person, today=now.date())]
    assert other.get_absolute_url() in hrefs
    assert waiting.get_absolute_url() not in hrefs
