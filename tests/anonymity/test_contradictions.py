import pytest

from anonymity.checking.checks import contradictions
from tests.anonymity.samples import found

PLEA = "plea of guilty to manslaughter by reason of diminished responsibility was accepted"


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["It was Tuesday 22 May 2016."], ["Tuesday 22 May 2016"]),
        (["On Monday, 01/06/2015 she rang."], []),
        (["On Monday, 02/06/2015 she rang."], ["Monday, 02/06/2015"]),
        (
            [
                "The panel agreed the terms on 4 July 2019.",
                "Period agreed by the panel on 05/07/19.",
            ],
            ["4 July 2019", "05/07/19"],
        ),
        (
            ["On 31 June 2020 she rang; 29 February 2019 was cold."],
            ["31 June 2020", "29 February 2019"],
        ),
        (
            ["The defence of diminished responsibility due to ‘loss of control’ failed."],
            ["defence of diminished responsibility due to ‘loss of control’"],
        ),
        (
            [
                "He was convicted of manslaughter.",
                "Found guilty of manslaughter, he appealed.",
                "After his conviction for murder she moved.",
            ],
            ["conviction for murder"],
        ),
        (
            [
                "The coroner recorded a narrative conclusion.",
                "A narrative verdict was given.",
                "The conclusion of suicide was no surprise.",
            ],
            ["conclusion of suicide"],
        ),
        (
            ["minimum term of 21 years", "a minimum term of 21 years", "minimum term of 24 years"],
            ["minimum term of 24 years"],
        ),
        (
            [
                "The minimum term was set at 19 years.",
                "He must serve at least 19 years.",
                "A life sentence with a minimum of 17 years was passed.",
            ],
            ["life sentence with a minimum of 17 years"],
        ),
        (
            [
                "The minimum term was set at 19 years.",
                "His minimum term is 19 years.",
                "A life sentence with a minimum tariff of 17 years was passed.",
            ],
            ["life sentence with a minimum tariff of 17 years"],
        ),
        (
            [
                "Its 19-year minimum stands.",
                "The tariff was set at nineteen years.",
                "It will be 21 years before he can be considered for parole.",
            ],
            ["21 years before he can be considered"],
        ),
    ],
)
def test_what_cannot_both_be_true_is_found(lines, texts):
    assert found(contradictions, *lines) == texts


@pytest.mark.parametrize(
    "lines",
    [
        ["It was Sunday 22 May 2016."],
        ["The panel agreed it on 4 July 2019.", "The panel agreed more on 9 September 2019."],
        ["Diminished responsibility and loss of control are two defences."],
        [
            "The chair was also appointed to a review in 2012.",
            "The Chair was appointed in May 2019.",
        ],
        ["It was the 45/13/2015, or 29 February 2016."],
        ["No day here. Nor here."],
        ["He pleaded guilty to manslaughter and was convicted of murder."],
        ["Suicide was not the conclusion; the narrative was long."],
        ["The minimum term was set at 19 years.", "Chairs have a minimum of 10 years in practice."],
        ["The minimum term was 19 years.", "Nineteen years must pass before he can apply."],
    ],
)
def test_what_agrees_is_left(lines):
    assert found(contradictions, *lines) == []


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (
            [
                "The panel met on 4 May 2020, 6 June 2020 and 7 July 2020.",
                "Amended at its meeting on 16 June 2020.",
            ],
            ["6 June 2020", "16 June 2020"],
        ),
        (
            ["The conclusion was suicide.", "A narrative conclusion was given."],
            ["conclusion was suicide", "narrative conclusion"],
        ),
        (
            [
                "He was found guilty of murder.",
                f"His {PLEA}.",
            ],
            [
                "found guilty of murder",
                PLEA,
            ],
        ),
    ],
)
def test_what_two_chapters_tell_in_other_words_is_found(lines, texts):
    assert found(contradictions, *lines) == texts


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Imelda Trask was appointed as independent chair in May 2019.",
            "Rowan Pell was appointed in June 2019.",
        ],
        [
            "The panel met on 4 May 2020, 6 June 2020 and 7 July 2020.",
            "Amended at its meeting on 6 June 2020.",
            "The council agreed at the meeting on 9 August 2020.",
        ],
        ["The conclusion was suicide.", "The coroner recorded a conclusion of suicide."],
    ],
)
def test_what_agrees_or_is_of_others_is_left(lines):
    assert found(contradictions, *lines) == []


BOTH = "The Coroner found that Maris had been unlawfully killed and that Tobin had died by suicide."


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("The Coroner recorded an open conclusion.", ["open conclusion"]),
        ("Of Tobin the Coroner reached a conclusion of suicide.", []),
    ],
)
def test_inquests_on_two_deaths_have_two_conclusions(line, texts):
    assert found(contradictions, BOTH, line) == texts


PLEADED = (
    "He pleaded guilty to manslaughter by reason of diminished responsibility and was detained.",
    "In May he pleaded guilty at court to manslaughter and the Crown accepted that plea.",
)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Since Tobin’s conviction for murder the clinic has closed.", "conviction for murder"),
        ("Tobin is serving a life sentence for murder.", "life sentence for murder"),
        ("The murder conviction was reported.", "murder conviction"),
        ("His guilty plea to murder was a relief.", "guilty plea to murder"),
    ],
)
def test_murder_of_a_plea_to_manslaughter_that_was_accepted_is_found(line, text):
    assert found(contradictions, *PLEADED, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "He pleaded guilty to manslaughter. The plea was not accepted and a trial was held.",
        "He pleaded guilty to manslaughter, which was rejected by the Crown, and was sentenced.",
    ],
)
def test_a_plea_that_was_not_accepted_is_no_verdict(line):
    assert found(contradictions, line, "He was convicted of murder.") == []


def test_not_guilty_of_one_and_guilty_of_the_other_is_one_verdict():
    line = "He was found not guilty of murder but guilty of manslaughter."
    assert found(contradictions, line, "He was convicted of manslaughter.") == []
