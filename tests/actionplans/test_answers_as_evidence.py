"""A finding rests on what a body answered, shown to whoever reads its answers."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from actionplans.operations.findings import rest_on
from actionplans.queries.evidence import resting_of
from reviews.access import Refused, Role
from tests.evidence.saying import text
from tests.factories.actionplans import FindingFactory
from tests.factories.evidence import ImrQueryFactory
from tests.factories.questions import QuestionFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def part():
    return AgencyInvolvementFactory()


@pytest.fixture
def finding(part):
    return FindingFactory(review=part.review)


@pytest.fixture
def chair(part):
    return playing(Role.INDEPENDENT_CHAIR, to=part.review)


def test_answers_of_both_kinds_are_ticked_and_cited(part, finding, chair, client):
    answer = QuestionFactory(involvement=part, answered=True)
    query = ImrQueryFactory(imr__involvement=part, answered=True)
    client.force_login(chair)
    where = reverse("actionplans:add-evidence", args=[part.review.reference, finding.pk])
    assert answer.answer in text(client.get(where))
    client.post(where, {"answer": answer.pk, "query": query.pk})
    lines = resting_of(finding, chair).lines
    assert [answer.answer in lines[0].words, query.answer in lines[1].words] == [True, True]
    assert answer.answer not in text(client.get(where))


def test_whoever_does_not_read_answers_sees_that_there_is_one(part, finding, chair):
    answer = QuestionFactory(involvement=part, answered=True)
    rest_on(finding=finding, answers=[answer], by=chair, at=AT)
    seated = playing(Role.PANEL_MEMBER, to=part.review)
    found = resting_of(finding, seated)
    assert (found.lines, found.hidden) == ([], 1)


def test_what_is_not_answered_or_of_another_review_is_refused(part, finding, chair):
    for asked in (QuestionFactory(involvement=part), QuestionFactory(answered=True)):
        with pytest.raises(Refused, match="Choose answers"):
            rest_on(finding=finding, answers=[asked], by=chair, at=AT)
