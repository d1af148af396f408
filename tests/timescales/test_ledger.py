"""Every day of a review once, each with one cause."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from agencies.models import COMMAND_LINE
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.reviews import (
    AT,
    AgencyInvolvementFactory,
    DecisionFactory,
    ReviewFactory,
    playing,
)
from tests.factories.timescales import DelaySpanFactory, HoldFactory
from tests.pages.reading import Html
from tests.reviews.clock import follow
from timescales.ledger import WORK, Span, days_by_cause, filled
from timescales.models import Cause, DelaySpan
from timescales.operations import delays
from timescales.queries.delay import ledger_of, paragraph

TODAY = date(2026, 9, 30)
FIRST = date(2026, 1, 1)
FORM_DAYS = [f"{name}_{part}" for name in ("from_on", "to_on") for part in ("day", "month", "year")]


@st.composite
def spans(draw):
    begin = FIRST + timedelta(days=draw(st.integers(-30, 120)))
    return Span(
        from_on=begin,
        to_on=begin + timedelta(days=draw(st.integers(0, 60))),
        cause=draw(st.sampled_from(["A", "B", "C"])),
        pk=draw(st.sampled_from([None, 1, 2])),
    )


class TestFilling:
    @given(
        decided=st.lists(spans(), max_size=6),
        proposed=st.lists(spans(), max_size=6),
        days=st.integers(0, 120),
    )
    def test_every_day_stands_there_once(self, decided, proposed, days):
        end = FIRST + timedelta(days=days)
        laid = filled(FIRST, end, decided=decided, proposed=proposed)
        assert laid[0].from_on == FIRST
        assert laid[-1].to_on == end
        for before, after in pairwise(laid):
            assert after.from_on == before.to_on + timedelta(days=1)
        assert sum(days_by_cause(laid).values()) == days + 1

    @given(decided=st.lists(spans(), max_size=4), proposed=st.lists(spans(), max_size=4))
    def test_what_was_decided_stands_over_what_is_proposed(self, decided, proposed):
        end = FIRST + timedelta(days=200)
        alone = filled(FIRST, end, decided=decided, proposed=[])
        beside = filled(FIRST, end, decided=decided, proposed=proposed)
        for day in (FIRST + timedelta(days=count) for count in range(201)):
            there = spoken_for(decided, day)
            if there:
                assert cause_on(beside, day) == cause_on(alone, day) == there[0].cause
            elif not spoken_for(proposed, day):
                assert cause_on(beside, day) == WORK


def spoken_for(some, day):
    return [span for span in some if span.from_on <= day <= span.to_on]


def cause_on(laid, day):
    (span,) = spoken_for(laid, day)
    return span.cause


@pytest.mark.django_db
class TestLedger:
    @pytest.fixture
    def review(self):
        """Decided on 1 February, due on 1 August 2026; on hold in April for 30 days."""
        review = ReviewFactory(at_stage=Stage.EVIDENCE, notified_on=date(2026, 1, 10))
        DecisionFactory(review=review, decided_on=date(2026, 2, 1))
        HoldFactory(review=review, began_on=date(2026, 4, 1), ended_on=date(2026, 5, 1))
        follow(review.pk, today=TODAY)
        return review

    def test_holds_and_overruns_are_proposed(self, review):
        ledger = ledger_of(review, today=TODAY)
        assert (ledger.from_on, ledger.to_on) == (date(2026, 1, 10), TODAY)
        held = [span for span in ledger.spans if span.cause == Cause.CRIMINAL]
        assert [(one.from_on, one.to_on, one.days) for one in held] == [
            (date(2026, 4, 1), date(2026, 4, 30), 30)
        ]
        assert ledger.days[Cause.CRIMINAL] == 30
        assert ledger.late == 60  # from 1 August to 30 September
        assert not any(span.is_decided for span in ledger.spans)

    def test_a_late_decision_is_the_partnerships(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED, notified_on=date(2026, 1, 10))
        DecisionFactory(review=review, decided_on=date(2026, 3, 2))
        follow(review.pk, today=TODAY)
        ledger = ledger_of(review, today=date(2026, 3, 2))
        (late,) = [span for span in ledger.spans if span.cause == Cause.CSP_DECISION]
        assert (late.from_on, late.to_on) == (date(2026, 2, 11), date(2026, 3, 2))
        assert "after the day it was due" in late.why

    def test_questions_that_are_late_are_the_agencys_and_a_late_reading_the_chairs(self, review):
        review.deadlines.filter(code="D7").update(met_on=date(2026, 3, 1))  # a chair was there
        part = AgencyInvolvementFactory(review=review)
        for subject, owing, day in (("question-1", part, 1), ("reading-1", None, 11)):
            review.deadlines.create(
                code="D10",
                subject=subject,
                involvement=owing,
                started_on=date(2026, 5, 20),
                due_on=date(2026, 6, day),
                met_on=date(2026, 6, day + 5),
            )
        days = ledger_of(review, today=TODAY).days
        assert (days[Cause.AGENCY_QUALITY], days[Cause.CHAIR]) == (5, 5)

    def test_a_person_decides_and_takes_it_back(self, review):
        made = delays.attribute(
            review=review,
            from_on=date(2026, 6, 1),
            to_on=date(2026, 6, 30),
            cause=Cause.PANEL,
            today=TODAY,
            by=COMMAND_LINE,
            at=AT,
        )
        assert ledger_of(review, today=TODAY).days[Cause.PANEL] == 30
        assert str(made) == f"days {made.pk} of review {review.pk}"
        delays.take_back(span=made, by=COMMAND_LINE, at=AT)
        assert Cause.PANEL not in ledger_of(review, today=TODAY).days

    @pytest.mark.parametrize(
        ("days", "field", "words"),
        [
            ((date(2026, 1, 9), date(2026, 2, 1)), "from_on", "the notification"),
            ((date(2026, 2, 2), date(2026, 2, 1)), "to_on", "the first day"),
            ((date(2026, 2, 2), date(2026, 10, 1)), "to_on", "today or in the past"),
        ],
    )
    def test_days_outside_the_review_are_refused(self, review, days, field, words):
        with pytest.raises(Refused, match=words) as refusal:
            delays.attribute(
                review=review,
                from_on=days[0],
                to_on=days[1],
                cause=Cause.OTHER,
                today=TODAY,
                by=COMMAND_LINE,
                at=AT,
            )
        assert refusal.value.field == field
        assert not DelaySpan.objects.exists()

    def test_the_paragraph_gives_causes_and_months_and_no_day(self, client, review):
        DelaySpanFactory(
            review=review,
            cause=Cause.AGENCY_LATE,
            from_on=date(2026, 6, 1),
            to_on=date(2026, 7, 10),
            note="Of the trust named in confidence.",
        )
        told = paragraph(ledger_of(review, today=TODAY))
        assert told.startswith("The review took 60 days longer than the time the guidance allows.")
        assert "agency late (June to July 2026: 40 days)" in told
        assert "criminal process (April 2026: 30 days)" in told
        assert "in confidence" not in told
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        shown = client.get(reverse("timescales:delays", args=[review.reference])).content.decode()
        assert "Of the trust named in confidence." in shown

    def test_days_after_the_sign_off_are_no_reason_of_the_report(self, review):
        review.moves.create(
            from_stage=Stage.PANEL_AGREED,
            to_stage=Stage.CSP_SIGNED_OFF,
            moved_on=date(2026, 8, 31),
            recorded_at=AT,
        )
        follow(review.pk, today=TODAY)
        DelaySpanFactory(
            review=review,
            cause=Cause.HOME_OFFICE,
            from_on=date(2026, 8, 30),
            to_on=date(2026, 9, 20),
        )
        told = paragraph(ledger_of(review, today=TODAY))
        assert told.startswith("The review took 30 days longer")
        assert "Home Office quality assurance (August 2026: 2 days)" in told

    def test_a_review_in_time_has_no_reasons_for_delay(self, review):
        assert paragraph(ledger_of(review, today=date(2026, 7, 31))) == ""

    def test_days_beyond_work_may_have_no_cause(self):
        review = ReviewFactory(at_stage=Stage.COMMISSIONED, notified_on=date(2026, 1, 10))
        DecisionFactory(review=review, decided_on=date(2026, 1, 20))
        follow(review.pk, today=TODAY)
        DelaySpanFactory(review=review, cause=Cause.WORK, from_on=date(2026, 1, 10), to_on=TODAY)
        told = paragraph(ledger_of(review, today=TODAY))
        assert told == "The review took 72 days longer than the time the guidance allows."

    def test_the_page_proposes_and_takes_a_decision(self, client, review):
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        page = reverse("timescales:delays", args=[review.reference])
        shown = client.get(page).content.decode()
        assert "Proposed. On hold" in shown
        deciding = reverse("timescales:attribute", args=[review.reference])
        line = next(a["href"] for a in Html(shown).all("a") if "CRIMINAL" in a["href"])
        assert line.startswith(deciding)
        assert "2026" not in line.removeprefix(deciding)
        form = Html(client.get(line).content.decode())
        assert [form.find(id=f"id_{name}")["value"] for name in FORM_DAYS] == [
            "1", "4", "2026", "30", "4", "2026",
        ]  # fmt: skip
        told = {
            "from_on_day": 1, "from_on_month": 4, "from_on_year": 2026,
            "to_on_day": 30, "to_on_month": 4, "to_on_year": 2026,
            "cause": "CRIMINAL",
        }  # fmt: skip
        done = client.post(deciding, told, follow=True).content.decode()
        assert "The days are attributed." in done
        assert "Decided" in done
        taking = reverse(
            "timescales:take-back-delay", args=[review.reference, DelaySpan.objects.get().pk]
        )
        assert "Take it back" in client.get(taking).content.decode()
        assert (
            "What was decided before stands again"
            in client.post(taking, follow=True).content.decode()
        )

    @pytest.mark.parametrize(
        "asked",
        [
            {"line": "soon", "cause": "<b>"},
            {"line": "999", "cause": "CRIMINAL"},
            {"line": "1", "cause": "CRIMINAL"},  # other days stand there meanwhile
            {"from_on": "2026-04-01", "to_on": "2026-04-30", "cause": "CRIMINAL"},
        ],
    )
    def test_nonsense_in_the_address_is_left_out(self, client, review, asked):
        client.force_login(playing(Role.CSP_OFFICER, to=review))
        deciding = reverse("timescales:attribute", args=[review.reference])
        shown = client.get(deciding, asked)
        assert shown.status_code == 200
        assert "2026" not in str(Html(shown.content.decode()).find(id="id_from_on_year"))

    def test_who_does_not_move_the_review_finds_no_ledger(self, client, review):
        client.force_login(playing(Role.PANEL_MEMBER, to=review))
        assert client.get(reverse("timescales:delays", args=[review.reference])).status_code == 404
