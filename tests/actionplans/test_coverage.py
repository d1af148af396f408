"""Coverage, and what the panel makes of agencies' own recommendations."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from actionplans.models import PanelChoice, PanelDisposition, Recommendation
from actionplans.operations import dispositions as operations
from actionplans.operations.recommendations import remove_recommendation
from evidence.models import PointKind
from reviews.access import Refused, Role
from tests.actionplans.conftest import NOW
from tests.actionplans.saying import address, day, errors, text
from tests.factories.actionplans import (
    ActionFactory,
    AgencyResponseFactory,
    FindingEvidenceFactory,
    FindingFactory,
    LearningPointFactory,
    PanelDispositionFactory,
    RecommendationFactory,
    accepted_recommendation,
)
from tests.factories.evidence import (
    ImrAcceptanceFactory,
    ImrPointFactory,
    ImrVersionFactory,
    agreed_terms,
)
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db

BECAUSE = "The agency has begun it, and it is for nobody else."
TODAY = NOW.date()
DECIDED = {"reason": BECAUSE, **day("decided_on", TODAY)}


def asked(review, *options):
    """Return what the command prints."""
    out = io.StringIO()
    call_command("coverage", review=review.reference, stdout=out, stderr=out, **dict(options))
    return out.getvalue()


def in_json(review, *options):
    return json.loads(asked(review, ("json", True), *options))


def made_of(review, point, **said):
    decided = {"choice": PanelChoice.LEFT, "reason": BECAUSE, "decided_on": TODAY, **said}
    return {"review": review, "point": point, "decided": operations.Decided(**decided)}


@pytest.fixture
def whole(review, action):
    """A thread from a line of enquiry to an action, in which nothing is missing."""
    enquiry = agreed_terms(review, lines=1).enquiries.get()
    point = LearningPointFactory(review=review)
    point.findings.add(FindingFactory(review=review, enquiry=enquiry))
    action.recommendation.learning_points.add(point)
    return enquiry


@pytest.fixture
def point(review):
    return accepted_recommendation(review)


def test_a_whole_thread_stands_in_one_row(client, review, member, whole, action):
    client.force_login(member)
    response = client.get(address(review, "coverage"))
    [row] = response.context["coverage"].rows
    assert [cell.name for cell in row.cells] == [
        "1", "Finding 1", "Learning point 1", "Recommendation 1", "Action 1.1", "",
    ]  # fmt: skip
    assert "Nothing. Every line of enquiry has a finding" in text(response)
    assert action.lead.agency.name in text(response)


def test_every_gap_is_said_in_words_before_the_table_and_links_to_where_it_is_mended(
    signed_in, review
):
    agreed_terms(review, lines=2)
    FindingFactory(review=review)
    LearningPointFactory(review=review)
    RecommendationFactory(review=review)
    page = text(signed_in.get(address(review, "coverage")))
    for words in (
        "Line of enquiry 2 has no finding.",
        "Nothing is learnt from finding 1.",
        "Learning point 1 has no recommendation, and no reason why there is none.",
        "Recommendation 1 has no action.",
        "No finding answers it",
        "Rests on no learning point",
    ):
        assert words in page
    assert page.index("Line of enquiry 2 has no finding.") < page.index("<table")
    assert f"{address(review, 'add-finding')}?enquiry=" in page


def test_what_stands_above_is_called_by_its_name_alone(signed_in, review, whole, action):
    ActionFactory(recommendation=action.recommendation)
    first, second = signed_in.get(address(review, "coverage")).context["coverage"].rows
    assert first.finding.words
    assert (second.finding.name, second.finding.words) == ("Finding 1", "")
    assert second.action.words


def test_who_only_reads_is_shown_no_way_to_mend(client, review, member):
    agreed_terms(review, lines=1)
    client.force_login(member)
    page = text(client.get(address(review, "coverage")))
    assert "Line of enquiry 1 has no finding." in page
    assert "add" not in page


def test_the_page_asks_the_database_as_often_whatever_it_holds(
    client, review, member, part, django_assert_max_num_queries
):
    agreed_terms(review, lines=4)
    for _ in range(6):
        finding = FindingEvidenceFactory(finding__review=review).finding
        learnt = LearningPointFactory(review=review)
        learnt.findings.add(finding)
        one = ActionFactory(recommendation__review=review, recommendation__addressee=part)
        one.recommendation.learning_points.add(learnt)
        PanelDispositionFactory(review=review)
    client.force_login(member)
    with django_assert_max_num_queries(17):  # two of them the savepoints of a test
        client.get(address(review, "coverage"))


def test_the_command_says_all_of_it_as_data(review, whole, action, point):
    AgencyResponseFactory(finding=review.findings.get(), disputed=True)
    said = in_json(review)
    assert said["complete"] is False
    assert said["enquiries"] == [
        {"number": 1, "text": whole.text, "answered": True, "findings": [1]}
    ]
    [finding] = said["findings"]
    assert finding["responses"][0]["response"] == "DISPUTES"
    assert finding["evidence"]["words"] == "The practice manager, at the second meeting."
    assert said["learning_points"][0]["recommendations"] == [1]
    [recommended] = said["recommendations"]
    assert (recommended["owned"], recommended["actions"][0]["lead"]) == (
        True,
        action.lead.agency.name,
    )
    assert said["dispositions"][0]["disposition"] is None
    agency = point.version.imr.involvement.agency.name
    assert [gap["words"] for gap in said["gaps"]] == [
        f"1 recommendation of {agency} waits for the panel’s decision."
    ]


def test_the_command_reads_with_the_eyes_of_whom_it_acts_for(review, point):
    auditor = playing(Role.AUDITOR, to=review)
    assert in_json(review)["dispositions"][0]["text"] == point.text
    assert in_json(review, ("email", auditor.email))["dispositions"] == []
    stranger = playing(Role.CSP_OFFICER, to=RecommendationFactory().review)
    with pytest.raises(CommandError, match="does not let you"):
        asked(review, ("email", stranger.email))


def test_the_command_says_when_nothing_is_missing(review, whole):
    assert asked(review).strip() == "Nothing is missing."


def test_the_paper_lists_what_is_missing(signed_in, review, whole, point):
    response = signed_in.get(address(review, "coverage-file"))
    assert response.content.startswith(b"%PDF")


# What the panel makes of agencies' recommendations


def test_the_panel_decides_with_a_reason_and_its_earlier_decision_is_kept(signed_in, review, point):
    url = address(review, "decide", point.pk)
    missing = {**DECIDED, "choice": "LEFT", "reason": ""}
    assert errors(signed_in.post(url, missing)) == {"reason": ["Enter the panel’s reason"]}
    signed_in.post(url, {**DECIDED, "choice": "LEFT"})
    signed_in.post(url, {**DECIDED, "choice": "NOT_TAKEN", "reason": "It repeats the law."})
    page = text(signed_in.get(address(review, "dispositions")))
    assert "<strong>Not taken</strong>. It repeats the law." in page
    assert f"Before that: left to the agency. {BECAUSE}" in page
    assert "The panel has decided on all of them." in page
    assert PanelDisposition.objects.count() == 2
    assert "waits for the panel" not in text(signed_in.get(address(review, "coverage")))


def test_what_is_taken_into_another_says_into_which(signed_in, review, recommendation, point):
    url = address(review, "decide", point.pk)
    assert errors(signed_in.post(url, {**DECIDED, "choice": "TAKEN_INTO"})) == {
        "recommendation": ["Choose the recommendation it is taken into"]
    }
    signed_in.post(
        url, {**DECIDED, "choice": "TAKEN_INTO", "recommendation": str(recommendation.pk)}
    )
    assert PanelDisposition.objects.get().recommendation == recommendation
    assert Recommendation.objects.count() == 1


def test_what_is_taken_over_is_that_agencys_and_never_twice(review, officer, point):
    for _ in range(2):
        made = operations.decide(
            **made_of(review, point, choice=PanelChoice.TAKEN_OVER), today=TODAY, by=officer, at=NOW
        )
    one = Recommendation.objects.get()
    assert made.recommendation == one
    assert one.source_agency == one.addressee == point.version.imr.involvement


def test_a_decision_holds_for_later_versions_of_the_line(review, officer, point):
    operations.decide(**made_of(review, point), today=TODAY, by=officer, at=NOW)
    later = ImrVersionFactory(imr=point.version.imr, number=2)
    carried = ImrPointFactory(version=later, root=point.root, kind=point.kind)
    ImrAcceptanceFactory(version=later)
    [said] = in_json(review)["dispositions"]
    assert (said["text"], said["disposition"]) == (carried.text, "LEFT")


def test_what_stands_for_an_agencys_recommendation_is_not_removed_until_decided_again(
    review, officer, recommendation, point
):
    into = made_of(review, point, choice=PanelChoice.TAKEN_INTO, recommendation=recommendation)
    operations.decide(**into, today=TODAY, by=officer, at=NOW)
    with pytest.raises(Refused, match="Decide on that recommendation again first"):
        remove_recommendation(one=recommendation, by=officer, at=NOW)
    operations.decide(**made_of(review, point), today=TODAY, by=officer, at=NOW)
    remove_recommendation(one=recommendation, by=officer, at=NOW)
    said = in_json(review)["dispositions"][0]
    assert (said["disposition"], said["recommendation"]) == ("LEFT", None)


def test_only_recommendations_of_this_reviews_accepted_reports_are_decided_on(
    signed_in, review, officer
):
    elsewhere = accepted_recommendation(RecommendationFactory().review)
    assert signed_in.get(address(review, "decide", elsewhere.pk)).status_code == 404
    with pytest.raises(Refused, match="the panel has accepted"):
        operations.decide(**made_of(review, elsewhere), today=TODAY, by=officer, at=NOW)
    learnt = ImrPointFactory(version__imr__involvement__review=review, kind=PointKind.LEARNING)
    ImrAcceptanceFactory(version=learnt.version)
    assert signed_in.get(address(review, "decide", learnt.pk)).status_code == 404
    with pytest.raises(Refused, match="recommendation of an agency’s report"):
        operations.decide(**made_of(review, learnt), today=TODAY, by=officer, at=NOW)


def test_a_decision_of_a_day_to_come_is_refused(signed_in, review, point):
    late = {**DECIDED, **day("decided_on", TODAY.replace(year=2027)), "choice": "LEFT"}
    assert "decided_on" in errors(signed_in.post(address(review, "decide", point.pk), late))


def test_who_does_not_read_reports_is_told_how_many_wait_and_no_words(client, review, point):
    client.force_login(playing(Role.AUDITOR, to=review))
    page = text(client.get(address(review, "coverage")))
    assert "waits for the panel’s decision" in page
    assert point.text not in page
    assert client.get(address(review, "dispositions")).status_code == 404


def test_a_member_of_the_panel_reads_decisions_and_makes_none(client, review, member, point):
    PanelDispositionFactory(review=review, point=point)
    client.force_login(member)
    page = text(client.get(address(review, "dispositions")))
    assert point.text in page
    assert "Decide again" not in page
    assert client.get(address(review, "decide", point.pk)).status_code == 404


# Agencies' responses, and the source of a recommendation


def test_an_agency_answers_a_finding(signed_in, review, part):
    finding = FindingFactory(review=review)
    url = address(review, "record-response", finding.pk)
    said = {
        "agency": part.pk, "kind": "DISPUTES", "received_via": "EMAIL",
        "on_behalf_of": "Head of Safeguarding", **day("given_on", TODAY),
    }  # fmt: skip
    assert errors(signed_in.post(url, said)) == {"words": ["Enter what the agency says of it"]}
    signed_in.post(url, {**said, "words": "We asked twice."})
    page = text(signed_in.get(address(review, "finding", finding.pk)))
    assert "Tern Valley Housing: disputes it" in page
    assert "We asked twice." in page
    signed_in.post(address(review, "remove-finding", finding.pk))
    assert review.findings.exists()


def test_source_and_addressee_of_a_recommendation_are_told_apart(signed_in, review, part, action):
    other = ActionFactory(recommendation__review=review).recommendation.addressee
    signed_in.post(
        address(review, "change-recommendation", action.recommendation.pk),
        {
            "text": "Train.", "source": "IMR", "source_agency": other.pk, "scope": "LOCAL",
            "addressee": part.pk, "number": "1",
        },
    )  # fmt: skip
    one = in_json(review)["recommendations"][0]
    assert (one["source_agency"], one["addressee"]) == (str(other.agency), part.agency.name)
    page = text(signed_in.get(action.recommendation.get_absolute_url()))
    assert f"Report of an agency: {other.agency}" in page


def test_a_finding_shows_what_became_of_it_to_the_outcome(client, review, member, whole, action):
    ActionFactory(recommendation=action.recommendation, done=True)
    client.force_login(member)
    page = text(client.get(address(review, "finding", review.findings.get().pk)))
    for words in ("Learning point 1", "Action 1.2", "Completed February 2026. People now ask."):
        assert words in page
