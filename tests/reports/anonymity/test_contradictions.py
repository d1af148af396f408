import pytest

from reports.anonymity.checks import contradictions
from tests.reports.anonymity.samples import found


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["It was Tuesday 22 May 2016."], ["Tuesday 22 May 2016"]),
        (["On Monday, 01/06/2015 she rang."], []),
        (["On Monday, 02/06/2015 she rang."], ["Monday, 02/06/2015"]),
        (
            [
                "The Chair was appointed in May 2019.",
                "Imelda Trask was appointed Chair in June 2019.",
            ],
            ["May 2019", "June 2019"],
        ),
        (
            ["He was convicted in March 2020.", "Tobin pleaded guilty on 3 April 2020."],
            ["March 2020", "3 April 2020"],
        ),
        (
            [
                "The panel agreed the terms on 4 July 2019.",
                "Period agreed by the panel on 05/07/19.",
            ],
            ["4 July 2019", "05/07/19"],
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
    ],
)
def test_what_cannot_both_be_true_is_found(lines, texts):
    assert found(contradictions, *lines) == texts


@pytest.mark.parametrize(
    "lines",
    [
        ["It was Sunday 22 May 2016."],
        ["The Chair was appointed in May 2019.", "The chair was appointed on 14 May 2019."],
        ["He was sentenced in May 2020.", "He was convicted in April 2020."],
        ["The panel agreed it on 4 July 2019.", "The panel agreed more on 9 September 2019."],
        ["Diminished responsibility and loss of control are two defences."],
        [
            "The chair was also appointed to a review in 2012.",
            "The Chair was appointed in May 2019.",
        ],
        ["It was 31 February 2015, or the 45/13/2015."],
        ["No day here. Nor here."],
        ["He pleaded guilty to manslaughter and was convicted of murder."],
        ["Suicide was not the conclusion; the narrative was long."],
    ],
)
def test_what_agrees_is_left(lines):
    assert found(contradictions, *lines) == []
