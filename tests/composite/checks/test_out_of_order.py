from tests.composite.checks.world import found, sentences

CODE = "out_of_order"


def test_the_sentence_names_both_rows_and_their_days():
    text = """
- gp | 4 Nov 2015 | a
* gp | 3 Jan 2016 | b
* gp | 9 Jan 2015 | c
- gp | 15 Jan 2016 | d
"""
    assert sentences(CODE, text) == [
        (
            "Two rows of GP are not in the order of the rest of the file: Submission 1, "
            "row 2 is of "
            "3 January 2016, Submission 1, row 3 of 9 January 2015."
        )
    ]


def test_a_file_that_runs_backwards_is_in_order():
    text = "\n".join(f"- gp | {day} May 2015 | a" for day in range(20, 1, -1))
    assert found(CODE, text) == []
