"""The sequence of calls is taken from released events, drawn by names that print, in its order."""

from datetime import date

import pytest
from django.urls import reverse

from documents.drawings import as_png, as_svg
from reports.models import ReportCall
from reports.operations.calls import drop_call, move_call, take_call
from reports.published.calls import WIDTH, Call, in_words, sequence
from reports.published.text import as_text
from reports.rules.calls import MOST_CALLS, MOST_PARTIES, Told
from reviews.access import Refused
from reviews.models import PersonRole
from tests.factories.chronologies import ChronologyEntryFactory
from tests.factories.reports import AT, ReportCallFactory
from tests.factories.reviews import PersonFactory
from tests.reports.saying import text
from tests.reports.test_figures import now, written

MARCH, APRIL = date(2019, 3, 1), date(2019, 4, 1)
CALLS = [
    Call("Maris", "Police", "Says that somebody is at the door", MARCH),
    Call("Police", "Ambulance", month=MARCH),
    Call("Neighbour", "Police", "Hears a quarrel. " * 9, APRIL),
]


class TestTheDrawing:
    def test_an_arrow_for_each_call_one_below_another(self):
        drawn = sequence(CALLS)
        arrows = [one.at for one in drawn.shapes if one.kind == "line" and one.at[1] == one.at[3]]
        assert len(arrows) == 3
        assert [at[1] for at in arrows] == sorted(at[1] for at in arrows)
        assert arrows[0][0] < arrows[0][2]
        assert arrows[2][0] > arrows[2][2]

    def test_months_are_told_once_and_no_day(self):
        drawn = sequence(CALLS)
        assert drawn.words.count("March 2019") == 1
        assert drawn.words.count("April 2019") == 1

    def test_a_call_of_no_month_does_not_stand_under_that_of_another(self):
        drawn = sequence([CALLS[0], Call("Maris", "Police"), CALLS[1]])
        assert [one for one in drawn.words if "March" in one or "known" in one] == [
            "March 2019", "Month not known", "March 2019",
        ]  # fmt: skip

    def test_everything_stands_on_the_paper(self):
        parties = [Call(f"Somebody number {one}", "Police", "Words " * 25) for one in range(5)]
        for drawn in (sequence(CALLS), sequence(parties)):
            for one in drawn.shapes:
                assert all(0 <= x <= WIDTH for x in one.at[:1])
                assert one.at[1] <= drawn.height

    def test_both_paints_are_the_same_each_time(self):
        assert as_svg(sequence(CALLS)) == as_svg(sequence(CALLS))
        assert as_png(sequence(CALLS)) == as_png(sequence(CALLS))

    def test_it_is_said_in_words(self):
        said = in_words(CALLS)
        assert "1: Maris to Police in March 2019: Says that somebody is at the door." in said
        assert "2: Police to Ambulance in March 2019." in said


@pytest.fixture
def event(review):
    return ChronologyEntryFactory(
        submission__involvement__review=review,
        submission__released=True,
        what_happened="999 call at 02:14.",
        happened_from=date(2019, 3, 9),
        happened_to=date(2019, 3, 9),
    )


def url(name, review, *args):
    return reverse(f"reports:{name}", args=[review.reference, *args])


@pytest.mark.django_db
class TestTaking:
    def test_an_event_becomes_a_call_and_prints_by_month(self, writing, review, event):
        assert "999 call at 02:14." in text(writing.get(url("calls", review)))
        shown = text(writing.get(url("take-call", review, event.pk)))
        assert "999 call at 02:14." in shown
        told = {"caller": "Maris", "called": "Police", "words": "Asks them to come"}
        assert writing.post(url("take-call", review, event.pk), told).url == url("calls", review)
        assert "Maris to Police: Asks them to come" in text(writing.get(url("calls", review)))
        written(review, "[=calls]")
        said = as_text(now(review))
        assert "Maris to Police in March 2019: Asks them to come." in said
        assert "02:14" not in said
        assert "9 March" not in said

    def test_the_month_follows_the_record(self, writing, review, event):
        ReportCallFactory(review=review, event=event.root)
        event.happened_from = event.happened_to = date(2019, 4, 2)
        event.save()
        written(review, "[=calls]")
        assert "April 2019" in as_text(now(review))

    def test_true_names_are_warned_of(self, writing, review, event):
        PersonFactory(review=review, role=PersonRole.FAMILY, true_name="Quentin Ashgrove")
        ReportCallFactory(review=review, caller="Quentin Ashgrove")
        assert "Quentin Ashgrove" in text(writing.get(url("calls", review)))
        assert "govuk-warning-text" in writing.get(url("calls", review)).content.decode()

    def test_what_is_not_released_or_of_another_review_is_not_there(self, writing, review):
        kept = ChronologyEntryFactory(
            submission__involvement__review=review,
            submission__released=False,
            submission__read=True,
        )
        other = ChronologyEntryFactory(submission__released=True)
        for one in (kept, other):
            assert writing.get(url("take-call", review, one.pk)).status_code == 404
        assert kept.what_happened not in text(writing.get(url("calls", review)))

    def test_what_is_wrong_keeps_what_was_typed(self, writing, review, event):
        told = {"caller": "Police", "called": "police", "words": "Kept"}
        shown = writing.post(url("take-call", review, event.pk), told)
        assert "somebody else than who called" in text(shown)
        assert "Kept" in shown.content.decode()
        assert not ReportCall.objects.exists()


@pytest.mark.django_db
class TestOrder:
    def test_calls_change_places_and_go(self, writing, review):
        for words in ("A", "B"):
            ReportCallFactory(review=review, words=words)
        writing.post(url("call", review, 2), {"move": "up"})
        assert list(review.report_calls.values_list("words", flat=True)) == ["B", "A"]
        writing.post(url("call", review, 1), {"move": "up"})
        writing.post(url("call", review, 1), {"move": "out"})
        assert list(review.report_calls.values_list("number", "words")) == [(1, "A")]
        told = {"caller": "Maris", "called": "Ambulance", "words": "C"}
        writing.post(url("call", review, 1), told)
        assert review.report_calls.get().called == "Ambulance"
        assert writing.get(url("call", review, 2)).status_code == 404


@pytest.mark.django_db
class TestRefused:
    def test_more_than_can_be_drawn(self, review, chair, event):
        acting = {"by": chair, "at": AT}
        for number in range(MOST_PARTIES - 1):
            ReportCallFactory(review=review, caller=f"Caller {number}", called="Police")
        with pytest.raises(Refused, match="can be drawn beside each other"):
            take_call(review=review, entry=event, told=Told(caller="A", called="B"), **acting)
        while review.report_calls.count() < MOST_CALLS:
            ReportCallFactory(review=review, caller="Caller 1", called="Police")
        told = Told(caller="Caller 1", called="Police")
        with pytest.raises(Refused, match="at most 30 calls"):
            take_call(review=review, entry=event, told=told, **acting)

    def test_an_event_of_another_review(self, review, chair):
        other = ChronologyEntryFactory(submission__released=True)
        told = Told(caller="A", called="B")
        with pytest.raises(Refused, match="of this review"):
            take_call(review=review, entry=other, told=told, by=chair, at=AT)

    def test_the_first_stays_first(self, review, chair):
        call = ReportCallFactory(review=review)
        move_call(call=call, places=-1, by=chair, at=AT)
        assert call.number == 1
        drop_call(call=call, by=chair, at=AT)
        assert not review.report_calls.exists()
