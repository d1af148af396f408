from datetime import UTC, datetime, timedelta

import pytest

from audit import queries, trail
from audit.events import EVENTS
from audit.models import ActorKind, AuditEvent
from tests.factories.agencies import UserFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
REF = "AB-2026-03"


def whats(page):
    return [line.what for line in page.lines]


@pytest.mark.django_db
class TestEventsOfReview:
    def test_newest_first_and_no_other_reviews(self):
        trail.record("review.opened", by=None, at=AT, review_ref=REF)
        trail.record("review.opened", by=None, at=AT, review_ref="AB-2026-04")
        trail.record("review.admitted", by=None, at=AT, review_ref=REF)

        page = queries.page_of(queries.of_review(REF))

        assert whats(page) == ["Person admitted", "Review opened"]
        assert page.older_than is None

    def test_pages_follow_each_other_though_events_arrive_between(self):
        for minute in range(5):
            at = AT + timedelta(minutes=minute)
            trail.record("document.received", by=None, at=at, review_ref=REF)
        first = queries.page_of(queries.of_review(REF), at_once=2)
        trail.record("review.opened", by=None, at=AT, review_ref=REF)

        second = queries.page_of(queries.of_review(REF), older_than=first.older_than, at_once=2)
        third = queries.page_of(queries.of_review(REF), older_than=second.older_than, at_once=2)

        minutes = [line.at.minute for page in (first, second, third) for line in page.lines]
        assert minutes == [4, 3, 2, 1, 0]
        assert third.older_than is None

    def test_two_queries_whatever_the_number(self, django_assert_num_queries):
        for _ in range(5):
            trail.record("review.admitted", by=UserFactory(), at=AT, review_ref=REF)

        with django_assert_num_queries(2):
            assert len(queries.page_of(queries.of_review(REF)).lines) == 5


@pytest.mark.django_db
class TestLines:
    def line(self, event="review.opened", *, by=None, **ids):
        trail.record(event, by=by, at=AT, review_ref=REF, **ids)
        return queries.page_of(queries.of_review(REF)).lines[0]

    def test_a_person_is_called_by_name(self):
        assert self.line(by=UserFactory(full_name="Sam Hill")).who == "Sam Hill"

    @pytest.mark.parametrize(
        ("by", "who"),
        [
            (None, "Command line"),
            (ActorKind.WORKER, "The system"),
            (ActorKind.SIGNED_OUT, "Someone not signed in"),
        ],
    )
    def test_so_is_who_has_no_account(self, by, who):
        assert self.line(by=by).who == who

    def test_a_person_whose_account_is_gone(self):
        assert self.line(by=UserFactory.build(pk=999_999)).who == "Somebody whose account is gone"

    @pytest.mark.parametrize(
        ("stage", "words"),
        [
            ("TOR_AGREED", "terms of reference agreed"),
            ("HO_QA", "Home Office quality assurance"),
            ("EVIDENCE", "evidence"),
        ],
    )
    def test_the_stage_reached_is_named(self, stage, words):
        assert self.line("review.stage_moved", to=stage).what == f"Review moved on to “{words}”"

    def test_the_gate_passed_is_named(self):
        passed = self.line("review.gate_passed", gate="every_chronology_released")

        assert passed.what.endswith(": every chronology released")

    def test_an_event_of_an_older_release_stays_readable(self):
        assert self.line("review.stage_moved").what == "Review moved on"
        AuditEvent.objects.create(
            event="review.archived", at=AT, actor_kind=ActorKind.WORKER, review_ref=REF
        )

        assert queries.page_of(queries.of_review(REF)).lines[0].what == "review.archived"


def test_every_event_is_a_noun_a_verb_and_a_sentence():
    for code, sentence in EVENTS.items():
        assert code.count(".") == 1
        assert code == code.lower()
        assert sentence[0].isupper()
        assert not sentence.endswith(".")
