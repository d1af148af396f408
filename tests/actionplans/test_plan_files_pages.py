"""A tired officer sends a plan, sees what was read and what not, mends it and records it."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from actionplans.models import Action, PlanImport, Recommendation, Scope
from reviews.access import Role
from tests.actionplans.plan_files import ROWS, word_plan
from tests.actionplans.saying import address, day, errors, text
from tests.factories.actionplans import MilestoneFactory, PlanImportFactory
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db

CSV = (
    b"Recommendation,Action,Worked by,Target date,RAG\n"
    b"1. Train staff,Write a course,Tern Valley Housing,On-going,Amber\n"
    b"See the table above,,,,\n"
)


def sent(client, review, content, name="plan.docx", **more):
    upload = SimpleUploadedFile(name, content)
    return client.post(address(review, "plan-files"), {"document": upload, **more}, follow=True)


def mark_on(client, review, number=1):
    """Return what the page of a file sends along, so that what it showed is what is recorded."""
    page = client.get(address(review, "plan-import", number)).content.decode()
    found = re.search(r'name="shown" value="(\w+)"', page)
    return found[1] if found else ""


def record(client, review, number=1, shown=None):
    shown = mark_on(client, review, number) if shown is None else shown
    where = address(review, "record-plan-file", number)
    return client.post(where, {"shown": shown}, follow=True)


def test_nothing_is_in_the_plan_until_somebody_says_so(signed_in, review, part):
    page = text(sent(signed_in, review, word_plan(said="The ten recommendations are below.")))
    assert "5 recommendations with 6 actions, from 8 rows." in page
    assert "29 cells of these rows hold words: 29 read, 0 not." in page
    assert "5 new and 0 changed" in page
    assert "“ten recommendations”, and the tables of this file hold 5" in page
    assert page.index("To look at") < page.index("Read without a doubt")
    assert "31 October 2020 / November 2020" in page
    assert "“November 2020” is read as its last day, 30 November 2020." in page
    assert "An agency of this review." in page
    assert not Recommendation.objects.exists()
    done = record(signed_in, review)
    assert "Recorded in the plan: 5 new, 0 changed." in text(done) + done.content.decode()
    assert Recommendation.objects.count() == 5
    assert "Recorded on 2 March 2026" in text(done)
    assert "Mend or leave out" not in text(done)


def test_recording_twice_adds_nothing(signed_in, review):
    sent(signed_in, review, word_plan())
    for _ in range(2):
        said = record(signed_in, review)
    assert "This file is recorded in the plan." in said.content.decode()
    assert Recommendation.objects.count() == 5


def test_what_was_not_shown_is_shown_again_before_it_is_recorded(signed_in, review):
    sent(signed_in, review, word_plan())
    changed = [list(row) for row in ROWS]
    changed[1][5] = "March 2021"
    sent(signed_in, review, word_plan(rows=changed, merged=False))
    seen = mark_on(signed_in, review, 2)
    record(signed_in, review, 1)
    page = record(signed_in, review, 2, shown=seen)
    assert "has changed since the page was shown to you" in page.content.decode()
    assert "It brings 0 new and 1 changed; 4 are in the plan already." in text(page)
    assert not PlanImport.objects.get(number=2).is_recorded
    assert (
        "Recorded in the plan: 0 new, 1 changed." in record(signed_in, review, 2).content.decode()
    )


def test_what_somebody_else_said_of_a_file_is_looked_over_first(signed_in, review):
    sent(signed_in, review, word_plan())
    seen = mark_on(signed_in, review)
    form = {"number": "1", "text": "Train them.", "agency": "", "scope": "REGIONAL", "left_out": ""}
    signed_in.post(address(review, "mend-plan-row", 1, 4), form)
    record(signed_in, review, shown=seen)
    record(signed_in, review, shown="")
    assert not Recommendation.objects.exists()


def test_unread_cells_stay_shown_for_ever(signed_in, review):
    page = text(sent(signed_in, review, CSV, "plan.csv"))
    assert "Amber" in page
    assert "none of those that a plan is known to have" in page
    record(signed_in, review)
    after = text(signed_in.get(address(review, "plan-import", 1)))
    assert "Amber" in after
    assert "See the table above" in after


def test_columns_can_be_said_where_the_guess_is_wrong(signed_in, review, part):
    sent(signed_in, review, CSV, "plan.csv")
    where = address(review, "plan-columns", 1, 0)
    said = dict(zip([f"column{n}" for n in range(5)], ["recommendation", "action", "lead", "target",
                    "other"], strict=True))  # fmt: skip
    wrong = signed_in.post(where, {**said, "column1": "lead"})
    assert "Only one column can be “Lead agency”" in text(wrong)
    signed_in.post(where, said)
    record(signed_in, review)
    assert Recommendation.objects.first().actions.get().lead == part


def test_a_row_can_be_mended_or_left_out_and_keeps_its_words(signed_in, review):
    sent(signed_in, review, word_plan())
    form = {"number": "1", "text": "Train them.", "agency": "", "scope": "REGIONAL", "left_out": ""}
    signed_in.post(
        address(review, "mend-plan-row", 1, 4),
        {**form, **day("target0", date(2020, 10, 31)), **day("target1", date(2021, 5, 1))},
    )
    signed_in.post(
        address(review, "mend-plan-row", 1, 5), {**form, "text": "x", "left_out": "A note."}
    )
    page = text(signed_in.get(address(review, "plan-import", 1)))
    assert "Left out: A note." in page
    record(signed_in, review)
    assert Recommendation.objects.count() == 4
    one = Recommendation.objects.get(text="Train them.")
    assert one.scope == Scope.REGIONAL
    assert [action.target_on for action in one.actions.all()] == [
        date(2020, 10, 31), date(2021, 5, 1),
    ]  # fmt: skip
    printed = text(signed_in.get(address(review, "paper")))
    assert "31 October 2020 / November 2020" in printed


def test_a_form_sent_back_as_it_was_mends_nothing(signed_in, review):
    sent(signed_in, review, word_plan())
    where = address(review, "mend-plan-row", 1, 4)
    given = signed_in.get(where).context["form"].initial
    typed = given["text"].replace("\n", "\r\n")  # as a browser sends it
    signed_in.post(where, {"number": "1", "text": typed, "scope": given["scope"], "agency": ""})
    assert PlanImport.objects.get().mended == {"4": {}}


def test_a_changed_file_shows_what_it_changes_and_what_it_lacks(signed_in, review):
    sent(signed_in, review, word_plan())
    record(signed_in, review)
    changed = [list(row) for row in ROWS[:3]]
    changed[1][5] = "March 2021"
    page = text(sent(signed_in, review, word_plan(rows=changed, merged=False)))
    assert "0 new and 1 changed; 3 were in" not in page
    assert "It brings 0 new and 1 changed; 3 are in the plan already." in page
    assert "<del>31 October 2020 / November 2020</del> becomes <ins>March 2021</ins>" in page
    assert "In the plan and not in this file" in page
    assert "Ask families how they wish to be told." in page


def test_a_file_that_cannot_be_read_is_kept_and_says_why(signed_in, review):
    page = text(sent(signed_in, review, b"no columns here", "plan.csv"))
    assert "no recommendation was found" in page or "cannot" in page or "CSV" in page
    one = PlanImportFactory(review=review, document__content=b"PK\x03\x04 broken")
    assert "damaged" in text(signed_in.get(one.get_absolute_url()))


def test_a_picture_of_a_plan_is_refused_with_how_to_send_it(signed_in, review):
    answer = sent(signed_in, review, b"%PDF-1.7 words", "plan.pdf")
    assert "choose Save as “Word document" in errors(answer)["document"][0]
    assert not PlanImport.objects.exists()


def test_a_file_that_is_still_checked_says_so(signed_in, review):
    one = PlanImportFactory(review=review, document__content=word_plan(), document__pending=True)
    assert "being checked for malware" in text(signed_in.get(one.get_absolute_url()))
    said = signed_in.post(address(review, "record-plan-file", one.number), follow=True)
    assert "being checked for malware" in said.content.decode()
    assert not Recommendation.objects.exists()


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.INDEPENDENT_CHAIR])
def test_only_who_writes_the_plan_brings_one_in(client, review, role):
    PlanImportFactory(review=review, document__content=word_plan())
    client.force_login(playing(role, to=review))
    assert client.get(address(review, "plan-files")).status_code == 404
    assert client.get(address(review, "plan-import", 1)).status_code == 404
    assert client.get(address(review, "plan-original", 1)).status_code == 404
    assert client.post(address(review, "record-plan-file", 1)).status_code == 404


def test_a_long_plan_is_looked_over_in_as_few_queries(
    signed_in, review, django_assert_max_num_queries
):
    rows = [(f"{n}. Train team {n}.", "Local", "Write.", "North", "", "", "") for n in range(1, 40)]
    sent(signed_in, review, word_plan(rows=rows))
    record(signed_in, review)
    sent(signed_in, review, word_plan(rows=rows))
    with django_assert_max_num_queries(15):
        signed_in.get(address(review, "plan-import", 2))


def test_an_action_shows_the_words_it_came_in_and_its_unusual_days(signed_in, review):
    review.died_on, review.notified_on = date(2019, 1, 10), date(2019, 2, 1)
    review.save()
    sent(signed_in, review, word_plan())
    record(signed_in, review)
    course = Action.objects.get(text="Write a course of half a day.")
    page = text(signed_in.get(course.get_absolute_url()))
    assert "31 October 2020 / November 2020" in page
    assert "Course agreed October 2018”, 31 October 2018, is before the death." in page
    assert "plan file 1" in page


def test_a_milestone_may_be_reached_before_the_death(signed_in, review):
    review.died_on = date(2026, 1, 10)
    review.save()
    step = MilestoneFactory(action__recommendation__review=review)
    where = address(review, "reach-milestone", step.action_id, step.pk)
    signed_in.post(where, {**day("done_on", date(2025, 6, 1)), "evidence": "The minutes."})
    step.refresh_from_db()
    assert step.done_on == date(2025, 6, 1)
    early = MilestoneFactory(action=step.action)
    where = address(review, "reach-milestone", step.action_id, early.pk)
    refused = signed_in.post(where, {**day("done_on", date(1979, 6, 1)), "evidence": "Minutes."})
    assert "done_on" in errors(refused)


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "pdf"])
def test_the_plan_is_handed_out_in_every_format(signed_in, review, ending):
    sent(signed_in, review, word_plan())
    record(signed_in, review)
    answer = signed_in.get(address(review, "plan-file", ending))
    assert f"action-plan.{ending}" in answer["Content-Disposition"]
