"""A finding rests on what the family said, and nothing that they said leaves their compartment."""

import pytest

from actionplans.models import FindingEvidence
from actionplans.operations import findings as operations
from families.models import EntryKind
from reviews.access import Refused, Role
from tests.actionplans.conftest import NOW
from tests.actionplans.saying import address, text
from tests.factories.actionplans import FindingFactory
from tests.factories.families import FamilyContactEntryFactory, FamilyContactFactory
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db

SAID = "She told her sister that she was followed home."
TOLD = "What the family told us, recorded on 20 February 2026"


@pytest.fixture
def finding(review):
    return FindingFactory(review=review, evidence_words="")


@pytest.fixture
def account(review):
    return told(review)


def told(review, **said):
    contact = said.pop("contact", None) or FamilyContactFactory(review=review)
    usual = {"kind": EntryKind.CONTACT, "words": SAID, "recorded_at": NOW.replace(month=2, day=20)}
    return FamilyContactEntryFactory(contact=contact, **usual | said)


def rest_on(client, finding, *accounts):
    url = address(finding.review, "add-account", finding.pk)
    return client.post(url, {"account": [one.pk for one in accounts]})


def test_it_is_chosen_by_who_keeps_the_compartment_and_every_reader_sees_the_day_alone(
    client, review, chair, member, finding, account
):
    client.force_login(chair)
    assert SAID in text(client.get(address(review, "add-account", finding.pk)))
    rest_on(client, finding, account)
    page = text(client.get(address(review, "finding", finding.pk)))
    assert TOLD in page
    assert account.contact.get_absolute_url() in page
    assert SAID not in page  # the chair shows this page on the screen of a meeting
    for role in (Role.PANEL_MEMBER, Role.AUDITOR, Role.NEIGHBOURING_OFFICER, Role.CSP_CHAIR):
        client.force_login(playing(role, to=review))
        page = text(client.get(address(review, "finding", finding.pk)))
        assert TOLD in page
        for hidden in (SAID, account.contact.name, account.contact.get_absolute_url()):
            assert hidden not in page
    assert "does not say what it rests on" not in text(client.get(address(review, "thread")))


def test_words_find_it_although_they_are_sealed(client, review, chair, finding, account):
    told(review, words="Something else entirely.")
    client.force_login(chair)
    page = text(client.get(f"{address(review, 'add-account', finding.pk)}?words=FOLLOWED"))
    assert SAID in page
    assert "Something else" not in page
    rest_on(client, finding, account)
    assert SAID not in text(client.get(address(review, "add-account", finding.pk)))


def test_nothing_else_of_the_compartment_is_an_account(client, review, chair, finding):
    letter = told(review, kind=EntryKind.LETTER, words="Their letter")
    unapproved = told(review, kind=EntryKind.MEETING, notes_to_approve=True, words="Their notes")
    theirs = told(
        review, contact=FamilyContactFactory(review=review, of_perpetrator=True), words="His side"
    )
    elsewhere = told(FindingFactory().review)
    client.force_login(chair)
    page = text(client.get(address(review, "add-account", finding.pk)))
    for words in ("Their letter", "Their notes", "His side"):
        assert words not in page
    for one in (letter, unapproved, theirs):
        assert rest_on(client, finding, one).status_code == 403
    rest_on(client, finding, elsewhere)
    assert not FindingEvidence.objects.exists()


def test_notes_are_an_account_once_the_family_approved_them(client, review, chair, finding):
    meeting = told(review, kind=EntryKind.MEETING, notes_to_approve=True)
    FamilyContactEntryFactory(contact=meeting.contact, kind=EntryKind.TRANSCRIPT, answers=meeting)
    client.force_login(chair)
    rest_on(client, finding, meeting)
    assert finding.evidence.get().account == meeting


def test_who_may_not_open_the_compartment_lets_nothing_rest_on_it(review, member, finding, account):
    with pytest.raises(Refused):
        operations.rest_on(finding=finding, accounts=[account], by=member, at=NOW)


def test_a_correction_is_the_same_account_and_one_taken_back_is_told_without_saying_what(
    client, review, chair, member, finding, account
):
    client.force_login(chair)
    rest_on(client, finding, account)
    right = told(review, contact=account.contact, corrects=account, root=account, words="At work.")
    client.force_login(member)
    assert "taken back" not in text(client.get(address(review, "thread")))
    told(
        review, contact=account.contact, kind=EntryKind.TAKEN_BACK, corrects=right, root=account,
        words="",
    )  # fmt: skip
    page = text(client.get(address(review, "thread")))
    assert "Finding 1 rests on something that was taken back." in page
    assert "amily" not in page
