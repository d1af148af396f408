"""What the checks find in a review's story: kept once, decided by a person, gone when mended."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from chronologies.models import ChronologyEntry
from chronologies.operations import decisions
from composite.checks.all_checks import CODES
from composite.models import CheckSwitch, FindingStanding, ReconciliationFinding, StoryCheck
from composite.operations import reconciliation
from composite.queries.work import findings_to_decide
from composite.tasks import reconcile as reconcile_task
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.chronologies.world import GOOD, NOW, TODAY, agency_of, ready, shown
from tests.factories.composite import (
    CheckSwitchFactory,
    FindingEventFactory,
    ReconciliationFindingFactory,
)
from tests.factories.reviews import PersonFactory, playing
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db

SATURDAY = ("Saturday 23/05/2016", "", "Case system", "Telephone call.", "")  # it was a Monday
WEEKDAY = "weekday_and_date_disagree"


def page(name, review, *more, **asked):
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return f"{reverse(f'composite:{name}', args=[review.reference, *more])}?{query}"


def check(review):
    return reconciliation.reconcile(review=review, at=NOW)


@pytest.fixture
def finding(released, review):
    released(GOOD, SATURDAY)
    assert check(review) == 1
    return ReconciliationFinding.objects.get()


def test_a_contradiction_is_found_with_its_entry_and_changes_nothing(finding, review):
    entry = ChronologyEntry.objects.get(what_happened="Telephone call.")
    assert finding.code == WEEKDAY
    assert [row.event for row in finding.events.all()] == [entry.root]
    assert "Saturday" in finding.words
    assert entry.raw_date == "Saturday 23/05/2016"
    assert StoryCheck.objects.get(review=review).entries == 2


def test_a_draft_is_not_checked_in_the_place_of_what_is_submitted(sent, review, author):
    submission = sent(GOOD, SATURDAY)
    decisions.submit(submission=submission, by=author, today=TODAY, at=NOW)
    sent(GOOD)
    assert check(review) == 1


def test_giving_back_has_the_story_checked(
    sent, review, author, senior, django_capture_on_commit_callbacks, monkeypatch
):
    submission = sent(GOOD)
    decisions.submit(submission=submission, by=author, today=TODAY, at=NOW)
    asked = []
    monkeypatch.setattr("messaging.queue.later", lambda job, **told: asked.append((job, told)))
    decisions.give_back(
        submission=submission, reason="A day is wrong.", today=TODAY, by=senior, at=NOW
    )
    assert ("composite.reconcile", {"review_ref": review.reference}) in asked


def test_checked_again_it_is_the_same_finding(finding, review):
    assert check(review) == 0
    assert ReconciliationFinding.objects.get() == finding


def test_reading_and_releasing_have_the_story_checked(
    sent, review, chair, django_capture_on_commit_callbacks, monkeypatch
):
    asked = []
    monkeypatch.setattr("messaging.queue.later", lambda job, **told: asked.append((job, told)))
    submission = ready(sent(GOOD, SATURDAY))
    again = ("composite.reconcile", {"review_ref": review.reference})
    assert asked.count(again) == 2  # once read, once submitted
    decisions.release(submission=submission, today=TODAY, by=chair, at=NOW)
    assert asked.count(again) == 3
    reconcile_task(review_ref=review.reference)
    assert ReconciliationFinding.objects.count() == 1
    reconcile_task(review_ref="NONE-DHR-1")


def test_what_a_later_file_mends_is_gone_and_comes_back_with_the_fault(
    finding, sent, review, chair, member, client
):
    mended = ready(sent(GOOD, ("Monday 23/05/2016", *SATURDAY[1:])), release_by=chair)
    check(review)
    finding.refresh_from_db()
    assert finding.gone_at == NOW
    client.force_login(chair)
    assert "Nothing to decide" in shown(client.get(page("findings", review)))
    decisions.take_back(submission=mended, reason="Wrong file", by=chair, at=NOW)
    check(review)
    finding.refresh_from_db()
    assert finding.gone_at is None


class TestDeciding:
    def test_the_chair_decides_with_a_reason(self, client, finding, review, chair):
        client.force_login(chair)
        where = page("finding", review, finding.pk)
        text = Html(shown(client.get(where))).text
        for words in (
            "Weekday and date disagree",
            "Telephone call.",
            "written: Saturday 23/05/2016",
        ):
            assert words in text
        assert "Say why" in shown(client.post(where, {"standing": "ACCEPTED"}))
        client.post(where, {"standing": "ACCEPTED", "reason": "The call log says Monday."})
        finding.refresh_from_db()
        assert (finding.standing, finding.decided_by) == (FindingStanding.ACCEPTED, chair)
        text = Html(shown(client.get(where))).text
        assert "It is so" in text
        assert "The call log says Monday." in text
        assert "There is nothing in it" not in text
        event = AuditEvent.objects.get(event="finding.decided")
        assert event.subjects == {"finding_id": finding.pk, "standing": "ACCEPTED"}

    def test_a_decision_stands_when_the_story_is_checked_again(self, finding, review, chair):
        decide(finding, chair, standing="DISMISSED")
        check(review)
        finding.refresh_from_db()
        assert finding.standing == FindingStanding.DISMISSED

    def test_decided_once_until_it_is_opened_again(self, client, finding, review, chair):
        decide(finding, chair)
        with pytest.raises(Refused, match="decided already"):
            decide(finding, chair)
        client.force_login(chair)
        where = page("finding", review, finding.pk)
        answer = {"standing": "DISMISSED", "reason": "Again."}
        assert "decided already" in shown(client.post(where, answer, follow=True))
        assert "is open again" in shown(
            client.post(page("reopen", review, finding.pk), follow=True)
        )
        refused = shown(client.post(page("reopen", review, finding.pk), follow=True))
        assert "Nothing is decided about this yet" in refused
        decide(ReconciliationFinding.objects.get(), chair, standing="DISMISSED")

    @pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.CSP_OFFICER, Role.EMERGENCY_READER])
    def test_who_reads_findings_and_does_not_decide(self, client, finding, review, chair, role):
        decide(finding, chair)
        client.force_login(playing(role, to=review))
        where = page("finding", review, finding.pk)
        text = Html(shown(client.get(where))).text
        assert "Telephone call." in text
        assert "Open it again" not in text
        answer = client.post(where, {"standing": "DISMISSED", "reason": "No."})
        assert answer.status_code == 404
        for name in ("reopen", "look-again"):
            more = [finding.pk] if name == "reopen" else []
            assert client.post(page(name, review, *more)).status_code == 404
        assert client.get(page("checks", review)).status_code == 404

    def test_after_the_end_nothing_is_decided(self, client, finding, review, chair):
        review.stage = Stage.RETENTION
        review.save()
        client.force_login(chair)
        where = page("finding", review, finding.pk)
        answer = {"standing": "ACCEPTED", "reason": "So."}
        said = shown(client.post(where, answer, follow=True))
        assert "This review has ended" in said
        refused = shown(client.post(page("look-again", review), follow=True))
        assert "This review has ended" in refused
        switch = page("switch", review, WEEKDAY)
        assert "This review has ended" in shown(client.post(switch, {"reason": "x"}, follow=True))


def decide(finding, by, standing="ACCEPTED"):
    reconciliation.decide(
        finding=finding, standing=standing, reason="Both were looked at.", by=by, at=NOW
    )


class TestWhoSees:
    def test_the_panel_sees_what_was_found_to_be_so(self, client, finding, review, chair, member):
        client.force_login(member)
        where = page("finding", review, finding.pk)
        story = page("composite", review)
        assert client.get(where).status_code == 404
        assert "Saturday 23/05/2016" in shown(client.get(story))
        assert "Found" not in Html(shown(client.get(story))).text
        decide(finding, chair)
        assert client.get(where).status_code == 200
        assert finding.words in Html(shown(client.get(page("findings", review)))).text
        assert finding.words in Html(shown(client.get(story))).text

    def test_not_where_an_agency_is_not_released(
        self, client, finding, review, chair, member, sent
    ):
        other = agency_of(review, "Beech Trust")
        hidden = sent(GOOD, part=other, by=playing(Role.IMR_AUTHOR, to=other)).entries.get()
        FindingEventFactory(finding=finding, event=hidden.root, place=1)
        decide(finding, chair)
        client.force_login(member)
        assert client.get(page("finding", review, finding.pk)).status_code == 404
        assert finding.words not in Html(shown(client.get(page("findings", review)))).text
        assert finding.words not in Html(shown(client.get(page("composite", review)))).text
        client.force_login(chair)
        assert client.get(page("finding", review, finding.pk)).status_code == 200

    def test_what_is_not_told_is_shown_once_every_agency_is_released(
        self, client, released, review, chair, member, sent
    ):
        entry = released(GOOD).entries.get()
        other = agency_of(review, "Beech Trust")
        waiting = sent(GOOD, part=other, by=playing(Role.IMR_AUTHOR, to=other))
        silent = FindingEventFactory(
            finding__review=review,
            finding__accepted=True,
            finding__code="referral_not_received",
            event=entry.root,
        ).finding
        client.force_login(member)
        assert client.get(page("finding", review, silent.pk)).status_code == 404
        ready(waiting, release_by=chair)
        assert client.get(page("finding", review, silent.pk)).status_code == 200

    def test_what_says_the_register_is_for_who_reads_all_of_it(
        self, client, released, review, chair, member
    ):
        entry = released(GOOD).entries.get()
        for code in ("name_unlike_the_register", "addresses_confused"):
            finding = FindingEventFactory(
                finding__review=review,
                finding__accepted=True,
                finding__code=code,
                event=entry.root,
            ).finding
            client.force_login(member)
            assert client.get(page("finding", review, finding.pk)).status_code == 404
            client.force_login(chair)
            assert client.get(page("finding", review, finding.pk)).status_code == 200

    def test_what_is_found_no_more_is_not_the_panels(self, client, finding, review, chair, member):
        decide(finding, chair)
        ReconciliationFinding.objects.update(gone_at=NOW)
        client.force_login(member)
        assert client.get(page("finding", review, finding.pk)).status_code == 404
        client.force_login(chair)
        assert client.get(page("finding", review, finding.pk)).status_code == 200
        refused = shown(client.post(page("reopen", review, finding.pk), follow=True))
        assert "do not find this any more" in refused

    def test_how_much_is_not_released_is_not_told(self, client, finding, review, member, sent):
        client.force_login(member)
        assert "2 entries" not in Html(shown(client.get(page("findings", review)))).text

    def test_what_there_is_nothing_in_stands_at_no_entry(self, client, finding, review, chair):
        client.force_login(chair)
        story = page("composite", review)
        assert finding.words in Html(shown(client.get(story))).text
        decide(finding, chair, standing="DISMISSED")
        assert finding.words not in Html(shown(client.get(story))).text

    def test_names_are_pseudonyms_for_who_reads_those(
        self, client, finding, review, chair, member, monkeypatch
    ):
        PersonFactory(review=review, true_name="Zoe Quarto", pseudonym="Maris")
        finding.words = "Zoe stands in two rows."
        finding.save()
        decide(finding, chair)
        monkeypatch.setattr("composite.queries.scope.may_name", lambda *_: False)
        client.force_login(member)
        for where in (page("finding", review, finding.pk), page("findings", review)):
            text = Html(shown(client.get(where))).text
            assert "Maris stands in two rows." in text
            assert "Zoe" not in text

    def test_one_of_another_review(self, client, review, chair):
        client.force_login(chair)
        theirs = ReconciliationFindingFactory(accepted=True)
        assert client.get(page("finding", review, theirs.pk)).status_code == 404


class TestTheList:
    def test_narrowed_by_standing_and_check(self, client, finding, review, chair):
        told = ReconciliationFindingFactory(review=review, accepted=True, words="Rows are jumbled.")
        client.force_login(chair)
        for asked, there, not_there in (
            ({}, finding.words, told.words),
            ({"standing": "accepted"}, told.words, finding.words),
            ({"standing": "accepted", "check": "out_of_order"}, told.words, finding.words),
            ({"standing": "nonsense"}, told.words, "Nothing fits"),
            ({"check": "told_twice_in_one_file"}, "Nothing fits", finding.words),
        ):
            text = Html(shown(client.get(page("findings", review, **asked)))).text
            assert there in text, asked
            assert not_there not in text, asked

    def test_not_checked_yet(self, client, review, chair):
        client.force_login(chair)
        assert "Not checked yet" in shown(client.get(page("findings", review)))
        done = shown(client.post(page("look-again", review), follow=True))
        assert "The story is checked: no new." in done
        assert "Nothing to decide" in done

    def test_what_no_file_tells_any_more_is_said(self, client, review, chair):
        gone = ReconciliationFindingFactory(review=review, accepted=True, gone_at=NOW)
        client.force_login(chair)
        text = Html(shown(client.get(page("finding", review, gone.pk)))).text
        assert "Not found any more since" in text
        assert "No file that counts today" in text
        gone.code = "one_that_is_gone"
        gone.save()
        assert "A check that is no more" in shown(client.get(page("finding", review, gone.pk)))

    def test_my_work_says_how_many(self, finding, review, chair, officer):
        (item,) = findings_to_decide(chair, TODAY)
        assert item.what == "Decide on 1 finding of the chronology"
        assert item.href == reverse("composite:findings", args=[review.reference])
        assert not findings_to_decide(officer, TODAY)
        decide(finding, chair)
        assert not findings_to_decide(chair, TODAY)

    @pytest.mark.parametrize("many", [2, 20])
    def test_pages_ask_as_often_whatever_there_is(
        self, client, finding, review, chair, many, django_assert_max_num_queries
    ):
        for _ in range(many):
            FindingEventFactory(finding__review=review)
        client.force_login(chair)
        savepoints_of_the_test = 2
        for where in ("findings", "checks"):
            with django_assert_max_num_queries(15 + savepoints_of_the_test):
                assert client.get(page(where, review)).status_code == 200
        with django_assert_max_num_queries(15 + savepoints_of_the_test):
            client.get(page("finding", review, finding.pk))


class TestSwitches:
    def test_turned_off_with_a_reason_and_on_again(self, client, finding, review, chair):
        client.force_login(chair)
        where = page("switch", review, WEEKDAY)
        assert "Say why" in shown(client.post(where, {"reason": ""}))
        assert "is off for this review" in shown(
            client.post(where, {"reason": "The panel knows."}, follow=True)
        )
        text = Html(shown(client.get(page("checks", review)))).text
        assert "The panel knows." in text
        assert finding.words not in shown(client.get(page("findings", review)))
        again = shown(client.post(where, {"to": "off", "reason": "Twice is once."}, follow=True))
        assert "is off for this review" in again
        assert "is on again" in shown(client.post(where, {"to": "on"}, follow=True))
        assert finding.words in Html(shown(client.get(page("findings", review)))).text
        assert not CheckSwitch.objects.exists()
        noted = {*AuditEvent.objects.values_list("event", flat=True)}
        assert {"composite.check_turned_off", "composite.check_turned_on"} <= noted

    def test_both_pages_of_a_switch(self, client, review, chair):
        client.force_login(chair)
        where = page("switch", review, "out_of_order")
        assert "Turn it off" in shown(client.get(where))
        CheckSwitchFactory(review=review, code="out_of_order")
        assert "Turn it on" in shown(client.get(where))

    def test_a_check_that_there_is_not(self, client, review, chair):
        client.force_login(chair)
        assert client.get(page("switch", review, "no_such_check")).status_code == 404
        with pytest.raises(Refused, match="no such check"):
            reconciliation.turn_on(review=review, code="no_such_check", by=chair, at=NOW)

    def test_every_check_can_be_turned_off(self, review, chair):
        for code in CODES:
            told = {"review": review, "code": code, "by": chair, "at": NOW}
            reconciliation.turn_off(**told, reason="Not here.")
            reconciliation.turn_off(**told, reason="Twice is once.")
        assert CheckSwitch.objects.filter(reason="Not here.").count() == len(CODES)
