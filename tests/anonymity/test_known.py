"""What the record knows is looked for in its papers: people, schools, families, other reviews."""

import pytest

from agencies.models import AgencyKind
from anonymity.checking.all_checks import check_paper
from anonymity.checking.finding import Severity
from anonymity.checking.paper import Paper
from anonymity.queries.identifiers import known_hash, known_of
from tests.factories.agencies import AgencyFactory
from tests.factories.families import FamilyContactFactory
from tests.factories.reviews import AgencyInvolvementFactory, PersonFactory, ReviewFactory

pytestmark = pytest.mark.django_db


def found(review, text):
    paper = Paper.of_text(f"BACKGROUND\n\n{text}")
    return [one.text for one in check_paper(paper, known_of(review))]


def test_he_and_she_are_known(review):
    review.people.update(sex="F")
    PersonFactory(review=review, role="PERPETRATOR", pseudonym="Tobin", sex="M")
    assert found(review, "Maris had hurt himself.") == ["Maris had hurt himself"]
    assert found(review, "Maris had hurt herself.") == []


def test_a_school_that_takes_part_prints_as_one(review):
    school = AgencyFactory(name="Fernhill Juniors", kind=AgencyKind.EDUCATION)
    AgencyInvolvementFactory(review=review, agency=school)
    (one,) = check_paper(Paper.of_text("Fernhill Juniors rang."), known_of(review))
    assert (one.policy, one.proposal) == ("places_of_the_review", "a school")


def test_relatives_are_found_by_name_and_number_and_change_no_hash(review):
    before = known_hash(known_of(review))
    FamilyContactFactory(
        review=review, own_name="Zebedee Quillfeather", reached_at="Home: 01632 960123"
    )
    assert "Quillfeather" in " ".join(found(review, "Mr Quillfeather was told, on 01632 960123."))
    assert "01632 960123" in found(review, "It was told, on 01632 960123.")
    assert known_hash(known_of(review)) == before
    PersonFactory(review=review, role="FRIEND", pseudonym="Wren")
    assert known_hash(known_of(review)) != before


def test_who_died_in_another_review_of_the_partnership_is_found(review):
    other = ReviewFactory(partnership=review.partnership)
    PersonFactory(review=other, pseudonym="Corisande")
    elsewhere = ReviewFactory()
    PersonFactory(review=elsewhere, pseudonym="Melisande")
    assert found(review, "As Corisande and Melisande had been.") == ["Corisande"]


@pytest.mark.parametrize("role", ["VICTIM", "PERPETRATOR"])
def test_true_names_of_other_reviews_of_the_partnership_stop(review, role):
    other = ReviewFactory(partnership=review.partnership)
    PersonFactory(review=other, role=role, true_name="Zillah Ann Quillfeather")
    PersonFactory(role=role, true_name="Melisande Trewhella")  # of another partnership
    text = (
        "Zillah Ann Quillfeather, Zillah Quillfeather and Mrs Quillfeather knew Ms Trewhella. "
        "Ann had told the Quillfeather inquiry."
    )
    marks = check_paper(Paper.of_text(f"BACKGROUND\n\n{text}"), known_of(review))
    stops = [one.text for one in marks if one.severity == Severity.STOP]
    assert stops == ["Zillah Ann Quillfeather", "Zillah Quillfeather", "Mrs Quillfeather"]
