"""The plan and its actions, their milestones, and who sees which."""

from datetime import date

import pytest

from actionplans.cycle import ActionStatus
from actionplans.models import Action
from actionplans.operations import actions as operations
from reviews.access import Refused, Role
from tests.actionplans.conftest import NOW
from tests.actionplans.saying import address, day, errors, fetched, letter, text
from tests.factories.actionplans import (
    ActionFactory,
    AddresseeAnswerFactory,
    ConclusionAuditFactory,
    MilestoneFactory,
    ProgressNoteFactory,
    RecommendationFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, PersonFactory, playing

pytestmark = pytest.mark.django_db


# The plan


def test_an_empty_plan_says_what_would_fill_it(signed_in, review):
    page = text(signed_in.get(address(review, "plan")))
    assert "Nothing is recommended yet" in page
    assert "Before the plan can be signed off" not in page


def test_the_plan_shows_late_and_unchecked_first(signed_in, review, part):
    quiet, unchecked, late = (
        RecommendationFactory(review=review, addressee=part) for _ in range(3)
    )
    ActionFactory(recommendation=quiet)
    ActionFactory(recommendation=unchecked, done=True)
    ActionFactory(recommendation=late)
    ActionFactory(recommendation=late, target_on=date(2026, 3, 1))
    response = signed_in.get(address(review, "plan"))
    groups = response.context["plan"].groups
    assert [group.recommendation for group in groups] == [late, unchecked, quiet]
    assert [action.number for action in groups[0].actions] == [2, 1]
    page = text(response)
    assert "3 recommendations, 4 actions: 0 done and checked, 1 to check, 1 late." in page
    assert "1 day late" in page
    assert "People now ask." in page


def test_the_plan_says_what_it_lacks_to_whoever_writes_it(client, review, officer, member):
    RecommendationFactory(review=review)
    ActionFactory(recommendation__review=review, bare=True)
    client.force_login(officer)
    page = text(client.get(address(review, "plan")))
    assert "Before the plan can be signed off" in page
    assert "Recommendation 1 has no action." in page
    assert "Nobody yet" in page
    client.force_login(member)
    assert "Before the plan can be signed off" not in text(client.get(address(review, "plan")))


def test_the_plan_is_narrowed_to_one_lead(signed_in, review, action):
    ActionFactory(recommendation__review=review, recommendation__elsewhere=True, lead=None,
                  lead_words="Department for Example")  # fmt: skip
    nobody = ActionFactory(recommendation__review=review, bare=True)
    url = address(review, "plan")
    response = signed_in.get(url)
    assert [(one.words, one.count) for one in response.context["plan"].filters] == [
        ("All", 3), ("Other bodies", 1), ("Tern Valley Housing", 1), ("Nobody yet", 1),
    ]  # fmt: skip
    for lead, shown in (
        (str(action.lead_id), [action.recommendation_id]),
        ("elsewhere", [Action.objects.get(lead_words__gt="").recommendation_id]),
        ("nobody", [nobody.recommendation_id]),
        ("0", []),
    ):
        groups = signed_in.get(f"{url}?lead={lead}").context["plan"].groups
        assert [group.recommendation.pk for group in groups] == shown
    assert "No action fits this filter" in text(signed_in.get(f"{url}?lead=0"))


def test_progress_is_counted_for_each_agency(signed_in, review, action):
    one = action.recommendation
    ActionFactory(recommendation=one, done=True)
    ActionFactory(recommendation=one, checked=True)
    ActionFactory(recommendation=one, target_on=date(2026, 2, 1))
    ActionFactory(recommendation=one, status=ActionStatus.CANNOT_DO, given_up_because="No money.")
    [tally] = signed_in.get(address(review, "plan")).context["plan"].tallies
    counts = (tally.total, tally.done, tally.checked, tally.open, tally.late, tally.given_up)
    assert counts == (5, 2, 1, 2, 1, 1)


def test_what_is_not_accepted_is_said_with_its_reason(signed_in, review):
    AddresseeAnswerFactory(recommendation__review=review, refused=True)
    page = text(signed_in.get(address(review, "plan")))
    assert "Not accepted: It is done already." in page
    assert "has no action" not in page


@pytest.mark.parametrize("rows", [3, 30])
def test_the_plan_asks_the_database_as_often_whatever_it_holds(
    client, review, member, officer, part, rows, django_assert_max_num_queries
):
    for _ in range(rows):
        one = RecommendationFactory(review=review, addressee=part)
        AddresseeAnswerFactory(recommendation=one)
        MilestoneFactory(action=ActionFactory(recommendation=one, checked=True), done=True)
    client.force_login(member)
    with django_assert_max_num_queries(15):  # two of them the savepoints of a test
        client.get(address(review, "plan"))
    with django_assert_max_num_queries(15):
        client.get(address(review, "thread"))
    with django_assert_max_num_queries(15):
        client.get(address(review, "paper"))
    with django_assert_max_num_queries(15):
        client.get(address(review, "agency-actions", part.pk))
    client.force_login(officer)
    with django_assert_max_num_queries(17):
        client.get(address(review, "plan"))
    with django_assert_max_num_queries(18):
        client.get(one.get_absolute_url())
    with django_assert_max_num_queries(16):
        client.get(one.actions.get().get_absolute_url())


# Actions


WORDS = {"text": "Write a course.", "outcome_measure": "Nine of ten were on it."}


def test_the_officer_adds_an_action_led_by_the_addressee(signed_in, review, part, recommendation):
    url = address(review, "add-action", recommendation.pk)
    assert signed_in.get(url).context["form"].initial["lead"] == part.pk
    response = signed_in.post(
        url, {**WORDS, "lead": part.pk, "owner": "Head of Training",
              **day("target_on", date(2026, 9, 30))}
    )  # fmt: skip
    action = Action.objects.get()
    assert response.url == action.get_absolute_url()
    page = text(signed_in.get(response.url))
    assert "Action 1.1" in page
    assert "Head of Training" in page
    assert "30 September 2026" in page


def test_an_action_has_one_lead_and_words(signed_in, review, part, recommendation):
    url = address(review, "add-action", recommendation.pk)
    response = signed_in.post(url, {**WORDS, "lead": part.pk, "lead_words": "The partnership"})
    assert errors(response) == {"lead_words": ["Choose an agency or name another lead, not both"]}
    assert "Nine of ten were on it." in text(response)
    response = signed_in.post(url, {"lead_words": "The partnership", "target_on_day": "31",
                                    "target_on_month": "2", "target_on_year": "2026"})  # fmt: skip
    assert errors(response) == {
        "text": ["Enter the action to take"],
        "target_on": ["Target date must be a real date"],
    }


def test_a_lead_of_another_review_is_refused(review, recommendation, officer):
    said = operations.ActionWords(text="Write.", lead=AgencyInvolvementFactory())
    with pytest.raises(Refused, match="Choose an agency of this review"):
        operations.add_action(recommendation=recommendation, said=said, by=officer, at=NOW)


def test_the_chair_reads_actions_and_does_not_write_them(client, review, chair, action):
    client.force_login(chair)
    page = text(client.get(action.get_absolute_url()))
    assert action.text in page
    for words in ("Change the action", "Report progress", "Add a milestone", "Check whether"):
        assert words not in page
    assert client.get(address(review, "change-action", action.pk)).status_code == 404


def test_an_action_is_changed_and_moved(signed_in, review, action):
    second = ActionFactory(recommendation=action.recommendation)
    url = address(review, "change-action", second.pk)
    assert "outcome" not in signed_in.get(url).context["form"].fields
    signed_in.post(url, {**WORDS, "number": "1", "lead_words": "The partnership"})
    assert list(Action.objects.values_list("text", "number")) == [
        ("Write a course.", 1),
        (action.text, 2),
    ]
    response = signed_in.post(url, {**WORDS, "number": "1", "lead": action.lead_id,
                                    "lead_words": "The partnership"})  # fmt: skip
    assert "not both" in text(response)


def test_the_outcome_of_a_done_action_is_worded_for_print(signed_in, review, recommendation):
    action = ActionFactory(recommendation=recommendation, done=True)
    url = address(review, "change-action", action.pk)
    assert signed_in.get(url).context["form"].initial["outcome"] == "People now ask."
    asked = {"text": action.text, "outcome_measure": action.outcome_measure}
    signed_in.post(url, {**asked, "number": "1", "outcome": "Everybody asks."})
    action.refresh_from_db()
    assert (action.outcome, action.is_done) == ("Everybody asks.", True)


def test_an_action_is_removed_while_nothing_hangs_on_it(signed_in, review, action):
    later = ActionFactory(recommendation=action.recommendation)
    url = address(review, "remove-action", action.pk)
    assert "It is gone for good." in text(signed_in.get(url))
    assert signed_in.post(url).url == action.recommendation.get_absolute_url()
    later.refresh_from_db()
    assert later.number == 1


def test_an_action_with_milestones_or_reports_stays(signed_in, review, action):
    MilestoneFactory(action=action)
    url = address(review, "remove-action", action.pk)
    assert "This action has milestones. Remove them first." in text(signed_in.get(url))
    ProgressNoteFactory(action=action)
    assert "What was reported is kept." in text(signed_in.get(url))
    assert signed_in.post(url).status_code == 403


def test_a_true_name_in_an_action_is_a_warning(signed_in, review, action):
    PersonFactory(review=review, true_name="Zora Quill", pseudonym="Maris")
    MilestoneFactory(action=action, text="Name the room after Zora Quill")
    page = text(signed_in.get(action.get_absolute_url()))
    assert "“Action 1.1” holds the true name of Maris." in page


# Milestones


def test_a_milestone_is_added_changed_and_removed(signed_in, review, action):
    assert "None. Milestones show" in text(signed_in.get(action.get_absolute_url()))
    url = address(review, "add-milestone", action.pk)
    assert errors(signed_in.post(url, {"text": ""})) == {"text": ["Enter the milestone"]}
    signed_in.post(url, {"text": "Course written", **day("due_on", date(2026, 5, 1))})
    milestone = action.milestones.get()
    assert "Course written" in text(signed_in.get(action.get_absolute_url()))
    change = address(review, "change-milestone", action.pk, milestone.pk)
    assert signed_in.get(change).context["form"].initial["due_on"] == date(2026, 5, 1)
    signed_in.post(change, {"text": "Course agreed"})
    milestone.refresh_from_db()
    assert (milestone.text, milestone.due_on) == ("Course agreed", None)
    remove = address(review, "remove-milestone", action.pk, milestone.pk)
    assert "Course agreed" in text(signed_in.get(remove))
    signed_in.post(remove)
    assert not action.milestones.exists()


def test_the_lead_agency_says_that_a_milestone_was_reached(client, review, contact, action):
    milestone = MilestoneFactory(action=action)
    client.force_login(contact)
    url = address(review, "reach-milestone", action.pk, milestone.pk)
    assert milestone.text in text(client.get(url))
    on = day("done_on", date(2026, 3, 1))
    assert errors(client.post(url, on)) == {"evidence": ["Say what shows it, or attach it"]}
    client.post(url, {**on, "document": letter(b"The course.")})
    page = text(client.get(action.get_absolute_url()))
    assert "The document that shows it" in page
    file = address(review, "milestone-file", action.pk, milestone.pk)
    assert fetched(client.get(file)) == b"The course."
    client.post(address(review, "not-reached", action.pk, milestone.pk))
    assert client.get(file).status_code == 404
    milestone.refresh_from_db()
    assert not milestone.is_done


def test_a_milestone_is_not_reached_tomorrow(signed_in, review, action):
    milestone = MilestoneFactory(action=action)
    url = address(review, "reach-milestone", action.pk, milestone.pk)
    said = {**day("done_on", date(2026, 3, 3)), "evidence": "The plan of it."}
    assert errors(signed_in.post(url, said)) == {
        "done_on": ["The day must be today or in the past"]
    }


def test_a_milestone_that_was_reached_is_not_removed(signed_in, review, action):
    milestone = MilestoneFactory(action=action, done=True)
    url = address(review, "remove-milestone", action.pk, milestone.pk)
    assert "This milestone was reached." in text(signed_in.get(url))
    assert signed_in.post(url).status_code == 403


# Who sees which


def test_an_agency_sees_the_actions_it_leads_and_no_others(client, review, part, contact, action):
    ActionFactory(recommendation=action.recommendation, done=True)
    other = ActionFactory(
        recommendation=action.recommendation, lead=AgencyInvolvementFactory(review=review)
    )
    client.force_login(contact)
    page = text(client.get(address(review, "agency-actions", part.pk)))
    assert "Our actions" in page
    assert "Tern Valley Housing leads 2 actions" in page
    assert "Everybody has been, all 38." in page
    assert other.text not in page
    assert action.text in text(client.get(action.get_absolute_url()))
    assert client.get(other.get_absolute_url()).status_code == 404
    assert client.get(address(review, "report", other.pk)).status_code == 404
    assert client.get(address(review, "agency-actions", other.lead_id)).status_code == 404
    assert client.get(address(review, "plan")).status_code == 404


def test_an_agency_that_leads_nothing_is_told_so(client, review, part, contact):
    client.force_login(contact)
    assert "leads no action of this review so far" in text(
        client.get(address(review, "agency-actions", part.pk))
    )


def test_the_officer_sees_the_actions_of_an_agency(signed_in, review, part, action):
    Action.objects.update(target_on=date(2026, 2, 1))
    page = text(signed_in.get(address(review, "agency-actions", part.pk)))
    assert "Actions of Tern Valley Housing" in page
    assert "1 is late." in page
    Action.objects.update(target_on=None)
    assert "None yet" in text(signed_in.get(address(review, "agency-actions", part.pk)))


def test_an_author_of_a_report_and_a_stranger_find_no_action(client, part, action):
    for user in (playing(Role.IMR_AUTHOR, to=part), playing(Role.ADVISER, to=part.review)):
        client.force_login(user)
        assert client.get(action.get_absolute_url()).status_code == 404


def test_an_action_of_another_review_is_not_found_under_this_one(signed_in, review):
    elsewhere = ActionFactory()
    assert signed_in.get(address(review, "action", elsewhere.pk)).status_code == 404


# The end


def test_the_conclusion_audit_is_recorded_with_its_minute(signed_in, review):
    url = address(review, "conclude")
    assert set(errors(signed_in.post(url, {"found": ""}))) == {
        "audited_on",
        "carried_out_by",
        "found",
    }
    said = {"carried_out_by": "Internal audit", "found": "All is done."}
    late = signed_in.post(url, {**said, **day("audited_on", date(2026, 3, 3))})
    assert errors(late) == {"audited_on": ["The audit must be today or in the past"]}
    assert "All is done." in text(late)
    signed_in.post(url, {**said, **day("audited_on", date(2026, 3, 1)), "minute": letter()})
    page = text(signed_in.get(address(review, "plan")))
    assert "On 1 March 2026, by Internal audit." in page
    audit = review.conclusion_audits.get()
    file = address(review, "audit-file", audit.pk)
    assert fetched(signed_in.get(file)) == b"What was said."


def test_the_chair_of_the_partnership_records_the_audit_and_the_panel_does_not(
    client, review, member
):
    client.force_login(playing(Role.CSP_CHAIR, to=review))
    assert client.get(address(review, "conclude")).status_code == 200
    client.force_login(member)
    assert client.get(address(review, "conclude")).status_code == 404


def test_an_audit_without_a_minute_has_no_file(signed_in, review):
    audit = ConclusionAuditFactory(review=review)
    assert "Internal audit" in text(signed_in.get(address(review, "plan")))
    assert signed_in.get(address(review, "audit-file", audit.pk)).status_code == 404
