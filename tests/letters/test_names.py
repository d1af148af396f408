"""Whoever never hears whom a review is about gets no letter with a true name in it."""

import pytest

from letters.models import LetterKind, Recipient
from letters.operations import making
from letters.queries.writing import Wish
from reviews.access import Refused
from tests.factories.documents import DocumentFactory
from tests.factories.letters import LetterFactory
from tests.factories.reviews import DecisionFactory
from tests.letters.saying import page, text
from tests.letters.test_letters_pages import word_file

pytestmark = pytest.mark.django_db

NAMED = "We decided to review the death of Oriel Vantongren."
WHOSE = "“The letter” holds the true name of Maris."


def test_kinds_that_name_nobody():
    outside = {Recipient.HOME_OFFICE, Recipient.COMMISSIONER}
    assert {kind.facts.to for kind in LetterKind if kind.facts.names_nobody} == outside


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind.facts.names_nobody])
def test_an_edited_one_is_refused_at_its_field_and_the_letter_stays(desk, review, kind):
    letter = LetterFactory(review=review, kind=kind)
    address = page("edited", review, letter.pk)

    said = text(desk.post(address, {"file": word_file(NAMED)}))

    assert said.count(WHOSE) == 2  # above the form and at the field
    assert "Vantongren" not in said
    letter.refresh_from_db()
    assert letter.edited is None
    desk.post(address, {"file": word_file("We decided to review the death of Maris.")})
    letter.refresh_from_db()
    assert letter.edited


def test_an_agency_is_told_whom_to_search_for(desk, review, alder):
    letter = LetterFactory(review=review, part=alder, kind=LetterKind.SCOPING)
    desk.post(page("edited", review, letter.pk), {"file": word_file(NAMED)})
    letter.refresh_from_db()
    assert letter.edited


@pytest.mark.parametrize("typed", ["addressee", "your_reference", "signed_by_post"])
def test_what_is_typed_for_a_new_one_is_refused_likewise(review, when, typed):
    DecisionFactory(review=review)
    wish = Wish(**{"signed_by": "Ola", typed: "The desk for Vantongren, Oriel"})
    with pytest.raises(Refused, match=WHOSE):
        making.make_letter(review=review, kind=LetterKind.HOME_OFFICE_DECISION, wish=wish, **when)
    assert not review.letters.exists()


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ({"content": b"%PDF-1.7 and nothing after it"}, "damaged"),
        ({"pending": True}, "malware"),
    ],
)
def test_nor_what_nobody_can_read(review, when, file, why):
    letter = LetterFactory(review=review, kind=LetterKind.HOME_OFFICE_DECISION)
    with pytest.raises(Refused, match=why):
        making.replace_file(
            letter=letter, file=DocumentFactory(**file), by=when["by"], at=when["at"]
        )
