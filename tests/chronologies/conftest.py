"""A review with an agency, its people, and what they send."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from chronologies.models import ChronologySubmission
from chronologies.operations.submissions import read_submission, receive_chronology
from documents.kinds import DocumentKind
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.chronologies.world import NOW, agency_of, delimited_file, ready
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import ReviewFactory, playing


@pytest.fixture
def now():
    """It is Monday 2 February 2026."""
    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture
def review(db, now):
    return ReviewFactory(at_stage=Stage.EVIDENCE)


@pytest.fixture
def part(review):
    """The part of Alder Trust, of which a chronology is asked."""
    return agency_of(review, "Alder Trust")


@pytest.fixture
def author(part):
    return playing(
        Role.IMR_AUTHOR, to=part, full_name="Noor Achterberg", email="noor@alder.example"
    )


@pytest.fixture
def senior(part):
    return playing(
        Role.SENIOR_SIGN_OFF, to=part, full_name="Mara Sennet", email="mara@alder.example"
    )


@pytest.fixture
def chair(review):
    return playing(
        Role.INDEPENDENT_CHAIR, to=review, full_name="Ira Voss", email="ira@chair.example"
    )


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review, full_name="Ola Farrow", email="ola@csp.example")


@pytest.fixture
def member(review):
    return playing(Role.PANEL_MEMBER, to=review, full_name="Pia Lund")


@pytest.fixture
def sent(part, author):
    """Return a function that sends rows as the author and has them read."""

    def send(*rows, part=part, by=author, **provenance):
        content = delimited_file(*rows)
        document = DocumentFactory(content=content, kind=DocumentKind.CSV)
        submission = receive_chronology(
            involvement=part,
            document=document,
            provenance=provenance,
            is_queued=False,
            by=by,
            at=NOW,
        )
        read_submission(submission_id=submission.pk, at=NOW)
        return ChronologySubmission.objects.select_related(
            "involvement__agency", "involvement__review"
        ).get(pk=submission.pk)

    return send


@pytest.fixture
def released(sent, chair):
    """Return a function that takes rows all the way to the panel."""

    def release(*rows, **told):
        return ready(sent(*rows, **told), release_by=chair)

    return release


@pytest.fixture
def upload():
    def made(*rows, name="chronology.csv"):
        return SimpleUploadedFile(name, delimited_file(*rows), content_type="text/csv")

    return made
