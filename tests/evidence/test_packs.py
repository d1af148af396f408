"""Commissioning packs on paper: what stands in one, who may take one, and that it is recorded."""

import re
import subprocess
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest

from audit.models import AuditEvent
from evidence.models import Tier
from evidence.queries.pack import packs_of
from reviews.access import Role
from tests.evidence.conftest import TODAY
from tests.evidence.imrs import *  # noqa: F403 - the fixtures of an agency that writes
from tests.evidence.scoping import at, shown
from tests.factories.evidence import EvidenceRequestFactory
from tests.factories.reviews import PersonAddressFactory, PersonFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(review):
    her = PersonFactory(
        review=review, role="VICTIM", true_name="Ilse Marrow", aliases=["Elsie Marrow"],
        born_on=date(1988, 3, 4), nhs_number="9990548609", life="DECEASED",
    )  # fmt: skip
    PersonAddressFactory(person=her, address="7 Tern Walk")
    PersonFactory(
        review=review, role="PERPETRATOR", true_name="Ned Croft", life="LIVING",
        sharing_basis="PUBLIC_TASK", consent="NOT_ASKED", consent_note="He would be warned.",
    )  # fmt: skip


@pytest.fixture
def commissioned(part, people):
    return EvidenceRequestFactory(
        involvement=part, tier=Tier.IMR_AND_CHRONOLOGY, due_on=date(2026, 3, 16),
        whom_to_ring="Ola Farrow, 0100 1", note="Also the stable’s book.",
    )  # fmt: skip


def words_of(content):
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True)
    return " ".join(done.stdout.decode().split())


def unbroken(words):
    """Return words without spaces: lines end where the paper is full, also within 6(1)(e)."""
    return "".join(words.split())


def test_a_pack_says_everything_that_is_asked_and_how_to_return_it_on_paper(
    desk, part, commissioned
):
    answer = desk.get(at(part, "pack", "caldicott"))

    said = unbroken(words_of(answer.content))
    for words in (
        "OFFICIAL-SENSITIVE", "Alder Trust", "The Caldicott Guardian", "Ilse Marrow",
        "Elsie Marrow", "4 March 1988", "999 054 8609", "7 Tern Walk", "Ned Croft",
        "UK GDPR Articles 6(1)(e)", "Not asked: He would be warned.", "IMR and chronology",
        "16 March 2026", "Ola Farrow, 0100 1", "Also the stable’s book.", "The lines of enquiry",
        "Advice from your lawyers.", "Slip to send back", "How to return it on paper",
    ):  # fmt: skip
        assert unbroken(words) in said, words
    with pikepdf.open(BytesIO(answer.content)) as paper:
        assert paper.Root.MarkInfo.Marked
    taken = AuditEvent.objects.get(event="evidence.pack_taken")
    assert taken.subjects["to"] == "caldicott"
    assert not AuditEvent.objects.filter(event="document.downloaded").exists()


def test_all_packs_come_as_one_zip_with_templates_in_one_line_of_the_trail(
    desk, part, commissioned, review
):
    EvidenceRequestFactory(involvement__review=review, tier=Tier.CHRONOLOGY, due_on=TODAY)
    EvidenceRequestFactory(involvement__review=review, tier=Tier.NOTHING, due_on=None)

    answer = desk.get(f"/reviews/{review.reference}/evidence/packs/")

    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        names = archive.namelist()
    assert [name[:4] for name in names] == ["001 ", "001 ", "002 "]
    assert [name.rpartition(".")[2] for name in names] == ["pdf", "docx", "pdf"]
    assert not re.search("Marrow|Croft", " ".join(names))
    taken = AuditEvent.objects.get(event="evidence.pack_taken")
    assert taken.subjects["agencies"] == 2
    assert not AuditEvent.objects.filter(event="document.downloaded").exists()


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.IMR_AUTHOR, 200),
        (Role.AGENCY_CONTACT, 404),
        (Role.SENIOR_SIGN_OFF, 404),
    ],
)
def test_of_an_agency_only_its_author_takes_its_pack(client, part, commissioned, role, status):
    client.force_login(playing(role, to=part))
    assert client.get(at(part, "pack", "agency")).status_code == status
    assert client.get(f"/reviews/{part.review.reference}/evidence/packs/").status_code == 404


def test_a_panel_member_takes_no_pack_and_an_unknown_addressee_has_none(client, part, commissioned):
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=part.review))
    assert client.get(at(part, "pack", "butler")).status_code == 404
    client.force_login(playing(Role.PANEL_MEMBER, to=part.review))
    assert client.get(at(part, "pack", "agency")).status_code == 404


def test_there_is_no_pack_while_nothing_is_asked(desk, part, review):
    EvidenceRequestFactory(involvement=part, tier=Tier.NOTHING, due_on=None)
    page = shown(desk.get(at(part, "pack", "agency"), follow=True))
    assert "there is no pack to print" in page
    page = shown(desk.get(f"/reviews/{review.reference}/evidence/packs/", follow=True))
    assert "there is no pack to print" in page
    assert not AuditEvent.objects.filter(event="evidence.pack_taken").exists()


def test_gathering_packs_costs_the_same_for_any_number_of_agencies(
    review, officer, commissioned, django_assert_max_num_queries
):
    for _ in range(6):
        EvidenceRequestFactory(involvement__review=review)
    with django_assert_max_num_queries(12):
        assert len(packs_of(officer, review, today=TODAY)) == 7


# The number that health bodies search by


@pytest.mark.parametrize(
    ("number", "is_kept"),
    [("999 054 8609", True), ("999-054-8609", True), ("999 054 8608", False), ("99905", False),
     ("99905486O9", False)],
)  # fmt: skip
def test_an_nhs_number_is_kept_where_its_check_digit_is_right(desk, review, number, is_kept):
    filled = {"role": "VICTIM", "true_name": "Ilse Marrow", "nhs_number": number}
    page = shown(desk.post(f"/reviews/{review.reference}/people/add/", filled, follow=True))
    assert ("This is no NHS number" in page) is not is_kept
    assert review.people.filter(role="VICTIM").exists() is is_kept
