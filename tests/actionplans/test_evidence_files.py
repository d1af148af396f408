"""From the reminder to the report: an agency's owner does the whole job, with what shows it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from actionplans.models import EvidenceFile
from messaging.models import Message
from reminders.models import Reminder
from reminders.operations.letters import write_letters
from reminders.operations.sweeping import sweep
from reviews.access import Role
from reviews.models import Deadline
from tests.actionplans.saying import address, day, errors, fetched, letter, text
from tests.factories.actionplans import ActionFactory, MilestoneFactory
from tests.factories.agencies import AgencyLeadFactory
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing
from tests.reminders.conftest import at
from tests.reviews.clock import follow

pytestmark = pytest.mark.django_db

ON = day("on", date(2026, 2, 27))


def sheet(name="register.txt", words=b"Forty-six names."):
    return SimpleUploadedFile(name, words, content_type="text/plain")


def test_the_owner_goes_from_the_reminder_to_the_report_and_to_what_the_check_said(
    client, review, part, contact, officer, action
):
    step = MilestoneFactory(action=action, text="Course agreed")
    client.force_login(contact)
    own = address(review, "agency-actions", part.pk)  # where a reminder leads
    assert action.get_absolute_url() in client.get(own).content.decode()
    reach = address(review, "reach-milestone", action.pk, step.pk)
    files = {"document": letter(), "second": sheet()}
    client.post(reach, {**day("done_on", date(2026, 2, 26)), "evidence": "", **files})
    url = address(review, "report", action.pk)
    sent = {"claims": "DONE_UNVERIFIED", "words": "An email was sent to all.", **ON}
    assert "words" in errors(client.post(url, sent))
    told = {**sent, "words": "Nine of ten have been on it: 41 of 45.", "third": sheet("list.txt")}
    client.post(url, {**told, "document": letter()})
    client.force_login(officer)
    client.post(
        address(review, "assure", action.pk),
        {"holds": "no", "words": "Four of the 41 left.", **day("assured_on", date(2026, 3, 1))},
    )
    client.force_login(contact)
    page = text(client.get(action.get_absolute_url()))
    assert "register.txt" in page
    assert "list.txt" in page
    assert "Four of the 41 left." in page
    for file in EvidenceFile.objects.all():
        where = address(review, "evidence-file", action.pk, file.pk)
        assert fetched(client.get(where)) == b"Forty-six names."
    client.post(address(review, "not-reached", action.pk, step.pk))
    assert EvidenceFile.objects.filter(milestone=step).count() == 0


def test_files_of_another_agencys_action_are_nobodys(client, review, contact):
    other = ActionFactory(recommendation__review=review, done=True)
    file = EvidenceFile.objects.create(note=other.progress_notes.get(), document=DocumentFactory())
    client.force_login(contact)
    assert client.get(address(review, "evidence-file", other.pk, file.pk)).status_code == 404


def test_the_owner_is_reminded_before_and_after_the_day_and_at_last_the_agencys_lead(
    review, part, contact
):
    lead = AgencyLeadFactory(agency=part.agency, partnership=review.partnership).user
    elsewhere = playing(Role.AGENCY_CONTACT, to=AgencyInvolvementFactory(review=review))
    ActionFactory(recommendation__review=review, lead=part, target_on=date(2026, 6, 30))
    follow(review.pk)
    Deadline.objects.filter(code="D25").update(noted_at=at(3, 2))
    told = {}
    for moment in (at(5, 31), at(6, 23), at(6, 30), at(7, 7), at(7, 14), at(7, 30)):
        sweep(at=moment)
        rows = Reminder.objects.filter(code="D25", step_on=moment.date())
        told[moment.date()] = {row.recipient for row in rows}
    owners = [contact in people for people in told.values()]
    assert owners == [True] * 6
    assert [lead in people for people in told.values()] == [False] * 5 + [True]
    assert not any(elsewhere in people for people in told.values())
    write_letters(at=at(7, 30, 10))
    assert lead.email in set(Message.objects.values_list("to_address", flat=True))
