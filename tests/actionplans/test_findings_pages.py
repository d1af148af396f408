"""Findings, what they rest on, what is learnt, and what is missing between them."""

import pytest

from actionplans.models import Finding, LearningPoint
from actionplans.operations import findings, learning
from evidence.models import PointKind
from reviews.access import Refused, Role
from tests.actionplans.conftest import NOW
from tests.actionplans.saying import address, errors, text
from tests.factories.actionplans import (
    FindingEvidenceFactory,
    FindingFactory,
    LearningPointFactory,
    RecommendationFactory,
)
from tests.factories.chronologies import ChronologyEntryFactory
from tests.factories.evidence import (
    ImrAcceptanceFactory,
    ImrPointFactory,
    agreed_terms,
)
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def finding(review):
    return FindingFactory(review=review)


@pytest.fixture
def entry(review):
    return ChronologyEntryFactory(submission__involvement__review=review)


@pytest.fixture
def point(review):
    """A line of a report that the panel has accepted."""
    made = ImrPointFactory(version__imr__involvement__review=review, kind=PointKind.LEARNING)
    ImrAcceptanceFactory(version=made.version)
    return made


def test_an_empty_thread_says_what_would_fill_it(signed_in, review):
    page = text(signed_in.get(address(review, "thread")))
    assert "No finding is written yet" in page
    assert "Nothing is learnt yet" in page
    assert "What is missing" not in page


def test_the_thread_says_in_words_what_is_missing(signed_in, review):
    agreed_terms(review, lines=2)
    FindingFactory(review=review, evidence_words="")
    LearningPointFactory(review=review)
    RecommendationFactory(review=review)
    page = text(signed_in.get(address(review, "thread")))
    for words in (
        "Line of enquiry 1 has no finding.",
        "Finding 1 does not say what it rests on.",
        "Nothing is learnt from finding 1.",
        "Learning point 1 rests on no finding.",
        "Learning point 1 has no recommendation, and no reason why there is none.",
        "Recommendation 1 rests on no learning point.",
        "Recommendation 1 has no action.",
    ):
        assert words in page


def test_a_whole_thread_says_that_nothing_is_missing(signed_in, review, action):
    enquiry = agreed_terms(review, lines=1).enquiries.get()
    point = LearningPointFactory(review=review, repeats="The review of 2019 said the same.")
    point.findings.add(FindingFactory(review=review, enquiry=enquiry))
    action.recommendation.learning_points.add(point)
    page = text(signed_in.get(address(review, "thread")))
    assert "Nothing is missing between the evidence and the actions." in page
    assert "Repeats earlier learning: The review of 2019 said the same." in page


def test_learning_without_a_recommendation_says_why(signed_in, review):
    LearningPointFactory(review=review, no_recommendation_because="The law changed since.")
    page = text(signed_in.get(address(review, "thread")))
    assert "Considered, and no recommendation made: The law changed since." in page
    assert "no reason why there is none" not in page


def test_somebody_who_only_reads_is_shown_no_way_to_change(client, review, member, finding):
    client.force_login(member)
    LearningPointFactory(review=review)
    page = text(client.get(address(review, "thread")))
    assert finding.statement in page
    assert "Add a finding" not in page
    assert "/change/" not in page
    assert client.get(address(review, "add-finding")).status_code == 404


@pytest.mark.parametrize("role", [Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY, Role.CSP_OFFICER])
def test_whoever_words_the_thread_adds_a_finding(client, review, role):
    enquiry = agreed_terms(review).enquiries.first()
    client.force_login(playing(role, to=review))
    response = client.post(
        address(review, "add-finding"),
        {"statement": "Nobody asked.", "enquiry": enquiry.pk, "evidence_words": "An interview."},
    )
    found = Finding.objects.get()
    assert response.url == address(review, "finding", found.pk)
    assert (found.number, found.enquiry) == (1, enquiry)


def test_the_form_begins_with_the_line_of_enquiry_that_was_missing(signed_in, review):
    enquiry = agreed_terms(review).enquiries.last()
    response = signed_in.get(f"{address(review, 'add-finding')}?enquiry={enquiry.pk}")
    assert response.context["form"].initial == {"enquiry": str(enquiry.pk)}


def test_a_finding_without_words_is_refused_and_loses_nothing(signed_in, review):
    response = signed_in.post(
        address(review, "add-finding"), {"statement": " ", "evidence_words": "An interview."}
    )
    assert errors(response) == {"statement": ["Enter what the panel finds"]}
    assert "An interview." in text(response)


def test_a_line_of_enquiry_of_another_review_cannot_be_chosen(signed_in, review):
    agreed_terms(review)
    elsewhere = agreed_terms(AgencyInvolvementFactory().review).enquiries.first()
    response = signed_in.post(
        address(review, "add-finding"), {"statement": "Nobody asked.", "enquiry": elsewhere.pk}
    )
    assert "enquiry" in errors(response)


def test_an_ended_review_takes_no_finding(signed_in, review):
    type(review).objects.filter(pk=review.pk).update(stage="CONCLUDED")
    response = signed_in.post(address(review, "add-finding"), {"statement": "Nobody asked."})
    assert errors(response) == {
        "__all__": ["This review has ended. It can be read but not changed."]
    }


def test_a_finding_is_changed_and_moved(signed_in, review):
    first, second, third = (FindingFactory(review=review) for _ in range(3))
    url = address(review, "change-finding", third.pk)
    assert signed_in.get(url).context["form"].initial["number"] == 3
    response = signed_in.post(url, {"statement": "Said again.", "number": "1"})
    assert response.url == address(review, "finding", third.pk)
    assert list(Finding.objects.values_list("pk", "number")) == [
        (third.pk, 1),
        (first.pk, 2),
        (second.pk, 3),
    ]


def test_changing_a_finding_of_an_ended_review_is_refused(signed_in, review, finding):
    type(review).objects.filter(pk=review.pk).update(stage="CONCLUDED")
    url = address(review, "change-finding", finding.pk)
    response = signed_in.post(url, {"statement": "Other words.", "number": "1"})
    assert "This review has ended" in text(response)


def test_a_finding_keeps_the_line_of_enquiry_of_earlier_terms(signed_in, review):
    old = agreed_terms(review).enquiries.first()
    found = FindingFactory(review=review, enquiry=old)
    agreed_terms(review)
    url = address(review, "change-finding", found.pk)
    signed_in.post(url, {"statement": "Nobody asked.", "number": "1", "enquiry": old.pk})
    found.refresh_from_db()
    assert found.enquiry == old


def test_a_finding_is_removed_after_being_asked_once_more(signed_in, review):
    first, second = FindingFactory(review=review), FindingFactory(review=review)
    url = address(review, "remove-finding", first.pk)
    assert "It is gone for good." in text(signed_in.get(url))
    signed_in.post(url)
    second.refresh_from_db()
    assert (list(Finding.objects.all()), second.number) == ([second], 1)


def test_a_finding_that_learning_rests_on_stays(signed_in, review, finding):
    LearningPointFactory(review=review).findings.add(finding)
    url = address(review, "remove-finding", finding.pk)
    assert "Learning rests on this finding." in text(signed_in.get(url))
    assert signed_in.post(url).status_code == 403
    assert Finding.objects.exists()


def test_evidence_is_searched_chosen_and_shown_with_its_source(
    signed_in, review, finding, entry, point
):
    url = address(review, "add-evidence", finding.pk)
    page = text(signed_in.get(url))
    assert entry.what_happened in page
    assert point.text in page
    narrowed = text(signed_in.get(f"{url}?words=nothing+like+it"))
    assert narrowed.count("Nothing to choose.") == 4
    response = signed_in.post(url, {"entry": [entry.pk], "point": [point.pk]})
    assert response.url == address(review, "finding", finding.pk)
    page = text(signed_in.get(response.url))
    assert f"Chronology of {entry.submission.involvement.agency.label}" in page
    assert f"Report of {point.version.imr.involvement.agency.label}, learning 1" in page
    assert "Nothing to choose." in text(signed_in.get(url))


def test_nothing_ticked_says_so(signed_in, review, finding):
    response = signed_in.post(address(review, "add-evidence", finding.pk), follow=True)
    assert "Nothing was ticked." in response.content.decode()


def test_more_evidence_than_a_page_holds_asks_for_words(signed_in, review, finding, point):
    for _ in range(50):
        ImrPointFactory(version=point.version, kind=PointKind.GOOD_PRACTICE)
    page = text(signed_in.get(address(review, "add-evidence", finding.pk)))
    assert "1 more. Search for words to narrow the list." in page


def test_what_is_not_before_the_panel_is_no_evidence(signed_in, review, finding):
    unreleased = ChronologyEntryFactory(
        submission__involvement__review=review, submission__released=False, submission__read=True
    )
    unaccepted = ImrPointFactory(version__imr__involvement__review=review)
    url = address(review, "add-evidence", finding.pk)
    page = text(signed_in.get(url))
    assert unreleased.what_happened not in page
    assert unaccepted.text not in page
    assert signed_in.post(url, {"entry": [unreleased.pk]}).status_code == 403
    signed_in.post(url, {"point": [unaccepted.pk]})
    assert not finding.evidence.exists()


def test_evidence_is_taken_out(signed_in, review, finding, point):
    row = FindingEvidenceFactory(finding=finding, point=point)
    url = address(review, "remove-evidence", finding.pk, row.pk)
    assert signed_in.post(url).url == address(review, "finding", finding.pk)
    assert not finding.evidence.exists()


def test_who_does_not_read_evidence_is_told_only_how_much_there_is(
    client, review, finding, entry, point
):
    FindingEvidenceFactory(finding=finding, point=point)
    FindingEvidenceFactory(finding=finding, point=None, entry=entry)
    client.force_login(playing(Role.NEIGHBOURING_OFFICER, to=review))
    page = text(client.get(address(review, "finding", finding.pk)))
    assert "2 more pieces of evidence that your role does not read." in page
    assert entry.what_happened not in page
    assert point.text not in page


def test_the_panel_reads_evidence_while_it_is_accepted(client, review, member, finding, point):
    FindingEvidenceFactory(finding=finding, point=point)
    client.force_login(member)
    url = address(review, "finding", finding.pk)
    assert point.text in text(client.get(url))
    point.version.acceptances.update(taken_back_at="2026-03-01T09:00Z", taken_back_because="Wrong")
    assert point.text not in text(client.get(url))


def test_learning_is_added_from_a_finding(signed_in, review, finding):
    url = address(review, "add-learning-point")
    assert signed_in.get(f"{url}?finding={finding.pk}").context["form"].initial == {
        "findings": [str(finding.pk)]
    }
    signed_in.post(url, {"text": "Ask.", "theme": "Routine enquiry", "findings": [finding.pk]})
    point = LearningPoint.objects.get()
    assert (point.number, list(point.findings.all()), point.is_new) == (1, [finding], True)
    page = text(signed_in.get(address(review, "finding", finding.pk)))
    assert "Learning point 1" in page
    assert "Ask." in page


def test_learning_without_words_is_refused(signed_in, review):
    response = signed_in.post(address(review, "add-learning-point"), {"theme": "Housing"})
    assert errors(response) == {"text": ["Enter what is to be learnt"]}
    assert 'value="Housing"' in text(response)


def test_a_finding_of_another_review_cannot_be_learnt_from(signed_in, review, finding):
    elsewhere = FindingFactory()
    response = signed_in.post(
        address(review, "add-learning-point"), {"text": "Ask.", "findings": [elsewhere.pk]}
    )
    assert "findings" in errors(response)


def test_learning_is_changed_and_moved(signed_in, review):
    first, second = (LearningPointFactory(review=review) for _ in range(2))
    url = address(review, "change-learning-point", second.pk)
    assert signed_in.get(url).context["form"].initial["text"] == second.text
    assert signed_in.post(url, {"text": "", "number": "1"}).status_code == 200
    signed_in.post(url, {"text": "Ask always.", "number": "0"})
    assert LearningPoint.objects.first() == first
    signed_in.post(url, {"text": "Ask always.", "number": "1"})
    assert [point.text for point in LearningPoint.objects.all()] == ["Ask always.", first.text]


def test_learning_is_removed_unless_something_rests_on_it(signed_in, review, recommendation):
    point, free = LearningPointFactory(review=review), LearningPointFactory(review=review)
    recommendation.learning_points.add(point)
    kept = address(review, "remove-learning-point", point.pk)
    assert "Recommendations rest on this learning point." in text(signed_in.get(kept))
    assert signed_in.post(kept).status_code == 403
    signed_in.post(address(review, "remove-learning-point", free.pk))
    assert list(LearningPoint.objects.all()) == [point]


def test_a_script_cannot_cross_reviews_either(review, officer, finding):
    elsewhere = FindingFactory()
    with pytest.raises(Refused, match="Choose from this review"):
        learning.add_learning_point(
            review=review,
            said=learning.LearningWords(text="Ask."),
            findings=[elsewhere],
            by=officer,
            at=NOW,
        )
    draft = agreed_terms(elsewhere.review).enquiries.first()
    with pytest.raises(Refused, match="Choose a line of enquiry that is agreed"):
        findings.add_finding(
            review=review,
            said=findings.FindingWords(statement="Nobody asked.", enquiry=draft),
            by=officer,
            at=NOW,
        )


def test_a_finding_says_which_line_it_answers_and_what_else_it_rests_on(signed_in, review):
    enquiry = agreed_terms(review).enquiries.first()
    found = FindingFactory(review=review, enquiry=enquiry)
    page = text(signed_in.get(address(review, "finding", found.pk)))
    assert f"Answers line of enquiry 1: {enquiry.text}" in page
    assert found.evidence_words in page
    type(found).objects.update(evidence_words="")
    page = text(signed_in.get(address(review, "finding", found.pk)))
    assert "It rests on nothing yet" in page
