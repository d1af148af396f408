"""A review just notified, its officer and today: Monday 2 February 2026."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.models import PostKind
from reviews.access import Role
from tests.evidence.by_link import SECRET, page
from tests.factories.agencies import PostFactory
from tests.factories.evidence import ScopingLinkFactory, ScopingRequestFactory
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.reviews import ReviewFactory, playing

TODAY = date(2026, 2, 2)
NOW = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def review():
    return ReviewFactory(notified_on=date(2026, 1, 5), died_on=date(2026, 1, 2))


@pytest.fixture
def officer(review):
    """The CSP officer of the review, who holds the post too."""
    user = playing(Role.CSP_OFFICER, to=review, full_name="Ola Farrow", email="ola@csp.example")
    PostFactory(user=user, partnership=review.partnership, kind=PostKind.OFFICER)
    return user


@pytest.fixture
def desk(client, officer):
    """The officer's browser."""
    client.force_login(officer)
    return client


@pytest.fixture
def when(officer):
    """What every operation is told last."""
    return {"today": TODAY, "by": officer, "at": NOW}


@pytest.fixture
def attached():
    return SimpleUploadedFile("letter.txt", b"Words that were sent.", content_type="text/plain")


@pytest.fixture
def empty():
    return SimpleUploadedFile("letter.txt", b"", content_type="text/plain")


@pytest.fixture
def asked(review):
    """Alder Trust's part in the review: asked by letter, and not answering yet."""
    return ScopingRequestFactory(
        involvement__review=review,
        involvement__agency__name="Alder Trust",
        sent_on=date(2026, 1, 20),
        due_on=date(2026, 2, 3),
        whom_to_ring="Ola Farrow, 0100 1",
        note="Also search under the stable's name.",
    ).involvement


@pytest.fixture
def contact(asked):
    return playing(Role.AGENCY_CONTACT, to=asked, full_name="Ines Okoro")


@pytest.fixture
def theirs(client, contact):
    """The browser of the agency's own contact."""
    client.force_login(contact)
    return client


@pytest.fixture
def link(asked):
    """The link of Alder Trust's letter, for somebody without an account."""
    return ScopingLinkFactory(request=asked.scoping_requests.get(), link__token=SECRET)


@pytest.fixture
def inside(client, link):
    """A browser in which the code of that link was typed."""
    GuestCodeFactory(link=link.link, recorded_at=NOW)
    assert client.post(page("code"), {"code": CODE}).url == page()
    return client
