"""Equality and diversity as data: chosen at first, added later, answered at the end."""

from datetime import date

import pytest

from panels.queries.equality import matters, unanswered
from panels.queries.equality_in_print import printed, questions
from panels.rules import equality as rules
from publications.checks import equality as check
from publications.checks.rehearsed import Rehearsed
from reviews.access import Refused, Role
from reviews.queries.asking import ask
from tests.factories.reviews import PersonFactory, playing
from tests.factories.terms import TermsCharacteristicFactory, TermsOfReferenceFactory
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db
LATER = {
    "characteristic": "LANGUAGE",
    "person": "",
    "why": "She spoke no English",
    "expertise": "An interpreting service, in February",
    **day("identified_on", date(2026, 2, 10)),
}
CONCLUDED = {"conclusion": "No interpreter was booked.", **day("concluded_on", date(2026, 3, 1))}


@pytest.fixture
def named(review):
    """Disability of one person, in the draft of the terms of reference."""
    person = PersonFactory(review=review, pseudonym="Maris")
    return TermsCharacteristicFactory(
        terms=TermsOfReferenceFactory(review=review), characteristic="DISABILITY", person=person
    )


def test_what_the_terms_name_waits_for_its_answer(signed_in, review, named):
    assert "1 of 1 without a conclusion" in text(signed_in.get(page("equality", review.reference)))
    assert unanswered(review) == ["Disability, Maris"]
    here = page("answer-characteristic", review.reference)
    asked = f"{here}?of=DISABILITY&whose={named.person_id}"
    assert f'value="{named.person_id}" selected' in text(signed_in.get(asked))

    said = {"characteristic": "DISABILITY", "person": named.person_id, **CONCLUDED}
    shown = text(signed_in.post(here, said, follow=True))

    assert "No interpreter was booked." in shown
    assert "The panel has concluded on each characteristic." in shown
    assert unanswered(review) == []
    assert "No interpreter was booked." in text(signed_in.get(asked))


def test_one_that_was_seen_later_says_when_and_why(signed_in, review, named):
    here = page("answer-characteristic", review.reference)
    signed_in.post(here, LATER)
    signed_in.post(here, {**LATER, **CONCLUDED})  # in the place of the first

    [first, later] = matters(review)
    assert (first.is_answered, later.is_answered) == (False, True)
    assert later.since.startswith("Seen on 10 February")
    assert review.characteristic_answers.count() == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (dict.fromkeys(day("identified_on", date(2026, 1, 1)), ""), "Say when it was seen"),
        ({"why": ""}, "needs consideration"),
        ({"conclusion": "Yes."}, "Say when the panel concluded this"),
        (day("concluded_on", date(2026, 3, 1)), "Say what the panel concluded"),
        ({**CONCLUDED, **day("concluded_on", date(2026, 2, 1))}, "must be after it was seen"),
        (day("identified_on", date(2026, 3, 3)), "must be today or in the past"),
    ],
)
def test_half_of_it_is_refused(signed_in, review, said, words):
    answer = signed_in.post(page("answer-characteristic", review.reference), {**LATER, **said})

    assert words in text(answer)
    assert not review.characteristic_answers.exists()


def test_nobody_of_another_review_is_considered_and_a_member_writes_nothing(client, review):
    with pytest.raises(Refused, match="of this review"):
        rules.check_whose(review, PersonFactory())
    rules.check_whose(review, None)
    client.force_login(playing(Role.PANEL_MEMBER, to=review))
    assert "Record a characteristic" not in text(client.get(page("equality", review.reference)))
    assert client.post(page("answer-characteristic", review.reference), LATER).status_code == 404


def test_the_report_prints_pseudonyms_and_months_and_the_rehearsal_asks(signed_in, review, named):
    named.terms.review.terms_of_reference.update(
        agreed_on=date(2026, 2, 1), agreed_as={}, sha256="x", agreed_otherwise="On paper"
    )
    signed_in.post(page("answer-characteristic", review.reference), {**LATER, **CONCLUDED})

    [of_terms, later] = printed(ask(questions(review)))

    assert (of_terms.whose, of_terms.seen) == ("Maris", "In the terms of reference")
    assert later.seen == "Later, in February 2026"
    assert later.conclusion == "No interpreter was booked."
    paper = Rehearsed(chapters={}, summary={}, unanswered_characteristics=tuple(unanswered(review)))
    said = [remark.words for remark in check.check(paper)]
    assert "Disability, Maris: considered, and the panel has not said what it concludes." in said
