"""What is reported of actions, for whom, and who checks it."""

from datetime import date

import pytest

from actionplans.cycle import ACTION_CYCLE, FINISHED, TONES, ActionStatus
from actionplans.models import Action
from actionplans.operations import progress as operations
from actionplans.operations.progress import Report
from actionplans.rules import plan as rules
from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from reviews.access import Refused, Role
from tests.actionplans.conftest import NOW
from tests.actionplans.saying import BY_EMAIL, address, day, errors, fetched, letter, text
from tests.factories.actionplans import (
    ActionFactory,
    AssuranceFactory,
    MilestoneFactory,
    ProgressNoteFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, PartDeclarationFactory, playing

pytestmark = pytest.mark.django_db

ON = day("on", date(2026, 2, 27))
TODAY = date(2026, 3, 2)


def report(
    action,
    by,
    *,
    claims="",
    words="Nine of ten have been on it.",
    on=date(2026, 2, 27),
    **provenance,
):
    return operations.report_progress(
        action=action,
        report=Report(on=on, words=words, claims=claims),
        provenance=provenance,
        today=TODAY,
        by=by,
        at=NOW,
    )


def assure(action, by, *, holds=True, on=date(2026, 3, 1), words="The lists."):
    return operations.assure(
        action=action, holds=holds, words=words, assured_on=on, today=TODAY, by=by, at=NOW
    )


def test_nobody_checks_what_their_own_team_did(review, contact, action):
    declared = PartDeclarationFactory(review=review)
    report(action, contact, claims=ActionStatus.DONE_UNVERIFIED)
    action.refresh_from_db()
    declared.bodies.set([action.lead.agency])
    with pytest.raises(Refused, match="You belong to"):
        assure(action, declared.user)
    declared.bodies.clear()
    assert assure(action, declared.user)


# The cycle


def test_every_state_of_an_action_has_a_tone_and_a_way_out():
    assert {row.from_ for row in ACTION_CYCLE} == set(ActionStatus) == set(TONES)
    assert {row.to for row in ACTION_CYCLE} == set(ActionStatus) - {ActionStatus.NOT_STARTED}
    assert all(ACTION_CYCLE.path_to(state) for state in FINISHED)


# Reporting


def test_the_lead_agency_reports_in_person(client, review, contact, action):
    client.force_login(contact)
    url = address(review, "report", action.pk)
    form = client.get(url).context["form"]
    assert "on_behalf_of" not in form.fields
    assert [value for value, _ in form.fields["claims"].choices] == [
        "", "IN_PROGRESS", "DONE_UNVERIFIED", "CANNOT_DO",
    ]  # fmt: skip
    response = client.post(
        url, {"claims": "IN_PROGRESS", "words": "Two courses held.", **ON, "document": letter()}
    )
    assert response.url == action.get_absolute_url()
    page = text(client.get(response.url))
    assert "Two courses held." in page
    assert "27 February 2026</strong>: In progress, Edda Marsh" in page
    assert "My work" in client.get(response.url).content.decode()
    note = action.progress_notes.get()
    file = address(review, "progress-file", action.pk, note.pk, "document")
    assert fetched(client.get(file)) == b"What was said."
    original = address(review, "progress-file", action.pk, note.pk, "original")
    assert client.get(original).status_code == 404


def test_the_officer_reports_for_the_agency_and_says_from_whom(signed_in, review, action):
    url = address(review, "report", action.pk)
    response = signed_in.post(url, {"words": "Two courses held.", **ON})
    assert set(errors(response)) == {"received_via", "on_behalf_of", "given_on"}
    assert "Two courses held." in text(response)
    signed_in.post(url, {"words": "Two courses held.", **ON, **BY_EMAIL, "original": letter()})
    page = text(signed_in.get(action.get_absolute_url()))
    assert "Entered for Edda Marsh, head of training from an email of 1 March 2026" in page
    note = action.progress_notes.get()
    assert note.reported_by == "Edda Marsh, head of training"
    file = address(review, "progress-file", action.pk, note.pk, "original")
    assert fetched(signed_in.get(file)) == b"What was said."


def test_without_provenance_nobody_reports_for_an_agency(action, officer):
    with pytest.raises(Refused, match="Say from whom in the lead agency this comes"):
        report(action, officer)


def test_an_action_of_the_partnership_itself_is_reported_in_person(signed_in, review):
    action = ActionFactory(recommendation__review=review, lead=None, lead_words="The partnership")
    url = address(review, "report", action.pk)
    signed_in.post(url, {"words": "We wrote to all.", **ON})
    signed_in.post(url, {"words": "The department wrote back.", **ON, **BY_EMAIL})
    last, first = action.progress_notes.all()
    assert (first.is_on_behalf, last.is_on_behalf) == (False, True)
    half = signed_in.post(url, {"words": "They wrote.", **ON, "received_via": "EMAIL"})
    assert set(errors(half)) == {"on_behalf_of", "given_on"}


def test_a_report_that_it_is_done_fills_the_plan(contact, action):
    report(action, contact, claims="DONE_UNVERIFIED", words="Everybody was on it.")
    action.refresh_from_db()
    assert action.status == ActionStatus.DONE_UNVERIFIED
    assert (action.completed_on, action.outcome) == (date(2026, 2, 27), "Everybody was on it.")
    event = AuditEvent.objects.get(event="action.reported")
    assert "Everybody" not in str(event.subjects)


def test_that_it_cannot_be_done_keeps_why(client, contact, action):
    report(action, contact, claims="CANNOT_DO", words="The service closed.")
    action.refresh_from_db()
    assert action.given_up_because == "The service closed."
    client.force_login(contact)
    page = text(client.get(action.get_absolute_url()))
    assert "Why it ended" in page
    report(action, contact, claims="IN_PROGRESS", words="Another took it over.")
    action.refresh_from_db()
    assert (action.status, action.given_up_because) == (ActionStatus.IN_PROGRESS, "")


def test_only_the_plan_puts_something_else_in_its_place(officer, contact, action):
    with pytest.raises(Refused, match="write the action plan"):
        report(action, contact, claims="SUPERSEDED")
    given = {"received_via": "MEETING", "on_behalf_of": "Edda Marsh", "given_on": TODAY}
    report(action, officer, claims="SUPERSEDED", words="Action 2.1 covers it.", **given)
    action.refresh_from_db()
    assert action.given_up_because == "Action 2.1 covers it."


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"words": " "}, "Enter what was done"),
        ({"on": date(2026, 3, 3)}, "must be today or in the past"),
        ({"claims": "NOT_STARTED"}, "This cannot follow from where things stand now"),
        ({"claims": "DONE_VERIFIED"}, "recorded by whoever checks it"),
    ],
)
def test_a_report_that_cannot_be_is_refused(contact, action, said, why):
    with pytest.raises(Refused, match=why):
        report(action, contact, **said)


def test_the_chair_reads_an_action_and_finds_no_way_to_report(client, review, chair, action):
    client.force_login(chair)
    assert client.get(address(review, "report", action.pk)).status_code == 404


def test_people_of_another_agency_do_not_report(review, action):
    other = playing(Role.AGENCY_CONTACT, to=AgencyInvolvementFactory(review=review))
    with pytest.raises(Refused, match="Only its lead agency reports on this action"):
        report(action, other)


def test_nothing_is_reported_once_the_review_has_ended(client, review, contact, action):
    type(review).objects.filter(pk=review.pk).update(stage="CONCLUDED")
    client.force_login(contact)
    assert "Report progress" not in text(client.get(action.get_absolute_url()))
    response = client.post(address(review, "report", action.pk), {"words": "Done.", **ON})
    assert "This review has ended" in text(response)


def test_a_script_reports_without_an_account(action):
    note = report(action, COMMAND_LINE, claims="DONE_UNVERIFIED")
    assert (note.recorded_by, note.reported_by) == (None, "")
    assert assure(Action.objects.get(), COMMAND_LINE).holds


# Checking


@pytest.fixture
def done(recommendation):
    """An action that its lead agency reported done on 27 February."""
    return ActionFactory(recommendation=recommendation, done=True)


def test_the_officer_checks_what_an_agency_reported(signed_in, review, done):
    page = text(signed_in.get(done.get_absolute_url()))
    assert "Check whether it is done" in page
    url = address(review, "assure", done.pk)
    assert done.text in text(signed_in.get(url))
    assert set(errors(signed_in.post(url, {"words": ""}))) == {"holds", "words", "assured_on"}
    said = {"holds": "yes", "words": "Ten calls made.", **day("assured_on", TODAY)}
    signed_in.post(url, {**said, "document": letter()})
    done.refresh_from_db()
    assert done.status == ActionStatus.DONE_VERIFIED
    page = text(signed_in.get(done.get_absolute_url()))
    assert "Ten calls made." in page
    check = done.assurances.get()
    file = address(review, "assurance-file", done.pk, check.pk)
    assert fetched(signed_in.get(file)) == b"What was said."
    plan = text(signed_in.get(address(review, "plan")))
    assert "Checked on 2 March 2026: Ten calls made." in plan


def test_what_is_found_not_done_is_open_again(signed_in, review, done):
    url = address(review, "assure", done.pk)
    said = {"holds": "no", "words": "Nobody knew of it.", **day("assured_on", TODAY)}
    response = signed_in.post(url, said, follow=True)
    assert "is open again" in response.content.decode()
    done.refresh_from_db()
    assert (done.status, done.completed_on, done.outcome) == (ActionStatus.IN_PROGRESS, None, "")


def test_whoever_reported_it_does_not_check_it(signed_in, review, officer):
    action = ActionFactory(recommendation__review=review, lead=None, lead_words="The partnership")
    report(action, officer, claims="DONE_UNVERIFIED")
    page = text(signed_in.get(action.get_absolute_url()))
    assert "Somebody else checks this: you reported that it is done." in page
    assert "Check whether it is done" not in page
    assert signed_in.get(address(review, "assure", action.pk)).status_code == 403
    with pytest.raises(Refused, match="you reported that it is done"):
        assure(action, officer)


def test_whoever_entered_anothers_report_does_not_check_it(client, review, action, officer):
    ines = playing(Role.CSP_OFFICER, to=review, full_name="Ines Calder")
    given = {"received_via": "PHONE", "given_on": TODAY}
    report(action, ines, claims="DONE_UNVERIFIED", on_behalf_of="Edda Marsh", **given)
    with pytest.raises(Refused, match="you entered the report that it is done"):
        assure(action, ines)
    client.force_login(ines)
    assert "Another officer, the chair of the partnership" in text(
        client.get(action.get_absolute_url())
    )
    assert rules.check_can_assure(officer, Action.objects.get())
    action.progress_notes.update(on_behalf_of="INES CALDER, for the agency")
    with pytest.raises(Refused, match="you reported"):
        assure(action, ines)


@pytest.mark.parametrize("role", [Role.CSP_CHAIR, Role.INDEPENDENT_CHAIR])
def test_the_two_chairs_check_too(client, review, done, role):
    client.force_login(playing(role, to=review))
    assert "Check whether it is done" in text(client.get(done.get_absolute_url()))
    said = {"holds": "yes", "words": "Ten calls made.", **day("assured_on", TODAY)}
    client.post(address(review, "assure", done.pk), said)
    done.refresh_from_db()
    assert done.status == ActionStatus.DONE_VERIFIED


def test_the_owner_of_an_action_does_not_check_it(review, done):
    ines = playing(Role.CSP_OFFICER, to=review, full_name="Ines Calder")
    Action.objects.update(owner="Head of Training, Inès Calder")
    with pytest.raises(Refused, match="Somebody else checks this: you own this action"):
        assure(done, ines)


def test_what_no_agency_leads_is_checked_too(officer, done):
    Action.objects.update(lead=None)
    done.refresh_from_db()
    assert rules.check_can_assure(officer, done)


def test_agencies_and_the_panel_do_not_check(contact, member, done):
    for user in (contact, member):
        with pytest.raises(Refused, match="check what is reported done"):
            assure(done, user)


def test_only_what_is_reported_done_is_checked_and_not_before(officer, action, done):
    with pytest.raises(Refused, match="Nothing is reported done"):
        assure(action, officer)
    with pytest.raises(Refused, match="only after it was done"):
        assure(done, officer, on=date(2026, 2, 26))
    with pytest.raises(Refused, match="what was looked at"):
        assure(done, officer, words=" ")
    with pytest.raises(Refused, match="today or in the past"):
        assure(done, officer, on=date(2026, 3, 3))


def test_a_refusal_of_a_check_keeps_what_was_typed(signed_in, review, done):
    url = address(review, "assure", done.pk)
    said = {"holds": "yes", "words": "Ten calls.", **day("assured_on", date(2026, 2, 1))}
    response = signed_in.post(url, said)
    assert errors(response) == {"assured_on": ["It can be checked only after it was done"]}
    assert "Ten calls." in text(response)


def test_a_checked_action_is_opened_again_by_whoever_writes_the_plan(
    signed_in, review, recommendation
):
    action = ActionFactory(recommendation=recommendation, checked=True)
    page = text(signed_in.get(action.get_absolute_url()))
    assert "It is done" in page
    url = address(review, "report", action.pk)
    signed_in.post(url, {"claims": "IN_PROGRESS", "words": "It lapsed.", **ON, **BY_EMAIL})
    action.refresh_from_db()
    assert (action.status, action.completed_on) == (ActionStatus.IN_PROGRESS, None)
    assert action.standing_check is None


def test_files_that_did_not_come_are_not_found(signed_in, review, action):
    note = ProgressNoteFactory(action=action, done=True)
    check = AssuranceFactory(action=action, note=note)
    milestone = MilestoneFactory(action=action)
    for url in (
        address(review, "assurance-file", action.pk, check.pk),
        address(review, "progress-file", action.pk, note.pk, "document"),
        address(review, "progress-file", action.pk, note.pk, "other"),
        address(review, "milestone-file", action.pk, milestone.pk),
    ):
        assert signed_in.get(url).status_code == 404
