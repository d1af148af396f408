from tests.composite.checks.world import found, sentences

CODE = "told_twice_in_one_file"


def test_the_sentence_says_which_rows():
    text = """
* gp | 4 Feb 2015 | Seen with low mood. Prescribed sertraline.
- gp | 5 Feb 2015 | Letter to OB.
* gp | 4 Feb 2015 | Seen with low mood; prescribed sertraline
"""
    assert sentences(CODE, text) == [
        (
            "GP tells the same more than once on 4 February 2015: "
            "Submission 1, row 1; Submission 1, row 3."
        )
    ]


def test_a_row_that_is_there_three_times_is_one_finding():
    text = "\n".join(["* gp | 4 Feb 2015 | Seen with low mood. Prescribed sertraline."] * 3)
    (one,) = found(CODE, text)
    assert len(one.roots) == 3
