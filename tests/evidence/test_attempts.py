"""The dossier of attempts with an agency that refuses or says nothing."""

import subprocess
from datetime import date
from io import BytesIO

import docx
import pytest

from audit.models import AuditEvent
from evidence.models import ScopingRoute
from evidence.operations.attempts import record_attempt
from evidence.queries.report_facts import facts, questions
from evidence.rules.attempts import Attempt
from reviews.access import Refused, Role
from reviews.queries.asking import ask
from tests.evidence.scoping import at, shown
from tests.factories.evidence import ScopingReturnFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db
TRIED = {
    "chased_on_day": "30",
    "chased_on_month": "1",
    "chased_on_year": "2026",
    "route": "PHONE",
    "tried_by": "Wren Holt, panel chair",
    "tried_whom": "Personnel department",
    "escalated_to": "chief executive of the company",
    "note": "No answer in spite of a promise.",
}


def test_every_attempt_stands_in_the_dossier_with_who_when_how_and_to_whom(desk, asked):
    desk.post(at(asked, "record-attempt"), TRIED)

    page = shown(desk.get(at(asked, "attempts")))
    for words in (
        "20 January 2026", "30 January 2026", "Wren Holt, panel chair", "Personnel department",
        "Escalated by telephone", "No answer in spite of a promise.",
        "Tried 2 times, 20 January 2026 to 30 January 2026.",
        "It was escalated to chief executive of the company.", "It has not answered.",
    ):  # fmt: skip
        assert words in page
    assert AuditEvent.objects.filter(event="scoping.attempted").count() == 1


def test_it_is_taken_as_a_file_once_in_the_trail(desk, asked):
    desk.post(at(asked, "record-attempt"), TRIED)

    paper = desk.get(at(asked, "attempts-file", "docx"))
    cells = [
        cell.text
        for row in docx.Document(BytesIO(paper.content)).tables[0].rows
        for cell in row.cells
    ]
    assert "chief executive of the company" in cells
    content = desk.get(at(asked, "attempts-file", "pdf")).content
    printed = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True)
    printed = printed.stdout.decode()
    assert "OFFICIAL-SENSITIVE" in printed
    assert "Wren Holt" in printed
    assert desk.get(at(asked, "attempts-file", "odt")).status_code == 404
    assert AuditEvent.objects.filter(event="document.downloaded").count() == 2


def test_it_is_tried_again_after_a_refusal_and_not_after_an_answer(desk, asked):
    request = asked.scoping_requests.get()
    ScopingReturnFactory(
        request=request, return_kind="REFUSED", reason="Our insurer.", answered_on=date(2026, 1, 25)
    )
    desk.post(at(asked, "record-attempt"), TRIED)
    dossier = shown(desk.get(at(asked, "attempts")))
    assert "Our insurer." in dossier
    assert "Tried 2 times" in dossier  # its own refusal is no try
    assert request.chases.count() == 1

    ScopingReturnFactory(request=request, return_kind="NIL", answered_on=date(2026, 1, 31))
    assert "This agency has answered." in shown(desk.post(at(asked, "record-attempt"), TRIED))
    assert request.chases.count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"note": " "}, "Say what came of it"),
        ({"chased_on_day": "10"}, "on or after the day of the letter"),
        ({"route": "EMAIL"}, "govuk-error-summary"),
    ],
)
def test_an_attempt_recorded_wrongly_is_refused(desk, asked, wrong, said):
    assert said in shown(desk.post(at(asked, "record-attempt"), {**TRIED, **wrong}))
    assert not asked.scoping_requests.get().chases.exists()


def test_nothing_is_tried_before_the_first_letter_or_as_an_email_from_here(review, asked, when):
    attempt = Attempt(chased_on=date(2026, 1, 30), route=ScopingRoute.POST, note="x")
    unasked = AgencyInvolvementFactory(review=review)
    with pytest.raises(Refused, match="has not been asked yet"):
        record_attempt(involvement=unasked, attempt=attempt, **when)
    from_here = Attempt(chased_on=date(2026, 1, 30), route=ScopingRoute.EMAIL, note="x")
    with pytest.raises(Refused, match="sent with Remind"):
        record_attempt(involvement=asked, attempt=from_here, **when)
    unsaid = Attempt(chased_on=date(2026, 1, 30), route=ScopingRoute.POST, note=" ")
    with pytest.raises(Refused, match="what came of it"):
        record_attempt(involvement=asked, attempt=unsaid, **when)


def test_the_agency_does_not_read_what_was_noted_about_it(client, desk, asked, contact):
    desk.post(at(asked, "record-attempt"), TRIED)
    client.force_login(contact)
    assert client.get(at(asked, "attempts")).status_code == 404
    assert client.get(at(asked, "attempts-file", "docx")).status_code == 404
    own = shown(client.get(asked.get_absolute_url()))
    assert "Reminded by telephone" in own
    assert "chief executive" not in own
    assert "Personnel" not in own


def test_a_chair_reads_it_and_cannot_add_to_it(client, asked):
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=asked.review))
    assert "Record an attempt" not in shown(client.get(at(asked, "attempts")))


def test_the_report_is_told_how_often_and_to_which_post_and_no_name(desk, asked):
    desk.post(at(asked, "record-attempt"), TRIED)
    one = facts(ask(questions(asked.review)))[0]
    assert (one.attempts.times, one.attempts.routes) == (2, ["POST", "PHONE"])
    assert one.attempts.escalated_to == ["chief executive of the company"]
    assert "Wren" not in repr(one)
