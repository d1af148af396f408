"""Papers before a meeting: taken in by content, read by the panel, taken away again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from documents.models import Document
from panels.models import Marking, MeetingPaper
from reviews.access import Role
from tests.documents import samples
from tests.factories.panels import MeetingFactory, MeetingPaperFactory
from tests.factories.reviews import playing
from tests.panels.saying import page, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(review):
    return MeetingFactory(review=review)


@pytest.fixture
def path(review, meeting):
    return page("add-paper", review.reference, meeting.number)


def paper(**said):
    file = SimpleUploadedFile("tabled.docx", samples.word())
    return {"paper": file, "title": "Scoping returns", "marking": "OFFICIAL", **said}


def test_a_paper_is_added_with_its_marking_and_read_by_the_panel(
    signed_in, client, review, meeting, path
):
    response = signed_in.post(path, paper(), follow=True)

    assert "The paper is added." in text(response)
    assert "Scoping returns" in text(response)
    added = meeting.papers.get()
    assert added.marking == Marking.OFFICIAL
    client.force_login(playing(Role.PANEL_MEMBER, to=review))
    file = client.get(page("paper", review.reference, meeting.number, added.pk))
    assert file.getvalue()[:2] == b"PK"
    assert file["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (SimpleUploadedFile("run.exe", b"MZ"), "The selected file must be a"),
        (SimpleUploadedFile("empty.docx", b""), "The selected file is empty"),
        (SimpleUploadedFile("not.docx", bytes(50)), "There is a problem"),
        ("", "Select the paper"),
    ],
)
def test_what_is_no_paper_is_refused_and_the_title_kept(signed_in, meeting, path, file, words):
    response = signed_in.post(path, paper(paper=file))

    assert words in text(response)
    assert 'value="Scoping returns"' in text(response)
    assert not meeting.papers.exists()


def test_the_file_outlives_a_title_left_out(signed_in, meeting, path):
    response = signed_in.post(path, paper(title=""))

    assert "Enter title" in text(response)
    assert "tabled.docx" in text(response)
    assert not meeting.papers.exists()


def test_a_paper_is_taken_away_and_its_file_kept(signed_in, review, meeting):
    added = MeetingPaperFactory(meeting=meeting)

    response = signed_in.post(
        page("withdraw-paper", review.reference, meeting.number, added.pk), follow=True
    )

    assert "The paper is taken away." in text(response)
    assert "No papers yet." in text(response)
    assert not MeetingPaper.objects.exists()
    assert Document.objects.filter(pk=added.document_id).exists()


def test_a_review_that_has_ended_takes_no_paper(signed_in, review, meeting, path):
    type(review).objects.filter(pk=review.pk).update(stage="CONCLUDED")

    assert "This review has ended." in text(signed_in.post(path, paper()))
    assert not meeting.papers.exists()


def test_the_paper_of_another_meeting_is_not_there(signed_in, review, meeting):
    other = MeetingPaperFactory(meeting__review=review)

    path = page("paper", review.reference, meeting.number, other.pk)

    assert signed_in.get(path).status_code == 404
