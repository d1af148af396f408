"""Holds and later days: recorded, shown, counted."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from reviews.models import Deadline, NoticeKind
from tests.factories.reviews import AT, DecisionFactory, NoticeFactory, ReviewFactory, playing
from tests.factories.timescales import ExtensionFactory, HoldFactory, HoldLookFactory
from tests.reviews.clock import follow
from timescales.models import Cause, Extension, Hold
from timescales.operations import extensions, holds
from timescales.queries.agreed import days_held

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
DUE = date(2026, 7, 20)


@pytest.fixture
def review():
    review = ReviewFactory(at_stage=Stage.COMMISSIONED)
    DecisionFactory(review=review, decided_on=date(2026, 1, 20))
    follow(review.pk, today=TODAY)
    return review


def report_of(review, today=TODAY):
    follow(review.pk, today=today)
    return Deadline.objects.get(review=review, code="D11")


def hold(review, **told):
    told = {
        "cause": Cause.CRIMINAL,
        "began_on": date(2026, 2, 1),
        "review_on": date(2026, 4, 1),
        "agreed_by": "The chair",
        **told,
    }
    return holds.put_on_hold(review=review, today=TODAY, by=COMMAND_LINE, at=AT, **told)


def extend(review, **told):
    told = {
        "due_on": date(2026, 12, 1),
        "agreed_on": date(2026, 3, 1),
        "agreed_by": "The panel",
        "cause": Cause.AGENCY_LATE,
        **told,
    }
    return extensions.extend(review=review, today=TODAY, by=COMMAND_LINE, at=AT, **told)


class TestHolds:
    def test_a_hold_moves_the_agreed_day_and_never_the_statutory_one(self, review):
        made = hold(review)
        holds.end_hold(hold=made, ended_on=date(2026, 2, 21), today=TODAY, by=COMMAND_LINE, at=AT)
        report = report_of(review)
        assert (report.due_on, report.agreed_on) == (DUE, date(2026, 8, 9))

    def test_one_that_runs_moves_it_one_day_every_day(self, review):
        hold(review)
        assert report_of(review, today=date(2026, 2, 2)).agreed_on == date(2026, 7, 21)
        assert report_of(review, today=date(2026, 2, 11)).agreed_on == date(2026, 7, 30)

    def test_the_decision_does_not_wait(self):
        review = ReviewFactory()
        HoldFactory(review=review)
        follow(review.pk, today=TODAY)
        assert Deadline.objects.get(code="D4").agreed_on is None

    def test_days_after_the_report_is_signed_move_nothing(self, review):
        HoldFactory(review=review, began_on=date(2026, 2, 1))
        Deadline.objects.filter(review=review).delete()
        review.moves.create(
            from_stage=Stage.PANEL_AGREED,
            to_stage=Stage.CSP_SIGNED_OFF,
            moved_on=date(2026, 2, 11),
            recorded_at=AT,
        )
        assert report_of(review).agreed_on == date(2026, 7, 30)

    def test_a_review_is_on_hold_once_at_a_time(self, review):
        hold(review)
        with pytest.raises(Refused, match="on hold already"):
            hold(review)

    @pytest.mark.parametrize(
        ("told", "field", "words"),
        [
            ({"began_on": date(2026, 3, 3)}, "began_on", "today or in the past"),
            ({"began_on": date(2025, 12, 1)}, "began_on", "after the death"),
            ({"review_on": TODAY}, "review_on", "in the future"),
            ({"review_on": date(9999, 12, 31)}, "review_on", "more than five years away"),
        ],
    )
    def test_impossible_days_are_refused(self, review, told, field, words):
        with pytest.raises(Refused, match=words) as refusal:
            hold(review, **told)
        assert refusal.value.field == field
        assert not Hold.objects.exists()

    def test_it_is_looked_at_again_and_goes_on(self, review):
        made = hold(review)
        follow(review.pk, today=TODAY)
        first = Deadline.objects.get(code="D13")
        assert (first.started_on, first.due_on) == (date(2026, 2, 1), date(2026, 4, 1))
        look = holds.look_again(
            hold=made,
            looked_on=date(2026, 3, 1),
            next_on=date(2026, 4, 15),
            note="The trial was put back.",
            today=TODAY,
            by=COMMAND_LINE,
            at=AT,
        )
        follow(review.pk, today=TODAY)
        again = Deadline.objects.get(code="D13")
        assert (again.pk, again.started_on, again.due_on) == (
            first.pk,
            date(2026, 3, 1),
            date(2026, 4, 15),
        )
        assert str(look) == f"look {look.pk} at hold {made.pk}"

    def test_what_has_ended_takes_nothing_more(self, review):
        made = HoldFactory(review=review, ended_on=date(2026, 2, 21))
        with pytest.raises(Refused, match="has ended"):
            holds.end_hold(hold=made, ended_on=TODAY, today=TODAY, by=COMMAND_LINE, at=AT)

    def test_it_ends_after_it_began(self, review):
        with pytest.raises(Refused, match="on or after the day the hold began"):
            holds.end_hold(
                hold=hold(review),
                ended_on=date(2026, 1, 25),
                today=TODAY,
                by=COMMAND_LINE,
                at=AT,
            )

    def test_one_recorded_by_mistake_gives_its_days_back(self, review):
        made = hold(review)
        HoldLookFactory(hold=made)
        assert report_of(review).agreed_on
        holds.take_back(hold=made, by=COMMAND_LINE, at=AT)
        assert report_of(review).agreed_on is None
        assert AuditEvent.objects.filter(event="hold.taken_back").exists()

    def test_there_is_nothing_to_hold_before_the_decision(self):
        with pytest.raises(Refused, match="between its decision and the Home Office’s answer"):
            hold(ReviewFactory())

    def test_one_that_is_over_is_recorded_after_the_report(self):
        review = ReviewFactory(at_stage=Stage.HO_QA)
        over = {"review_on": None, "began_on": date(2026, 1, 25), "ended_on": date(2026, 2, 5)}
        assert not hold(review, **over).is_running
        for began_on in (date(2026, 1, 24), date(2026, 2, 4)):
            with pytest.raises(Refused, match="Another hold ran on that day"):
                hold(review, **{**over, "began_on": began_on, "ended_on": date(2026, 2, 6)})
        with pytest.raises(Refused, match="on or after the day the hold began"):
            hold(review, **{**over, "ended_on": date(2026, 1, 24)})
        with pytest.raises(Refused, match="between its decision"):
            hold(review)

    def test_one_that_runs_is_looked_at_again(self, review):
        with pytest.raises(Refused, match="looked at again") as refusal:
            hold(review, review_on=None)
        assert refusal.value.field == "review_on"

    def test_none_begins_within_another(self, review):
        HoldFactory(review=review, began_on=date(2026, 1, 25), ended_on=date(2026, 2, 5))
        with pytest.raises(Refused, match="Another hold ran on that day") as refusal:
            hold(review, began_on=date(2026, 2, 4))
        assert refusal.value.field == "began_on"
        assert hold(review, began_on=date(2026, 2, 5)).is_running

    def test_each_day_on_hold_counts_once(self):
        overlapping = [
            Hold(began_on=date(2026, 2, 1), ended_on=date(2026, 2, 11)),
            Hold(began_on=date(2026, 2, 6), ended_on=date(2026, 2, 16)),
            Hold(began_on=date(2026, 2, 7), ended_on=date(2026, 2, 8)),
            Hold(began_on=date(2026, 4, 1)),
        ]
        since, until = date(2026, 1, 1), date(2026, 4, 6)
        assert days_held(overlapping, since=since, until=until) == 15 + 5
        assert days_held(overlapping, since=date(2026, 2, 10), until=date(2026, 2, 12)) == 2
        assert days_held([], since=since, until=until) == 0


class TestExtensions:
    def test_a_later_day_stands_beside_the_statutory_one(self, review):
        made = extend(review)
        report = report_of(review)
        assert (report.due_on, report.agreed_on) == (DUE, date(2026, 12, 1))
        assert str(made) == f"extension {made.pk} of review {review.pk}"

    def test_only_days_on_hold_after_the_agreement_are_added(self, review):
        HoldFactory(review=review, began_on=date(2026, 2, 1), ended_on=date(2026, 2, 21))
        ExtensionFactory(review=review, agreed_on=date(2026, 2, 11))
        assert report_of(review).agreed_on == date(2026, 12, 11)

    def test_the_last_one_agreed_counts(self, review):
        extend(review)
        follow(review.pk, today=TODAY)
        with pytest.raises(Refused, match="must be after 1 December 2026"):
            extend(review, due_on=date(2026, 11, 1))
        extend(review, due_on=date(2027, 2, 1), agreed_on=date(2026, 3, 2))
        assert report_of(review).agreed_on == date(2027, 2, 1)

    def test_a_day_centuries_away_is_a_slip(self, review):
        with pytest.raises(Refused, match="Check the year") as refusal:
            extend(review, due_on=date(2206, 12, 1))
        assert refusal.value.field == "due_on"

    @pytest.mark.parametrize(
        ("agreed_on", "words"),
        [
            (date(2026, 1, 19), "on or after the decision to review"),
            (date(2026, 2, 9), "The day that stands was agreed on 10 February 2026"),
            (date(2026, 2, 21), "The report was signed off on 20 February 2026"),
        ],
    )
    def test_an_agreement_out_of_turn_moves_nothing(self, review, agreed_on, words):
        ExtensionFactory(review=review, agreed_on=date(2026, 2, 10), due_on=date(2026, 9, 1))
        Deadline.objects.filter(code="D11").update(met_on=date(2026, 2, 20))
        with pytest.raises(Refused, match=words) as refusal:
            extend(review, due_on=date(2026, 12, 1), agreed_on=agreed_on)
        assert refusal.value.field == "agreed_on"

    def test_there_must_be_a_day_to_move(self):
        review = ReviewFactory()
        with pytest.raises(Refused, match="none is recorded"):
            extend(review)

    def test_one_agreed_too_late_says_why_and_is_kept(self, review):
        late = {"agreed_on": date(2026, 8, 1), "due_on": date(2027, 2, 1)}
        told = {
            "agreed_by": "The panel",
            "cause": Cause.PANEL,
            "review": review,
            "today": date(2026, 8, 2),
            "by": COMMAND_LINE,
            "at": AT,
            **late,
        }
        with pytest.raises(Refused, match="agreed after 20 July 2026") as refusal:
            extensions.extend(**told)
        assert refusal.value.field == "late_reason"
        made = extensions.extend(**told, late_reason="The panel met late.")
        assert made.late_reason == "The panel met late."

    def test_one_taken_back_gives_the_day_before_it(self, review):
        made = extend(review)
        extensions.take_back(extension=made, by=COMMAND_LINE, at=AT)
        assert report_of(review).agreed_on is None
        assert not Extension.objects.exists()


class TestPages:
    def test_whoever_moves_the_review_puts_it_on_hold_and_ends_it(self, client, review):
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
        page = reverse("timescales:put-on-hold", args=[review.reference])
        assert "Put the review on hold" in client.get(page).content.decode()
        told = {
            "cause": "CORONER",
            **day("began_on", date(2026, 2, 1)),
            **day("review_on", timezone.localdate() + timedelta(days=30)),
            "agreed_by": "Chair and CSP chair",
            "note": "The inquest opens in May.",
        }
        done = client.post(page, told, follow=True).content.decode()
        assert "The hold is recorded." in done
        assert "coroner" in done
        assert "The inquest opens in May." in done
        made = Hold.objects.get()
        ending = reverse("timescales:end-hold", args=[review.reference, made.pk])
        done = client.post(
            ending, {**day("ended_on", date(2026, 2, 21)), "end_note": "It is over."}, follow=True
        ).content.decode()
        assert "20" in done
        assert "It is over." in done

    def test_what_was_typed_survives_a_refusal(self, client, review):
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        page = reverse("timescales:extend", args=[review.reference])
        told = {
            **day("due_on", date(2026, 5, 1)),
            **day("agreed_on", date(2026, 3, 1)),
            "agreed_by": "The panel",
            "cause": "PANEL",
            "note": "Words that took long to write.",
        }
        shown = client.post(page, told).content.decode()
        assert "The new day must be after 20 July 2026" in shown
        assert "Words that took long to write." in shown

    def test_who_only_reads_sees_days_but_no_words_and_no_buttons(self, client, review):
        HoldFactory(review=review, note="Sealed words.")
        ExtensionFactory(review=review, note="Other sealed words.")
        client.force_login(playing(Role.PANEL_MEMBER, to=review))
        shown = client.get(reverse("timescales:timescale", args=[review.reference]))
        words = shown.content.decode()
        assert "Criminal process" in words
        assert "sealed words" not in words.lower()
        for name in ("extend", "put-on-hold"):
            assert reverse(f"timescales:{name}", args=[review.reference]) not in words
        assert "take-back" not in words

    def test_three_days_stand_beside_each_other(self, client, review):
        extend(review)
        follow(review.pk, today=TODAY)
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        words = client.get(
            reverse("timescales:timescale", args=[review.reference])
        ).content.decode()
        for said in (
            "Statutory day",
            "20 July 2026",
            "Agreed day",
            "1 December 2026",
            "Likely day",
        ):
            assert said in words

    def test_home_office_and_family_told_or_not(self, client, review):
        hold(review)
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        page = reverse("timescales:timescale", args=[review.reference])
        assert "Home Office not told" in client.get(page).content.decode()
        NoticeFactory(review=review, kind=NoticeKind.HOME_OFFICE_DELAY, sent_on=date(2026, 2, 3))
        NoticeFactory(review=review, kind=NoticeKind.FAMILY_DELAY, sent_on=date(2026, 1, 31))
        words = client.get(page).content.decode()
        assert "Home Office told on 3 February 2026" in words
        assert "Family not told" in words  # that letter is from before the hold

    @pytest.mark.parametrize("role", [Role.CSP_CHAIR, Role.PANEL_MEMBER])
    def test_who_does_not_move_the_review_finds_no_such_page(self, client, review, role):
        made = HoldFactory(review=review)
        client.force_login(playing(role, to=review))
        for name, ids in (("put-on-hold", []), ("extend", []), ("end-hold", [made.pk])):
            page = reverse(f"timescales:{name}", args=[review.reference, *ids])
            assert client.get(page).status_code == 404

    def test_a_hold_of_another_review_is_not_found(self, client, review):
        other = HoldFactory()
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        for name in ("end-hold", "look-again", "take-back-hold"):
            page = reverse(f"timescales:{name}", args=[review.reference, other.pk])
            assert client.post(page).status_code == 404

    def test_mistakes_are_taken_back_on_a_page_of_their_own(self, client, review):
        made, later = HoldFactory(review=review), ExtensionFactory(review=review)
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        for name, pk, words in (
            ("take-back-hold", made.pk, "The hold is taken back."),
            ("take-back-extension", later.pk, "The later day is taken back."),
        ):
            page = reverse(f"timescales:{name}", args=[review.reference, pk])
            assert "Take it back" in client.get(page).content.decode()
            assert words in client.post(page, follow=True).content.decode()
        assert not Hold.objects.exists()
        assert not Extension.objects.exists()

    def test_the_home_page_says_how_long_it_takes(self, client, review):
        hold(review)
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        home = client.get(review.get_absolute_url()).content.decode()
        assert "On hold since 1 February 2026: criminal process" in home


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def test_a_hold_for_the_home_office_keeps_its_capitals(client):
    review = ReviewFactory(at_stage=Stage.HO_SUBMITTED)
    HoldFactory(review=review, cause="HOME_OFFICE")
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    home = client.get(review.get_absolute_url()).content.decode()
    page = client.get(reverse("timescales:timescale", args=[review.reference])).content.decode()
    assert "home office" not in home + page
    assert page.count("Home Office quality assurance") >= 2
