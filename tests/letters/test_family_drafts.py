"""Drafts for a family: for whoever holds the pen, kept nowhere, and told to nobody else."""

from datetime import date
from io import BytesIO

import docx
import pytest

from documents.models import Document
from letters.models import Letter
from reviews.access import Role
from reviews.models import NoticeKind
from tests.factories.families import FamilyContactFactory, QuietDateFactory
from tests.factories.publications import (
    PublicationDecisionFactory,
    QaLetterFactory,
)
from tests.factories.reviews import DecisionFactory, playing
from tests.letters.conftest import TODAY
from tests.letters.saying import page, text, words_of

pytestmark = pytest.mark.django_db

SIGNED = {"signed_by": "Ola Farrow", "signed_by_post": ""}


def drafted(client, review, draft, **said):
    answer = client.post(page("family-draft", review, draft), {**SIGNED, **said})
    return words_of(docx.Document(BytesIO(answer.content)))


def test_it_is_written_to_somebody_by_the_route_they_chose_and_not_kept(desk, review):
    contact = FamilyContactFactory(review=review, own_name="Sorrel Vantongren", language="Welsh")
    shown = desk.get(page("family-draft", review, "family-decision"))
    assert "Record the decision first" in text(shown)
    DecisionFactory(review=review)
    words = drafted(desk, review, "family-decision", contact=contact.pk)
    assert "Dear Sorrel Vantongren" in words
    assert "through the family liaison officer" in words
    assert "read or speak Welsh" in words
    assert "DRAFT" in words
    assert "We have decided to hold a review." in words
    assert not Letter.objects.exists()
    assert not Document.objects.exists()
    assert not review.notices.filter(kind=NoticeKind.FAMILY_DECISION).exists()


def test_nobody_on_the_other_side_is_offered_and_quiet_days_are_said(desk, review):
    DecisionFactory(review=review)
    FamilyContactFactory(review=review, of_perpetrator=True, own_name="Corwin Ashgrove")
    near = FamilyContactFactory(review=review, own_name="Sorrel Vantongren")
    QuietDateFactory(contact=near, from_on=TODAY, why="the day of the funeral")
    shown = desk.get(page("family-draft", review, "family-decision"))
    assert "Ashgrove" not in text(shown)
    assert "the day of the funeral" in text(shown)
    words = drafted(desk, review, "family-decision")
    assert "Dear [name]" in words


@pytest.mark.parametrize(
    ("draft", "first", "then"),
    [
        ("family-qa-letter", "letter of the Home Office first", "Its letter is enclosed"),
        ("family-publication", "Decide on publication first", "9 March 2026"),
    ],
)
def test_the_others_wait_for_their_record(desk, review, draft, first, then):
    assert first in text(desk.post(page("family-draft", review, draft), SIGNED))
    QaLetterFactory(submission__review=review)
    PublicationDecisionFactory(review=review, planned_on=date(2026, 3, 9))
    assert then in drafted(desk, review, draft)


def test_once_a_chair_is_admitted_the_pen_is_the_chairs(client, desk, review):
    DecisionFactory(review=review)
    where = page("family-draft", review, "family-decision")
    assert "Decision, to the family" in text(desk.get(page("letters", review)))
    chair = playing(Role.INDEPENDENT_CHAIR, to=review)
    assert "The independent chair keeps this record" in text(desk.post(where, SIGNED))
    assert "to the family" not in text(desk.get(page("letters", review)))
    client.force_login(chair)
    assert "Decision, to the family" in text(client.get(page("letters", review)))
    assert "Dear [name]" in drafted(client, review, "family-decision")


def test_nobody_else_finds_it(client, review, alder):
    where = page("family-draft", review, "family-decision")
    for person in (
        playing(Role.CSP_CHAIR, to=review),
        playing(Role.PANEL_MEMBER, to=review),
        playing(Role.EMERGENCY_READER, to=review),
        playing(Role.AGENCY_CONTACT, to=alder),
    ):
        client.force_login(person)
        assert client.get(where).status_code == client.post(where, SIGNED).status_code == 404
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    assert client.get(page("family-draft", review, "something")).status_code == 404
