"""What the world reads: frozen, checked, and closed again."""


import pytest
from django.utils import timezone

from agencies.models import COMMAND_LINE
from publications.operations import publishing
from publications.readers.pdf import words_of_pdf
from reviews.access import Refused
from reviews.lifecycle import Stage
from tests.publications.publishing import TODAY, decided, published, saying

pytestmark = pytest.mark.django_db


def publish(review):
    return publishing.publish(
        review=review, published_on=TODAY, today=TODAY, by=COMMAND_LINE, at=timezone.now()
    )


def pdf_of(publication, kind):
    with publication.items.get(kind=kind).document.open() as file:
        return file.read()


@pytest.mark.slow
def test_publishing_freezes_pages_and_papers_and_moves_the_review(review):
    publication = published(review)

    review.refresh_from_db()
    assert review.stage == Stage.PUBLISHED
    assert {item.kind for item in publication.items.all()} == {"report", "summary", "letter"}
    words = words_of_pdf(pdf_of(publication, "report"))
    assert "Maris died in January 2026" in words
    assert "OFFICIAL" not in words
    assert "Draft 1" not in words
    assert "Shorten chapter 2" in words_of_pdf(pdf_of(publication, "letter"))


def test_a_true_name_stops_it_and_is_not_said(review):
    decided(review, report=saying("Oriel Vantongren lived there."))

    with pytest.raises(Refused) as refusal:
        publish(review)
    assert "Not yet: 1 stop." in str(refusal.value)
    assert "Vantongren" not in str(refusal.value)
    assert not review.publications.exists()
