"""Two words side by side of which nobody chose one."""

import pytest

from anonymity.checking.checks import alternatives
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The panel notes finds that she was alone.", "notes finds"),
        ("The review accepted recognised that she was alone.", "accepted recognised"),
        ("Two officers visited attended the address.", "visited attended"),
        ("4.1 The nurse then rang wrote to the doctor.", "rang wrote"),
        ("The panel recommend recommends that it be kept.", "recommend recommends"),
        ("She attended attend the clinic.", "attended attend"),
        ("The trust should must train its nurses.", "should must"),
        ("It was graded as high medium risk.", "high medium"),
        ("It was graded medium high by the officer.", "medium high"),
        ("The response was appropriate inappropriate.", "appropriate inappropriate"),
        ("This was a good adequate response.", "good adequate"),
        ("She rang on two three occasions.", "two three"),
        ("She told her husband partner that day.", "husband partner"),
        ("When he she rang, nobody came.", "he she"),
        ("It was the a first visit.", "the a"),
        ("They wrote to his the doctor.", "his the"),
        ("He was asked for by of the team.", "by of"),
        ("She moved in March April 2016.", "March April"),
        ("She rang on Monday Tuesday.", "Monday Tuesday"),
    ],
)
def test_two_words_of_which_nobody_chose_one_are_found(line, text):
    assert found(alternatives, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "The panel considers, and believes, that she was alone.",
        "The officer who attended noted that she was alone. The letter she sent said so.",
        "Two women she met told her. A man called Tobin rang. An officer called round.",
        "The people whom he asked said that she was alone. Those he told felt sorry.",
        "She left of her own free will. Could this have been foreseen?",
        "It was graded as high risk, to a high standard, and then as medium.",
        "The review is of a high standard and says so.",
        "She told her mother, father and sister. Her twin brother rang.",
        "She gave him her number and them his, and told him a lie.",
        "Two of three calls were answered, and twenty four days went by.",
        "She had had a baby in May. Of course it was hers, and for the first time.",
        "What is he to do? All in all, the one she thought of by day.",
        "The father son relationship was poor.",
        "It began some three years before, and some two weeks later it was over.",
    ],
)
def test_good_english_is_left(line):
    assert found(alternatives, line) == []
