"""Sent is not done; what disagrees is answered; and remarks on wording can be set aside."""

from datetime import date

import pytest

from actionplans.models import Action, SetAside
from actionplans.operations import drafting
from actionplans.rules import updates
from audit.models import AuditEvent
from reviews.access import Refused
from tests.actionplans.conftest import NOW
from tests.actionplans.saying import BY_EMAIL, address, day, errors, text
from tests.actionplans.test_progress import assure, report
from tests.factories.actionplans import (
    ActionFactory,
    MilestoneFactory,
    ProgressNoteFactory,
    RecommendationFactory,
)

pytestmark = pytest.mark.django_db

ON = day("on", date(2026, 2, 27))
SENT = "An email was sent to all staff on 3 February."


@pytest.fixture
def action(review, part):
    one = RecommendationFactory(
        review=review, addressee=part, text="Make the course mandatory for all who answer calls."
    )
    return ActionFactory(recommendation=one, text="Write the course and hold it.")


def done(action, words, by=None):
    """Return the action as it is once it was reported done in these words."""
    by = by or ProgressNoteFactory(action=action).recorded_by
    ProgressNoteFactory(action=action, done=True, words=words)
    action.status, action.completed_on, action.outcome = "DONE_UNVERIFIED", date(2026, 2, 27), words
    action.save()
    return Action.objects.get(pk=action.pk)


# Sent is not done


def test_what_was_only_sent_is_not_taken_as_done(client, review, contact, action):
    client.force_login(contact)
    url = address(review, "report", action.pk)
    refused = client.post(url, {"claims": "DONE_UNVERIFIED", "words": SENT, **ON})
    [why] = errors(refused)["words"]
    assert "not what changed" in why
    assert "or report progress instead" in why
    assert SENT in text(refused)  # nothing typed is lost
    assert not action.progress_notes.exists()
    taken = client.post(url, {"claims": "IN_PROGRESS", "words": SENT, **ON})
    assert taken.url == action.get_absolute_url()
    told = f"{SENT} It is mandatory now: all 46 have been on it."
    assert client.post(url, {"claims": "DONE_UNVERIFIED", "words": told, **ON}).status_code == 302


def test_nor_where_the_officer_enters_it_for_them(signed_in, review, action):
    url = address(review, "report", action.pk)
    said = {"claims": "DONE_UNVERIFIED", "words": SENT, **ON, **BY_EMAIL}
    assert "words" in errors(signed_in.post(url, said))


def test_that_it_cannot_be_done_may_say_that_it_was_sent(contact, action):
    assert report(action, contact, claims="CANNOT_DO", words="The letter was sent back.")


# What disagrees is answered before it is verified


def test_what_disagrees_is_verified_only_with_a_reason(signed_in, officer, review, action):
    done(action, "All 46 were offered it. Attendance is voluntary.")
    url = address(review, "assure", action.pk)
    page = text(signed_in.get(url))
    assert "It was asked to be a duty" in page
    assert "<q>attendance is voluntary.</q>" in page
    said = {"holds": "yes", "words": "The rota.", **day("assured_on", date(2026, 3, 1))}
    assert "disagree" in errors(signed_in.post(url, said))["despite"][0]
    signed_in.post(url, {**said, "despite": "All 46 came, and the contract follows in April."})
    action.refresh_from_db()
    assert action.status == "DONE_VERIFIED"
    assert "the contract follows in April" in text(signed_in.get(action.get_absolute_url()))
    assert "disagree with" not in text(signed_in.get(address(review, "plan")))


def test_it_can_always_be_said_not_to_hold(officer, action):
    found = done(action, "All 46 were offered it. Attendance is voluntary.")
    assert not assure(found, officer, holds=False, words="It is voluntary.").despite


def test_where_nothing_disagrees_nothing_more_is_asked(signed_in, review, action):
    done(action, "It is mandatory since January; all 46 have been on it.")
    form = signed_in.get(address(review, "assure", action.pk)).context["form"]
    assert "despite" not in form.fields
    assert "asked and what was reported disagree" not in text(
        signed_in.get(address(review, "plan"))
    )


def test_the_plan_counts_what_disagrees_for_whoever_writes_it(
    client, signed_in, member, review, action
):
    done(action, "Attendance is voluntary, and all 46 came.")
    page = text(signed_in.get(address(review, "plan")))
    assert "1 action reported done in words that disagree with what was asked" in page
    assert "What was asked and what was reported disagree" in page
    client.force_login(member)
    assert "disagree" not in text(client.get(address(review, "plan")))


def test_the_agency_sees_what_is_to_be_mended(client, contact, review, action):
    done(action, "Attendance is voluntary, and all 46 came.")
    client.force_login(contact)
    assert "the update leaves it to choice" in text(client.get(action.get_absolute_url()))


def test_the_words_that_the_plan_prints_are_read_too(action):
    found = done(action, "It is mandatory since January; all 46 have been on it.")
    assert updates.contradictions_of(found) == []
    found.outcome = "Attendance is voluntary."
    assert [one.code for one in updates.contradictions_of(found)] == ["mandatory"]


def test_days_of_the_log_and_milestones_are_read(action):
    found = done(action, "It is mandatory since January; all 46 have been on it.")
    found.progress_notes.filter(claims="").update(on=date(2026, 3, 1))
    MilestoneFactory(action=found, text="Room booked")
    codes = [one.code for one in updates.remarks_on(Action.objects.get(pk=found.pk))]
    assert codes == ["before_begun", "steps_left"]
    assert updates.remarks_on(ActionFactory()) == []


# Remarks on the wording


@pytest.fixture
def loose(review, part):
    return RecommendationFactory(
        review=review, addressee=part, text="Remind all staff to ask, by the end of May 2026."
    )


def test_a_remark_says_what_is_missing_beside_the_words_and_on_the_form(
    client, signed_in, member, review, loose
):
    for url in (
        loose.get_absolute_url(),
        address(review, "change-recommendation", loose.pk),
    ):
        page = text(signed_in.get(url))
        assert "it does not yet change what they meet" in page
        assert "what kept them from it is still there" in page
    assert "1 remark on the wording" in text(signed_in.get(address(review, "plan")))
    client.force_login(member)
    assert "remark" not in text(client.get(address(review, "plan")))
    assert "stronger" not in text(client.get(loose.get_absolute_url()))


def test_words_stand_with_a_reason_until_they_change(signed_in, review, loose):
    url = address(review, "set-aside-of-recommendation", loose.pk, "reminding")
    assert set(errors(signed_in.post(url, {"reason": ""}))) == {"reason"}
    response = signed_in.post(url, {"reason": "The rota changed already."})
    assert response.url == loose.get_absolute_url()
    page = text(signed_in.get(response.url))
    assert "Set aside: The rota changed already." in page
    assert "What would make it stronger" not in page
    assert "remark" not in text(signed_in.get(address(review, "plan")))
    assert signed_in.get(url).status_code == 404
    event = AuditEvent.objects.get(event="plan.remark_set_aside")
    assert "rota" not in str(event.subjects)
    loose.text = "Remind all officers to ask, by the end of May 2026."
    loose.save()
    assert "What would make it stronger" in text(signed_in.get(response.url))


def test_an_action_has_remarks_of_its_own(signed_in, review, action):
    Action.objects.update(target_on=None)
    assert "It does not say by when" in text(signed_in.get(action.get_absolute_url()))
    url = address(review, "set-aside-of-action", action.pk, "dated")
    signed_in.post(url, {"reason": "The agency says it next week."})
    assert "1 remark set aside" in text(signed_in.get(action.get_absolute_url()))
    page = text(signed_in.get(address(review, "change-action", action.pk)))
    assert "1 remark set aside" in page


def test_whoever_does_not_write_the_words_sets_nothing_aside(
    chair, contact, officer, loose, action
):
    action.target_on = None
    action.save()
    for one, by, code in ((loose, contact, "reminding"), (action, chair, "dated")):
        with pytest.raises(Refused, match="does not let you"):
            drafting.set_aside(one=one, code=code, reason="So be it.", by=by, at=NOW)
    assert drafting.set_aside(one=loose, code="reminding", reason="So.", by=chair, at=NOW)
    with pytest.raises(Refused, match="set aside already"):
        drafting.set_aside(one=loose, code="reminding", reason="So.", by=chair, at=NOW)
    with pytest.raises(Refused, match="Enter the reason"):
        drafting.set_aside(one=action, code="dated", reason=" ", by=officer, at=NOW)
    assert SetAside.objects.count() == 1
