from tests.composite.checks.world import found, sentences

CODE = "referral_not_sent"


def test_the_sentence_says_that_the_sender_tells_of_none():
    text = """
* harbour | 21 March 2016 | Referral received from police.
- police | 2 Feb 2014 | Attended.
"""
    assert sentences(CODE, text) == [
        (
            "Hearth and Harbour, Submission 1, row 1 (21 March 2016) tells of a referral from "
            "Northmere Police, but Northmere Police tells of none in the 28 days before."
        )
    ]


def test_a_sender_that_holds_nothing_is_said_to():
    (one,) = found(CODE, "* gp | 21 March 2016 | Referral received from probation.")
    assert one.words.endswith("Northmere Probation answered that it holds nothing.")
