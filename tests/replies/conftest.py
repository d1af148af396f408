"""A review that asked its agencies on 6 January 2026, its officer, and today: 2 February."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agencies.models import PostKind
from replies.operations import dropping
from replies.queries.matching import known_of
from reviews.access import Role
from tests.factories.agencies import AgencyFactory, PostFactory
from tests.factories.evidence import ScopingRequestFactory
from tests.factories.reviews import ReviewFactory, playing
from tests.replies.bodies import BODIES
from tests.replies.mails import Sent, eml

TODAY = date(2026, 2, 2)
NOW = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)
REFERENCE = "TA-DHR-7"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def review():
    return ReviewFactory(
        reference=REFERENCE, notified_on=date(2026, 1, 5), died_on=date(2026, 1, 2)
    )


@pytest.fixture
def officer(review):
    user = playing(Role.CSP_OFFICER, to=review, full_name="Ola Farrow", email="ola@csp.example")
    PostFactory(user=user, partnership=review.partnership, kind=PostKind.OFFICER)
    return user


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def asked(review, name):
    """Ask one of the invented bodies, and return its part."""
    short, aliases, kind, mailbox = next(row[1:] for row in BODIES if row[0] == name)
    body = AgencyFactory(
        name=name, short_name=short, aliases=list(aliases), kind=kind, secure_email=mailbox
    )
    return ScopingRequestFactory(
        involvement__review=review,
        involvement__agency=body,
        sent_on=date(2026, 1, 6),
        due_on=date(2026, 1, 27),
        sent_to=mailbox,
    ).involvement


@pytest.fixture
def police(review):
    return asked(review, "Tarnshire Police")


@pytest.fixture
def surgery(review):
    return asked(review, "Mill Lane Surgery")


def file(content, name="reply.eml"):
    return SimpleUploadedFile(name, content)


def mail(address="dhr@tarnshire.police.example", body="Nil return from us.", **more):
    return eml(Sent(address=address, body=body, subject=more.pop("subject", "RE: REF"), **more))


@pytest.fixture
def drop(review, officer):
    """Drop one file and return the reply that came of it."""

    def drops(content, name="reply.eml"):
        known = known_of(review, officer=officer)
        return dropping.drop(
            review=review, upload=file(content, name), known=known, by=officer, at=NOW
        ).reply

    return drops


def at(review, page="replies", *more):
    return reverse(f"replies:{page}", args=[review.reference, *more])


def shown(response):
    return response.content.decode()
