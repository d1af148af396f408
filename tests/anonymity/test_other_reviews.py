import pytest

from anonymity.checking.checks import other_reviews
from tests.anonymity.samples import found

HOME = "Calderwick Council wrote to partners. Calderwick Community Safety Partnership agreed."


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Royal Borough of Exmarsh and Tolland", "Royal Borough of Exmarsh and Tolland"),
        ("Safer Penhallow Partnership – Overview Report", "Safer Penhallow Partnership"),
        ("Tolland County Council Domestic Homicide Review", "Tolland County Council"),
        ("Gwenda Frisk, murdered by Alec Frisk", "Gwenda Frisk, murdered by Alec Frisk"),
        ("Overview report into the death of Gwenda Frisk", "death of Gwenda Frisk"),
        ("She was stabbed by Alec Jon Frisk", "stabbed by Alec Jon Frisk"),
        ("as The death of Corisande found", "The death of Corisande"),
    ],
)
def test_what_another_review_left_is_found(line, text):
    assert text in found(other_reviews, HOME, HOME, line)


def test_the_foot_of_another_review_is_found_in_a_paper_that_seldom_names_its_own():
    own = ["Calderwick CSP – DHR ‘Maris’ – Overview Report"] * 2
    other = "Safer Penhallow Partnership – Domestic Homicide Review ‘Gwenda’ – Page 10"
    assert found(other_reviews, *own, other) == ["Safer Penhallow Partnership"]
    assert found(other_reviews, *own, "Penhallow Council: housing") == []


@pytest.mark.parametrize(
    "line",
    [
        "Calderwick Council",
        "Rowan Pell has chaired reviews for Tolland County Council and for Exmarsh.",
        "Maris was killed by Tobin",
        "the homicide of Maris",
        "Domestic Homicide Review Panel",
        "She had lived in the London Borough of Tolland as a student and was known there.",
        "the death of Child A would have been worse",
    ],
)
def test_what_is_of_this_review_is_left(line):
    assert found(other_reviews, HOME, HOME, line) == []


def test_a_paper_that_names_no_authority_has_none_that_is_foreign():
    assert found(other_reviews, "One line", "Another line") == []


def test_somebody_after_whom_a_law_is_called_is_left():
    assert (
        found(other_reviews, HOME, "It is Nell’s Law, after Nell Harker, who was murdered.") == []
    )
    assert found(other_reviews, HOME, "They spoke of Nell Harker, who was murdered.") != []
