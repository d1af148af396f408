"""Recommendations: worded, taken over, answered, removed."""

from datetime import date

import pytest

from actionplans.models import Recommendation, Scope, Source
from actionplans.operations import recommendations as operations
from actionplans.operations.dispositions import take_over
from agencies.models import COMMAND_LINE
from evidence.models import PointKind
from reviews.access import Refused, Role
from tests.actionplans.conftest import NOW
from tests.actionplans.saying import BY_EMAIL, address, day, errors, fetched, letter, text
from tests.factories.actionplans import (
    ActionFactory,
    AddresseeAnswerFactory,
    LearningPointFactory,
    RecommendationFactory,
)
from tests.factories.agencies import CommunitySafetyPartnershipFactory, PublicBodyFactory
from tests.factories.evidence import ImrAcceptanceFactory, ImrPointFactory, ImrVersionFactory
from tests.factories.reviews import AgencyInvolvementFactory, PersonFactory, playing

WHY = {"reason": "Each is for its own agency."}

pytestmark = pytest.mark.django_db


@pytest.fixture
def point(part):
    """A recommendation of the accepted report of an agency."""
    made = ImrPointFactory(
        version__imr__involvement=part,
        kind=PointKind.RECOMMENDATION,
        text="Ring everybody who leaves.",
    )
    frozen(made.version)
    return made


def frozen(version):
    """Put a version to the senior person and accept it: nothing in it changes any more."""
    version.submitted_at, version.sha256 = NOW, "0" * 64
    version.save(update_fields=["submitted_at", "sha256"])
    ImrAcceptanceFactory(version=version)


WORDS = {"text": "Train everybody.", "source": "PANEL", "scope": "LOCAL"}


def test_the_chair_recommends_something_to_an_agency(client, review, part, chair):
    point = LearningPointFactory(review=review)
    client.force_login(chair)
    url = address(review, "add-recommendation")
    form = client.get(f"{url}?learning={point.pk}").context["form"]
    assert form.initial == {"learning_points": [str(point.pk)]}
    response = client.post(
        url, {**WORDS, "addressee": part.pk, "department": "Desk", "learning_points": [point.pk]}
    )
    one = Recommendation.objects.get()
    assert response.url == one.get_absolute_url()
    page = text(client.get(response.url))
    assert "Tern Valley Housing, Desk" in page
    assert f"Learning point 1: {point.text}" in page
    assert "Add an action" not in page  # for whoever writes the plan


def test_a_recommendation_goes_to_a_body_outside_the_review(signed_in, review):
    signed_in.post(
        address(review, "add-recommendation"),
        {**WORDS, "scope": "NATIONAL", "addressee_words": "Department for Example"},
    )
    one = Recommendation.objects.get()
    assert (one.addressed_to, one.is_single_agency) == ("Department for Example", False)


def test_a_number_beyond_every_number_means_the_last(signed_in, review, part, recommendation):
    url = address(review, "change-recommendation", recommendation.pk)
    response = signed_in.post(url, {**WORDS, "addressee": part.pk, "number": "9" * 20})
    assert response.status_code == 302
    recommendation.refresh_from_db()
    assert recommendation.number == 1


def test_a_recommendation_to_nobody_or_to_two_bodies_is_refused(signed_in, review, part):
    url = address(review, "add-recommendation")
    response = signed_in.post(url, WORDS)
    assert errors(response) == {
        "addressee": ["Choose the agency it is addressed to, or name another body"]
    }
    assert "Train everybody." in text(response)
    both = {**WORDS, "addressee": part.pk, "addressee_words": "Department for Example"}
    assert errors(signed_in.post(url, both)) == {
        "addressee_words": ["Choose an agency or name another body, not both"]
    }


def test_an_agency_of_another_review_is_no_addressee(review, officer):
    elsewhere = AgencyInvolvementFactory()
    with pytest.raises(Refused, match="Choose an agency of this review"):
        operations.add_recommendation(
            review=review,
            said=operations.RecommendationWords(text="Train.", addressee=elsewhere),
            by=officer,
            at=NOW,
        )


def test_a_member_of_the_panel_reads_and_does_not_write(client, review, member, recommendation):
    client.force_login(member)
    page = text(client.get(recommendation.get_absolute_url()))
    assert recommendation.text in page
    for words in ("Change the recommendation", "Record the answer", "Add an action"):
        assert words not in page
    with pytest.raises(Refused, match="write what it recommends"):
        operations.remove_recommendation(one=recommendation, by=member, at=NOW)


def test_reports_of_agencies_are_taken_over_for_one_reason(signed_in, review, part, point):
    page = text(signed_in.get(address(review, "plan")))
    assert "1 recommendation of accepted reports waits for the panel" in page
    response = signed_in.post(address(review, "take-over"), follow=True)
    assert "Enter the panel’s reason." in response.content.decode()
    assert not Recommendation.objects.exists()
    response = signed_in.post(address(review, "take-over"), WHY, follow=True)
    assert "1 recommendation is taken over." in response.content.decode()
    one = Recommendation.objects.get()
    assert (one.text, one.addressee, one.taken_from) == (point.text, part, point)
    assert (one.source, one.scope) == (Source.IMR, Scope.SINGLE_AGENCY)
    page = text(signed_in.get(one.get_absolute_url()))
    assert "taken over from the report of Tern Valley Housing" in page
    assert "The agency’s own report" in page


def test_what_was_taken_over_is_not_offered_again_nor_from_a_later_version(
    signed_in, review, point
):
    take_over(review=review, **WHY, today=NOW.date(), by=COMMAND_LINE, at=NOW)
    later = ImrVersionFactory(imr=point.version.imr, number=2)
    ImrPointFactory(version=later, root=point.root, kind=point.kind)
    fresh = ImrPointFactory(version=later, kind=PointKind.RECOMMENDATION, number=2)
    frozen(later)
    [taken] = take_over(review=review, **WHY, today=NOW.date(), by=COMMAND_LINE, at=NOW)
    assert (taken.taken_from, taken.number) == (fresh, 2)
    response = signed_in.post(address(review, "take-over"), WHY, follow=True)
    assert "has decided on every recommendation" in response.content.decode()
    assert "Decide on recommendations" not in text(signed_in.get(address(review, "plan")))


def test_a_report_that_is_not_accepted_is_not_taken_over(review, part, officer):
    point = ImrPointFactory(version__imr__involvement=part)
    assert take_over(review=review, **WHY, today=NOW.date(), by=officer, at=NOW) == []
    with pytest.raises(Refused, match="the panel has accepted"):
        operations.add_recommendation(
            review=review,
            said=operations.RecommendationWords(text=point.text, addressee=part),
            taken_from=point,
            by=officer,
            at=NOW,
        )


def test_several_are_counted_in_words(signed_in, review, point):
    later = ImrVersionFactory(imr=point.version.imr, number=2)
    for number in (1, 2):
        ImrPointFactory(version=later, number=number, kind=PointKind.RECOMMENDATION)
    frozen(later)
    response = signed_in.post(address(review, "take-over"), WHY, follow=True)
    assert "3 recommendations are taken over." in response.content.decode()


def test_a_recommendation_is_changed_and_moved(signed_in, review, part, recommendation):
    last = RecommendationFactory(review=review, addressee=part)
    url = address(review, "change-recommendation", last.pk)
    assert signed_in.get(url).context["form"].initial["addressee"] == part.pk
    assert errors(signed_in.post(url, {**WORDS, "number": "1"})) == {
        "addressee": ["Choose the agency it is addressed to, or name another body"]
    }
    signed_in.post(url, {**WORDS, "number": "1", "addressee": part.pk})
    assert list(Recommendation.objects.all()) == [last, recommendation]
    recommendation.refresh_from_db()
    assert recommendation.number == 2


def test_a_recommendation_is_removed_while_nothing_hangs_on_it(signed_in, review, recommendation):
    later = RecommendationFactory(review=review)
    url = address(review, "remove-recommendation", recommendation.pk)
    assert recommendation.text in text(signed_in.get(url))
    assert signed_in.post(url).url == address(review, "plan")
    later.refresh_from_db()
    assert (Recommendation.objects.count(), later.number) == (1, 1)


def test_a_recommendation_with_an_action_or_an_answer_stays(signed_in, review, recommendation):
    AddresseeAnswerFactory(recommendation=recommendation)
    url = address(review, "remove-recommendation", recommendation.pk)
    assert "What was answered is kept." in text(signed_in.get(url))
    ActionFactory(recommendation=recommendation)
    assert "This recommendation has actions." in text(signed_in.get(url))
    assert signed_in.post(url).status_code == 403


def test_an_answer_is_recorded_with_where_it_comes_from(signed_in, review, recommendation):
    url = address(review, "record-answer", recommendation.pk)
    assert recommendation.text in text(signed_in.get(url))
    response = signed_in.post(
        url,
        {
            "kind": "IN_PART",
            "reason": "Only the desk.",
            **day("answered_on", date(2026, 3, 1)),
            **BY_EMAIL,
            "original": letter(),
        },
    )
    answer = recommendation.answers.get()
    assert response.url == recommendation.get_absolute_url()
    page = text(signed_in.get(response.url))
    assert "Accepted in part" in page
    assert "Entered for Edda Marsh, head of training from an email of 1 March 2026" in page
    file = address(review, "answer-file", recommendation.pk, answer.pk)
    assert fetched(signed_in.get(file)) == b"What was said."


def test_an_answer_says_from_whom_and_why(signed_in, review, recommendation):
    url = address(review, "record-answer", recommendation.pk)
    said = {"kind": "NOT_ACCEPTED", **day("answered_on", date(2026, 3, 1))}
    response = signed_in.post(url, said)
    assert set(errors(response)) == {"received_via", "on_behalf_of", "given_on"}
    response = signed_in.post(url, {**said, **BY_EMAIL})
    assert errors(response) == {"reason": ["Enter the reason it is not accepted"]}
    response = signed_in.post(url, {**said, **BY_EMAIL, "kind": "IN_PART"})
    assert errors(response) == {"reason": ["Enter the reason it is in part accepted"]}
    assert "Edda Marsh" in text(response)


def test_an_answer_of_a_day_to_come_is_refused(signed_in, review, recommendation):
    url = address(review, "record-answer", recommendation.pk)
    response = signed_in.post(url, {"kind": "NO_REPLY", **day("answered_on", date(2026, 3, 3))})
    assert errors(response) == {"answered_on": ["The day must be today or in the past"]}


def test_that_no_reply_came_needs_nobody_who_gave_it(signed_in, review, recommendation):
    url = address(review, "record-answer", recommendation.pk)
    signed_in.post(url, {"kind": "NO_REPLY", **day("answered_on", date(2026, 3, 1)), **BY_EMAIL})
    answer = recommendation.answers.get()
    assert (answer.kind, answer.is_on_behalf) == ("NO_REPLY", False)
    file = address(review, "answer-file", recommendation.pk, answer.pk)
    assert signed_in.get(file).status_code == 404


def test_the_last_answer_stands_and_the_earlier_is_kept(signed_in, recommendation):
    AddresseeAnswerFactory(recommendation=recommendation, refused=True)
    assert recommendation.is_refused
    AddresseeAnswerFactory(recommendation=recommendation)
    assert not Recommendation.objects.get().is_refused
    page = text(signed_in.get(recommendation.get_absolute_url()))
    assert "(an earlier answer)" in page
    assert "It is done already." in page


def test_the_chair_is_told_who_plans_actions(client, review, chair, recommendation):
    client.force_login(chair)
    assert "officer plans it" in text(client.get(recommendation.get_absolute_url()))


def test_the_chair_does_not_record_answers(client, review, chair, recommendation):
    client.force_login(chair)
    url = address(review, "record-answer", recommendation.pk)
    assert client.get(url).status_code == 404


def test_a_true_name_in_a_recommendation_is_a_warning_to_whoever_can_mend_it(
    client, review, officer, member, recommendation
):
    PersonFactory(review=review, true_name="Zora Quill", pseudonym="Maris")
    Recommendation.objects.update(text="Ask as Zora Quill would have wished.")
    client.force_login(officer)
    page = text(client.get(recommendation.get_absolute_url()))
    assert "“Recommendation 1” holds the true name of Maris." in page
    client.force_login(member)
    assert "holds the true name" not in text(client.get(recommendation.get_absolute_url()))


def test_another_agencys_contact_and_a_stranger_find_no_recommendation(client, recommendation):
    other = AgencyInvolvementFactory(review=recommendation.review)
    for user in (playing(Role.AGENCY_CONTACT, to=other), playing(Role.ADVISER, to=other.review)):
        client.force_login(user)
        assert client.get(recommendation.get_absolute_url()).status_code == 404


def test_a_body_of_the_directory_is_chosen_or_named(signed_in, review):
    url = address(review, "add-recommendation")
    body = PublicBodyFactory(name="Office for Gas", short_name="OfGas")
    signed_in.post(url, {**WORDS, "scope": "NATIONAL", "public_body": body.pk})
    signed_in.post(url, {**WORDS, "scope": "NATIONAL", "addressee_words": "ofgas"})
    rows = list(Recommendation.objects.values_list("addressee_words", "public_body"))
    assert rows == [("Office for Gas", body.pk), ("ofgas", body.pk)]

    one = Recommendation.objects.first()
    body.retired_on = date(2026, 1, 1)
    body.save()
    where = address(review, "change-recommendation", one.pk)
    form = signed_in.get(where).context["form"]
    assert (form["public_body"].value(), form["addressee_words"].value()) == (body.pk, "")
    assert body in form.fields["public_body"].queryset


def test_a_body_of_the_directory_stands_beside_no_other_addressee(signed_in, review, part):
    url = address(review, "add-recommendation")
    body = PublicBodyFactory()
    for other, field in (
        ({"addressee": part.pk}, "public_body"),
        ({"addressee_words": "Another office"}, "addressee_words"),
    ):
        said = {**WORDS, "public_body": body.pk, **other}
        assert list(errors(signed_in.post(url, said))) == [field]


def test_what_another_partnership_keeps_for_itself_is_no_addressee(review, officer):
    body = PublicBodyFactory(partnership=CommunitySafetyPartnershipFactory())
    said = operations.RecommendationWords(text="Train.", public_body=body)
    with pytest.raises(Refused, match="this partnership’s directory"):
        operations.add_recommendation(review=review, said=said, by=officer, at=NOW)
