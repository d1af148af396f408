"""The contact log, and what a contact puts in the way of the review or lifts."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from proceedings.models import ProcessContact
from proceedings.queries.work import contacts_to_make
from reviews.access import Role
from tests.factories.proceedings import ProcessContactFactory
from tests.factories.reviews import playing
from tests.panels.saying import day, text

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
CALL = {
    "post": "INVESTIGATOR",
    "who": "Detective Ivo Marlow",
    "way": "CALL",
    "said": "May the family be approached? Yes, by the liaison officer.",
    "holds_back": ["interviews"],
    "held_back_why": "Colleagues are witnesses",
    "may_lift": "The senior investigating officer",
    **day("happened_on", date(2026, 3, 1)),
    **day("next_on", date(2026, 3, 20)),
}


def path(name, review, *args):
    return reverse(f"proceedings:{name}", args=[review.reference, *args])


def test_a_contact_says_who_and_what_and_moves_the_gates(signed_in, review, process):
    answer = signed_in.post(path("add-contact", review, process.pk), CALL, follow=True)

    shown = text(answer)
    assert "Officer in the case, or senior investigating officer: Detective Ivo Marlow" in shown
    assert "Holds back interviews with staff" in shown
    assert "No longer holds back publication" in shown
    process.refresh_from_db()
    assert [effect.value for effect in process.effects] == ["interviews"]
    assert process.held_back_why == "Colleagues are witnesses"
    trail = AuditEvent.objects.filter(event="process.contacted").get()
    assert "Marlow" not in str(vars(trail))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (day("happened_on", date(2026, 3, 3)), "The contact must be today or in the past"),
        (day("next_on", date(2026, 3, 1)), "The next contact must be after this one"),
        ({"said": ""}, "Say what was asked and answered"),
        ({"held_back_why": ""}, "Say why it is held back"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_no_gate(signed_in, review, process, said, words):
    answer = signed_in.post(path("add-contact", review, process.pk), {**CALL, **said})

    assert words in text(answer)
    assert "Detective Ivo Marlow" in text(answer)
    assert not ProcessContact.objects.exists()
    process.refresh_from_db()
    assert [effect.value for effect in process.effects] == ["publication"]


def test_a_record_is_mended_without_touching_the_gates(signed_in, review, process):
    contact = ProcessContactFactory(process=process)
    here = path("change-contact", review, contact.pk)
    assert "incident room" in text(signed_in.get(here))

    signed_in.post(here, {**CALL, "said": "They asked to wait."})

    contact.refresh_from_db()
    process.refresh_from_db()
    assert (contact.said, contact.next_on) == ("They asked to wait.", date(2026, 3, 20))
    assert [effect.value for effect in process.effects] == ["publication"]


def test_who_may_be_a_witness_does_not_read_what_the_prosecutor_said(client, review, process):
    ProcessContactFactory(process=process)
    client.force_login(playing(Role.PANEL_MEMBER, to=review))

    assert client.get(path("contacts", review)).status_code == 404
    assert "Contact log" not in text(
        client.get(reverse("panels:processes", args=[review.reference]))
    )


def test_the_next_contact_is_remembered_until_it_was_made(officer, process):
    ProcessContactFactory(process=process, next_on=date(2026, 3, 9))

    [item] = contacts_to_make(officer, TODAY)
    assert item.due_on == date(2026, 3, 9)

    ProcessContactFactory(process=process, happened_on=date(2026, 3, 1))
    assert contacts_to_make(officer, TODAY) == []
