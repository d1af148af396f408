"""An IMR from the request to the panel's acceptance, as four people in the browser."""

from datetime import date

import pytest
from django.urls import reverse

from evidence.cycle import ImrState
from evidence.models import IndividualManagementReview, Tier
from messaging.models import Message
from reviews.access import Role
from tests.evidence.saying import NO_PART, address, day, text, word_file
from tests.factories.agencies import AgencyContactFactory
from tests.factories.evidence import agreed_terms
from tests.factories.reviews import AgencyInvolvementFactory, PersonFactory, playing

pytestmark = pytest.mark.django_db


def posted(client, part, name, *more, **said):
    answer = client.post(address(part, name, *more), said)
    assert answer.status_code == 302, answer.context["form"].errors
    return answer


def mailed():
    return list(Message.objects.order_by("pk").values_list("kind", "to_address"))


@pytest.fixture
def part(review):
    part = AgencyInvolvementFactory(review=review, agency__name="Alder Trust")
    AgencyContactFactory(agency=part.agency, is_single_point=True, email="office@alder.example")
    PersonFactory(review=review, true_name="Nova Quill")
    agreed_terms(review, lines=2)
    return part


@pytest.fixture
def people(review, part, officer):
    return {
        "officer": officer,
        "author": playing(Role.IMR_AUTHOR, to=part, full_name="Ada Moss", email="ada@alder.test"),
        "senior": playing(Role.SENIOR_SIGN_OFF, to=part, email="bo@alder.test"),
        "chair": playing(Role.INDEPENDENT_CHAIR, to=review, email="chair@panel.test"),
        "member": playing(Role.PANEL_MEMBER, to=review),
    }


def test_an_imr_goes_from_the_request_to_the_panel(client, part, people):
    client.force_login(people["officer"])
    the_officer_asks(client, part)

    client.force_login(people["author"])
    the_author_writes(client, part)

    client.force_login(people["senior"])
    assert "Ask everybody." in text(client.get(address(part, "imr-sign-off")))
    posted(client, part, "imr-sign-off", when="NOW")
    assert mailed()[-1] == ("imr_received", "chair@panel.test")

    client.force_login(people["chair"])
    the_chair_asks(client, part)

    client.force_login(people["author"])
    the_author_answers(client, part)

    client.force_login(people["senior"])
    posted(client, part, "imr-sign-off", when="NOW")

    client.force_login(people["chair"])
    posted(client, part, "mark-answers-read")
    posted(client, part, "imr-accept", words="Plain.", **day("accepted_on", date(2026, 2, 2)))
    assert IndividualManagementReview.objects.get().state == ImrState.ACCEPTED_BY_PANEL
    assert ("imr_accepted", "ada@alder.test") in mailed()

    client.force_login(people["member"])
    listed = client.get(reverse("evidence:evidence", args=[part.review.reference]))
    assert "Alder Trust" in text(listed)
    assert "Seen twice by the nurse." in text(client.get(address(part, "imr-version", 2)))
    assert client.get(address(part, "imr-version", 1)).status_code == 404


def the_officer_asks(client, part):
    page = reverse("evidence:commission", args=[part.review.reference])
    said = {
        f"tier_{part.pk}": Tier.IMR,
        "whom_to_ring": "Ola, 01632 960001",
        "how": "FROM_HERE",
        **day("due_on", date(2026, 3, 3)),
    }
    looked = client.post(page, {**said, "look": "yes"})
    assert "1 agency will be emailed." in text(looked)
    client.post(page, {**said, "confirm": "yes"})
    assert {kind for kind, _ in mailed()} == {"evidence_requested"}
    assert {to for _, to in mailed()} == {
        "office@alder.example", "ada@alder.test", "bo@alder.test",
    }  # fmt: skip


def the_author_writes(client, part):
    assert "Nova Quill" in text(client.get(address(part, "evidence-request")))
    posted(client, part, "declare-author", job_title="Named nurse", **NO_PART)
    posted(client, part, "imr-part", "found", extent="LITTLE", facts="Seen twice.")
    posted(client, part, "imr-part", "methods", records_read="The index.")
    posted(client, part, "imr-enquiry", 1, text="Nobody asked.", another="yes")
    posted(client, part, "imr-enquiry", 2, has_nothing="on")
    posted(client, part, "imr-points", "recommendation", text="Ask everybody.")
    posted(client, part, "imr-upload", document=word_file())
    posted(client, part, "imr-ask-sign-off")
    assert mailed()[-1] == ("imr_to_sign_off", "bo@alder.test")


def the_chair_asks(client, part):
    assert "Seen twice." in text(client.get(address(part, "imr-version", 1)))
    posted(client, part, "add-imr-query", question="Who saw her?", where="4.1", quoted="Seen.")
    posted(client, part, "ask-imr-queries", **day("due_on", date(2026, 2, 12)))
    assert mailed()[-1] == ("query_raised", "ada@alder.test")


def the_author_answers(client, part):
    """Answer, and send another version that says so."""
    posted(client, part, "answer-imr-query", 1, answer="The nurse on duty.")
    assert mailed()[-1] == ("queries_answered", "chair@panel.test")
    posted(client, part, "imr-begin")
    posted(client, part, "imr-part", "found", extent="LITTLE", facts="Seen twice by the nurse.")
    posted(client, part, "imr-ask-sign-off")
